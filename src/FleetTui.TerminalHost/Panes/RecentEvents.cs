using FleetTui.TerminalHost.Client;

namespace FleetTui.TerminalHost.Panes;

/// <summary>A pane's last events, for a client that was away for a moment: at most <see cref="Kept"/>, none older than <see cref="Age"/>, and of large ones few. Guarded by its pane's gate.</summary>
internal sealed class RecentEvents
{
    internal const int Kept = 64;
    internal static readonly TimeSpan Age = TimeSpan.FromSeconds(30);
    private const int MostCharacters = 1 << 20;
    private readonly Queue<PaneEvent> _events = new();
    private long _characters;

    public IEnumerable<PaneEvent> All => _events;

    public void Add(PaneEvent happened)
    {
        _events.Enqueue(happened);
        _characters += Characters(happened);
        while (_events.Count > Kept || _characters > MostCharacters || happened.At - _events.Peek().At > Age)
        {
            _characters -= Characters(_events.Dequeue());
            if (_events.Count == 0) return;
        }
    }

    private static int Characters(PaneEvent happened) => happened switch
    {
        PaneEvent.ClipboardWrite write => write.Text.Length,
        PaneEvent.Notification told => told.Title.Length + told.Body.Length,
        PaneEvent.TitleChanged changed => changed.Title.Length,
        PaneEvent.Status { Report: var report } => (report.Title?.Length ?? 0) + (report.Message?.Length ?? 0),
        _ => 0,
    };
}
