using FleetTui.Api.Client;
using FleetTui.Configuration;
using FleetTui.Configuration.Editing;

namespace FleetTui.Daemon.Live;

/// <summary>Writes <c>roles.toml</c> and takes what it says at once, one change after the other. A file that a change would make invalid is put back as it was.</summary>
internal sealed class RolesWriting(string root, LiveConfiguration configuration) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);

    /// <summary>Everything that a change is decided on is to be read inside.</summary>
    public async Task<T> OneAsync<T>(Func<Task<T>> work)
    {
        await one.WaitAsync();
        try
        {
            return await work();
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Inside <see cref="OneAsync"/>.</summary>
    /// <exception cref="FleetApiException">Nothing was changed, and why.</exception>
    public void Take(Func<RolesFileChange> change)
    {
        var file = Path.Combine(root, ConfigurationLoader.RolesFile);
        try
        {
            var before = File.ReadAllBytes(file);
            switch (change())
            {
                case RolesFileChange.Invalid invalid:
                    throw new FleetApiException(2, $"Nothing was changed, because roles.toml is not valid as it is: {invalid.Errors[0]}");
                case RolesFileChange.SlotMissing missing:
                    throw new FleetApiException(2, $"roles.toml has no slot {missing.Slot} any more; look at it and try again.");
                case RolesFileChange.Failed failed:
                    throw new FleetApiException(1, failed.Reason);
            }

            if (configuration.Reload() is { } problem)
            {
                RolesFileEditor.Restore(root, before);
                configuration.Reload();
                throw new FleetApiException(2, $"Nothing was changed. {problem}");
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new FleetApiException(1, $"roles.toml could not be changed: {failure.Message}", failure);
        }
    }

    public void Dispose() => one.Dispose();
}
