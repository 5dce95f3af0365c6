using System.Text;
using FleetTui.Console;
using FleetTui.Processes;

namespace FleetTui.Cli.Connecting;

/// <summary>Runs the console's short programs: without a terminal, ten seconds at most.</summary>
internal sealed class LocalPrograms(Func<string, string?> environment) : ILocalPrograms
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    public async Task<string?> RunAsync(IReadOnlyList<string> command, IReadOnlyDictionary<string, string> variables, string input, CancellationToken cancellation)
    {
        var result = await new Command(command[0], [.. command.Skip(1)])
        {
            Environment = variables.ToDictionary(pair => pair.Key, pair => (string?)pair.Value),
            Input = Encoding.UTF8.GetBytes(input),
            Deadline = Longest,
            OutputLimit = 4096,
        }.RunAsync(cancellation);
        if (result.Succeeded)
        {
            return null;
        }

        var error = result.ErrorText.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault();
        return result.End is CommandEnd.TimedOut ? $"ended after {Longest.TotalSeconds:0} seconds" : $"exit code {result.ExitCode}{(error is null ? "" : $", {error}")}";
    }

    public bool Has(string name) =>
        (environment("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries).Any(directory => File.Exists(Path.Combine(directory, name)));
}
