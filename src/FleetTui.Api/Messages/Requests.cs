namespace FleetTui.Api.Messages;

/// <summary>Body of <c>POST /api/slots/start</c> and <c>stop</c>. No slots: all (start: those that start by themselves).</summary>
public sealed record SlotsRequest(IReadOnlyList<string> Slots);

/// <summary>Body of <c>POST /api/slots/{id}/send</c>.</summary>
public sealed record SendRequest(string Text, bool Enter);

/// <summary>Body of <c>POST /api/slots/{id}/role</c>.</summary>
public sealed record RoleRequest(string Role, bool Swap, string Reason, bool Preview);

/// <summary>Body of <c>POST /api/lane/land</c>. No slots: all that are ready.</summary>
public sealed record LandRequest(IReadOnlyList<string> Slots, bool Wait);

/// <summary>Body of <c>POST /api/migrations/next</c>.</summary>
public sealed record NextMigrationRequest(string Slot, string? Name, bool DryRun = false);

/// <summary>Body of <c>POST /api/migrations/fix</c>.</summary>
public sealed record FixMigrationsRequest(string Slot, bool DryRun = false);

/// <summary>Answer of <c>GET /api/health</c>.</summary>
/// <param name="Build">The version and when the program's files were written; empty from a daemon that is too old to tell.</param>
public sealed record Health(string Version, int Pid, string Repository, string Build = "");

/// <summary>The body of a refusal, <c>application/problem+json</c> (RFC 9457). <paramref name="Detail"/> is one sentence for the user; <paramref name="ExitCode"/> is what a command-line verb ends with.</summary>
public sealed record FleetProblem(string Title, int Status, string Detail, int ExitCode);
