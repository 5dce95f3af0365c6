namespace FleetTui.TerminalHost.Protocol;

/// <summary>
/// What a message is. On the wire: body length (u32), kind (u8), id (u32), payload; little-endian. An answer carries its request's id, an update
/// the id of the watch or subscription it belongs to.
/// </summary>
internal enum MessageKind : byte
{
    Start = 1,
    Stop,
    Remove,
    List,
    Write,
    Key,
    Mouse,
    Paste,
    Focus,
    Resize,
    Capture,
    Lines,
    Watch,
    Unwatch,
    Subscribe,
    Unsubscribe,
    Shutdown,

    /// <summary>The client's number (u64) and its build; answered with the last of its requests that an earlier program of this host handled (u32), and the host's identity.</summary>
    Hello,

    Done = 100,
    Refused,
    Screen,
    Event,

    // Promised to all versions, on a connection that was opened with Handshake.Control.
    Identify = 200,
    Upgrade,
}
