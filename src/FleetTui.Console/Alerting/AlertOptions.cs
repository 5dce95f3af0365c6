namespace FleetTui.Console.Alerting;

/// <summary>How the user wants to be told.</summary>
/// <param name="Notify">Null: by what the outer terminal says it is.</param>
/// <param name="Command">A shell command; empty for none.</param>
/// <param name="On">Kinds of <see cref="Need"/> that are told.</param>
/// <param name="QuietFrom">Local time of day; quiet hours are [from, to), over midnight when from is later; none when both are the same.</param>
public sealed record AlertOptions(bool Bell, NotifyBy? Notify, string Command, IReadOnlyList<string> On, TimeSpan QuietFrom, TimeSpan QuietTo)
{
    public static readonly AlertOptions Default = new(Bell: true, Notify: null, "", [Need.Input, Need.Failed, Need.Held], TimeSpan.Zero, TimeSpan.Zero);

    public bool IsQuiet(TimeSpan timeOfDay) => QuietFrom <= QuietTo
        ? timeOfDay >= QuietFrom && timeOfDay < QuietTo
        : timeOfDay >= QuietFrom || timeOfDay < QuietTo;
}
