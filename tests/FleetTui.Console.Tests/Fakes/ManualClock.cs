namespace FleetTui.Console.Tests.Fakes;

/// <summary>A clock that stands until it is told to go on.</summary>
internal sealed class ManualClock : TimeProvider
{
    private TimeSpan _passed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _passed.Ticks;

    public override DateTimeOffset GetUtcNow() => SampleFleet.Now + _passed;

    public void Pass(TimeSpan time) => _passed += time;
}
