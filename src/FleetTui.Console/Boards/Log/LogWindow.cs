using FleetTui.Api.Client;

namespace FleetTui.Console.Boards.Log;

/// <summary>The part of the log that is read: a run without gaps of what the filter takes, up to the newest, growing to the front as one scrolls up.</summary>
public sealed class LogWindow(LogFilter filter)
{
    private readonly List<LogEntry> _entries = [];

    public LogFilter Filter => filter;

    public IReadOnlyList<LogEntry> Entries => _entries;

    /// <summary>A page is on its way.</summary>
    public bool Asked { get; set; }

    /// <summary>Nothing older is kept.</summary>
    public bool ReachesBegin { get; private set; }

    /// <summary>The first page has come.</summary>
    public bool Known { get; private set; }

    /// <summary>A page that was asked for: the newest, or what lies before the first entry here.</summary>
    public void Take(IReadOnlyList<LogEntry> page)
    {
        (Asked, Known) = (false, true);
        ReachesBegin |= page.Count < LogQuery.Page;
        foreach (var entry in page)
        {
            Put(entry);
        }
    }

    /// <summary>One that just happened.</summary>
    public void Add(LogEntry entry)
    {
        // Before the first page there is nothing to join it to: the page will have it.
        if (Known && filter.Takes(entry))
        {
            Put(entry);
        }
    }

    private void Put(LogEntry entry)
    {
        var at = _entries.FindLastIndex(known => known.Id <= entry.Id);
        if (at < 0 || _entries[at].Id != entry.Id)
        {
            _entries.Insert(at + 1, entry);
        }
    }
}
