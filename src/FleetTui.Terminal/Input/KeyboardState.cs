namespace FleetTui.Terminal.Input;

/// <summary>What programs asked of the keyboard beyond the modes: kitty flags per screen, xterm's modifyOtherKeys.</summary>
internal sealed class KeyboardState
{
    private readonly KittyKeyboard main = new();
    private readonly KittyKeyboard alternate = new();

    /// <summary>0 off, 1 all but keys with a meaning of their own, 2 all (XTMODKEYS 4).</summary>
    public int ModifyOtherKeys { get; set; }

    /// <summary>XTFMTKEYS 4: 1 writes them as CSI code ; modifiers u.</summary>
    public int FormatOtherKeys { get; set; }

    public KittyKeyboard Of(bool isAlternate) => isAlternate ? alternate : main;

    public void Reset()
    {
        main.Reset();
        alternate.Reset();
        ModifyOtherKeys = 0;
        FormatOtherKeys = 0;
    }
}
