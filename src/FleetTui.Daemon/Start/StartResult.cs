namespace FleetTui.Daemon.Start;

internal abstract record StartResult
{
    private StartResult()
    {
    }

    public sealed record Ready(DaemonGround Ground) : StartResult;

    /// <param name="Reason">For the user, with what to do.</param>
    public sealed record Refused(string Reason) : StartResult;

    public sealed record AlreadyRuns(string Message) : StartResult;
}
