using FleetTui.TerminalHost.Protocol;

namespace FleetTui.TerminalHost.Client;

/// <summary>Whom the messages of a watch or a subscription belong to. Called on the connection's reading thread: must not block.</summary>
internal interface IUpdateReader
{
    /// <exception cref="FormatException">The host sent nonsense: the connection ends.</exception>
    void Read(ref WireReader wire);

    void Lost(IOException gone);
}
