using FleetTui.Api.Client;
using FleetTui.Api.Status;

namespace FleetTui.Daemon.Landing;

/// <summary>The lane as the API sees it. There is none yet: it is shown as off, and what is asked of it is refused.</summary>
internal sealed class LaneDesk
{
    private const string Off = "This version has no landing lane yet.";

    public LaneStatus Status { get; } = new("off", Off, "", [], 0, 0, null, []);

    public Task<LandResult> LandAsync(IReadOnlyList<string> slots, bool wait, CancellationToken cancellation) => throw new FleetApiException(1, Off);

    public Task PauseAsync(CancellationToken cancellation) => throw new FleetApiException(1, Off);

    public Task ResumeAsync(CancellationToken cancellation) => throw new FleetApiException(1, Off);
}
