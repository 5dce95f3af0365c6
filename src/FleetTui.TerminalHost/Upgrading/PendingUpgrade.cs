namespace FleetTui.TerminalHost.Upgrading;

/// <summary>An upgrade that was asked for. There is no answer when it succeeds: the connection closes with the old program.</summary>
/// <param name="Refuse">Answers with one sentence why not; everything goes on as before.</param>
internal sealed record PendingUpgrade(UpgradeRequest Request, Action<string> Refuse);
