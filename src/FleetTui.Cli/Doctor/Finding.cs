namespace FleetTui.Cli.Doctor;

internal enum Grade
{
    Ok,

    /// <summary>The fleet runs, with something less.</summary>
    Warn,

    /// <summary>The fleet cannot run or land.</summary>
    Fail,
}

/// <summary>One line of <c>fleet doctor</c>.</summary>
/// <param name="Topic">One or two words.</param>
/// <param name="Text">What was found.</param>
/// <param name="Fix">What to do about it; empty when nothing.</param>
internal sealed record Finding(string Topic, Grade Grade, string Text, string Fix)
{
    public static Finding Ok(string topic, string text) => new(topic, Grade.Ok, text, "");

    public static Finding Warn(string topic, string text, string fix) => new(topic, Grade.Warn, text, fix);

    public static Finding Fail(string topic, string text, string fix) => new(topic, Grade.Fail, text, fix);
}
