using FleetTui.Git;
using FleetTui.Git.Refs;

namespace FleetTui.Landing.Trains;

/// <summary>References of trains that were built and never announced: all slots were held, or the fleet died in between. Nobody needs them; what they were made from is in the slots.</summary>
internal static class TrainPins
{
    private const string All = "refs/fleet/train/";

    /// <summary>Only while no train is announced whose outcome is not known.</summary>
    internal static async Task SweepAsync(Repository repository, CancellationToken cancellation)
    {
        var left = await repository.Refs.ListAsync([All], cancellation).ConfigureAwait(false);
        await repository.Refs.TryChangeAsync([.. left.Select(static pin => new RefChange(pin.Key, null, pin.Value))], cancellation).ConfigureAwait(false);
    }
}
