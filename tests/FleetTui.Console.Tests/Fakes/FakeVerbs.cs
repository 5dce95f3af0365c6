using FleetTui.Console.Verbs;

namespace FleetTui.Console.Tests.Fakes;

/// <summary>A command line of three verbs that says what it was asked.</summary>
internal sealed class FakeVerbs : IFleetVerbs
{
    public IReadOnlyList<FleetVerb> All { get; } =
    [
        new("role list", "Show every role.", "", NeedsWords: false, Changes: false, Asks: false),
        new("host upgrade", "Replace the host.", "", NeedsWords: false, Changes: true, Asks: true),
        new("demo", "A demo.", "", NeedsWords: false, Changes: true, Asks: false, Outside: "run it in a shell"),
    ];

    public IReadOnlyList<string> Complete(string line) => ["--json"];

    public Task<int> RunAsync(string line, Action<string> wrote, CancellationToken cancellation)
    {
        wrote($"ran {line}\n");
        return Task.FromResult(0);
    }
}
