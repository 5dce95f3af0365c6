namespace FleetTui.Cli.CommandLine;

/// <summary>What the process answers; scripts rely on these.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>A check said no: a slot is held, a migration collides, the demo lost a commit.</summary>
    public const int No = 1;

    /// <summary>The user's input or configuration is wrong.</summary>
    public const int Input = 2;

    /// <summary>The daemon cannot be reached.</summary>
    public const int Unreachable = 3;

    /// <summary>A bug.</summary>
    public const int Bug = 4;
}
