namespace FleetTui.TerminalHost.Screens;

/// <summary>When a client gets the next frame of a screen.</summary>
internal static class FramePacing
{
    /// <summary>Between two frames of a screen under load: 60 a second. A change after a longer quiet goes out at once.</summary>
    internal static readonly TimeSpan Frame = TimeSpan.FromSeconds(1 / 60.0);

    /// <summary>
    /// How long an open synchronized update (mode 2026) may hold a screen back. Real frames of agents close within milliseconds; terminals give them between
    /// 150 ms and 1 s; this is for a program that died inside one.
    /// </summary>
    internal static readonly TimeSpan SynchronizedUpdate = TimeSpan.FromMilliseconds(500);

    /// <summary>For so long after a client's input its frames of that screen skip the pace, <see cref="EchoFrames"/> of them at most.</summary>
    internal static readonly TimeSpan Echo = TimeSpan.FromMilliseconds(100);

    internal const int EchoFrames = 3;
}
