using FleetTui.TerminalHost.Readiness;

namespace FleetTui.TerminalHost;

/// <summary>What every part of one host works with: its clock, its threads, its deadlines, its memory, and where it tells of its own bugs.</summary>
internal sealed record HostServices(TimeProvider Clock, EventPump Pump, DeadlineQueue Deadlines, IdleTrim Trim, Action<Exception> Tell);
