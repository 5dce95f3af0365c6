namespace FleetTui.Console.Model;

/// <summary>One line for the user in place of the status line: a message for four seconds, an error until a key.</summary>
public sealed record Notice(string Text, bool Error, DateTimeOffset At)
{
    public static readonly TimeSpan Shown = TimeSpan.FromSeconds(4);
}
