namespace FleetTui.Cli.Demo;

/// <summary>What <c>fleet demo --headless --json</c> ends with.</summary>
/// <param name="Slots">Slots that ran.</param>
/// <param name="Commits">Commits the agents made.</param>
/// <param name="Landed">Of these, on main.</param>
/// <param name="Conflicts">Times the lane held a slot for a conflict.</param>
/// <param name="MigrationsBlocked">Times the lane held a slot for a migration.</param>
/// <param name="Lost">Commits neither on main nor in a slot; 0, or the demo fails.</param>
/// <param name="Seconds">From start to the last landing.</param>
internal sealed record DemoReport(int Slots, int Commits, int Landed, long RejectedPushes, int Conflicts, int MigrationsBlocked, int Lost, double Seconds);
