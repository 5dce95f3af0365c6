namespace FleetTui.Agents.State;

/// <summary>What is known about each source: its word, and how long a newer report of a lower source does not count against it.</summary>
public static class ReportSources
{
    public static string Word(this ReportSource source) => source switch
    {
        ReportSource.Prompt => "osc133",
        ReportSource.Title => "title",
        ReportSource.Notification => "notification",
        ReportSource.Progress => "osc9;4",
        ReportSource.ProgramStatus => "osc7501",
        ReportSource.Files => "files",
        ReportSource.Hook => "hook",
        _ => "process",
    };

    /// <summary>
    /// A report stays fresh this long; after it, a lower source that has changed its mind since is believed instead.
    /// OSC 7501 and a program's own file state what is until they say otherwise. A notification tells of one moment. Hooks miss an end: Claude sends no Stop after Esc.
    /// </summary>
    internal static TimeSpan Freshness(this ReportSource source) => source switch
    {
        ReportSource.Life or ReportSource.ProgramStatus or ReportSource.Files => TimeSpan.MaxValue,
        ReportSource.Hook => TimeSpan.FromSeconds(20),
        ReportSource.Progress => TimeSpan.FromSeconds(5),
        _ => TimeSpan.Zero,
    };
}
