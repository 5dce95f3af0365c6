using FleetTui.TerminalHost.Protocol;

namespace FleetTui.TerminalHost.Client;

/// <summary>Whom the messages of a watch or a subscription belong to. Called on the connection's reading thread: must not block.</summary>
internal interface IUpdateReader
{
    /// <summary>Writes the request that begins or, with a host that became another program, goes on with the updates.</summary>
    void WriteRequest(WireWriter wire);

    /// <exception cref="FormatException">The host sent nonsense: the connection ends.</exception>
    void Read(ref WireReader wire);

    void Lost(IOException gone);
}
