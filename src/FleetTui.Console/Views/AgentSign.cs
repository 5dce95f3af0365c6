namespace FleetTui.Console.Views;

/// <summary>One character for the program that runs in a slot.</summary>
public static class AgentSign
{
    public static string Of(string agent, bool ascii) => agent switch
    {
        "claude" => ascii ? "C" : "✻",
        "codex" => ascii ? "X" : "◇",
        "sh" or "bash" or "zsh" or "fish" or "shell" => "$",
        "" => "",
        _ => ascii ? "o" : "▪",
    };
}
