namespace FleetTui.TerminalHost.Protocol;

/// <summary>The bounds of the protocol and of the host: nothing a client or a program sends can make either grow without end.</summary>
internal static class HostLimits
{
    /// <summary>Bytes of one message's body, either way.</summary>
    internal const int MessageBytes = 16 << 20;

    /// <summary>Bytes of one string or byte block within a message.</summary>
    internal const int BlockBytes = 8 << 20;

    internal const int PaneNameBytes = 200;

    internal const int ListItems = 10_000;

    internal const int Panes = 256;

    internal const int Clients = 256;

    internal const int WatchesPerClient = 512;

    internal const int SubscriptionsPerClient = 16;

    internal const int MinSize = 1;

    internal const int MaxSize = 1000;

    internal const int ScrollbackLines = 1_000_000;

    /// <summary>Bytes waiting for a program that does not read its input; more is refused.</summary>
    internal const int PendingInputBytes = 1 << 20;

    /// <summary>Bytes of answers waiting for a client that does not read; its requests wait until it does.</summary>
    internal const int PendingOutputBytes = 4 << 20;

    /// <summary>Lines of one answer to a request for lines; the client asks again for more.</summary>
    internal const int LinesPerAnswer = 2_000;
}
