using FleetTui.Api.Client;
using FleetTui.Cli.Connecting;

namespace FleetTui.Cli.CommandLine;

/// <summary>What a verb has to work with. Tests give their own.</summary>
/// <param name="Directory">Where the user is; absolute.</param>
/// <param name="Environment">Reads an environment variable.</param>
internal sealed record CliContext(
    string Directory,
    TextWriter Output,
    TextWriter Error,
    Func<string, string?> Environment,
    IFleetConnector Fleets,
    TimeProvider Time)
{
    /// <summary>This context seen from elsewhere; each directory is relative to the one before, as git's <c>-C</c>.</summary>
    public CliContext In(IEnumerable<string> directories)
    {
        var place = Directory;
        foreach (var directory in directories)
        {
            place = Path.GetFullPath(directory, place);
            if (!System.IO.Directory.Exists(place))
            {
                throw new FleetApiException(ExitCode.Input, $"cannot change to '{directory}': there is no such directory");
            }
        }

        return this with { Directory = place };
    }

    public static CliContext OfProcess() => new(
        System.Environment.CurrentDirectory,
        new StreamWriter(new StandardFile(1), leaveOpen: true) { AutoFlush = false },
        new StreamWriter(new StandardFile(2), leaveOpen: true) { AutoFlush = true },
        System.Environment.GetEnvironmentVariable,
        new FleetConnector(),
        TimeProvider.System);
}
