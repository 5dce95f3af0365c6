namespace FleetTui.Console.Scrolling;

/// <summary>vi's f F t T, kept for ; and ,.</summary>
/// <param name="Short">Stops beside the character (t, T).</param>
public readonly record struct CharacterJump(bool Backward, bool Short, char Character)
{
    public CharacterJump Reversed => this with { Backward = !Backward };
}
