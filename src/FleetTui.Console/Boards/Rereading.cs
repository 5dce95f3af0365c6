namespace FleetTui.Console.Boards;

/// <summary>
/// When something that changed is to be asked for again: at once when nothing is under way and the last time is long enough ago, else when both are so. Nothing waits while nothing changes.
/// </summary>
public sealed class Rereading(TimeSpan pace)
{
    private bool _reading;
    private bool _stale;
    private DateTimeOffset _at = DateTimeOffset.MinValue;

    /// <summary>An answer is awaited.</summary>
    public bool IsReading => _reading;

    /// <summary>When <see cref="IsDue"/> is to be asked again; null while nothing waits.</summary>
    public DateTimeOffset? Due => _stale && !_reading ? _at + pace : null;

    /// <summary>What was read may be out of date.</summary>
    public void Changed() => _stale = true;

    public bool IsDue(DateTimeOffset now) => _stale && !_reading && now >= _at + pace;

    /// <summary>It is asked for.</summary>
    public void Begin(DateTimeOffset now) => (_reading, _stale, _at) = (true, false, now);

    /// <summary>The answer, or that there is none, has come.</summary>
    public void End() => _reading = false;
}
