namespace FleetTui.Terminal.Machines;

/// <summary>DECSCUSR: the shape of the cursor.</summary>
internal sealed class CursorLook
{
    /// <summary>0–6 as in DECSCUSR: 0 default, then block, underline, bar, each blinking (odd) or steady (even).</summary>
    public int Style { get; set; }

    public CursorShape Shape => Style switch
    {
        1 or 2 => CursorShape.Block,
        3 or 4 => CursorShape.Underline,
        5 or 6 => CursorShape.Bar,
        _ => CursorShape.Default,
    };
}
