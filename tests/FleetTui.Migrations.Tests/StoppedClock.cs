namespace FleetTui.Migrations.Tests;

/// <summary>A clock that moves only when told.</summary>
internal sealed class StoppedClock(DateTime utc) : TimeProvider
{
    public DateTime Now { get; set; } = DateTime.SpecifyKind(utc, DateTimeKind.Utc);

    public override DateTimeOffset GetUtcNow() => Now;
}
