namespace FleetTui.Console.Verbs;

/// <summary>The verbs of the command line, for the palette and the prompt: the same table and the same parser.</summary>
public interface IFleetVerbs
{
    /// <summary>Every verb that the command line's help shows, groups by their parts.</summary>
    IReadOnlyList<FleetVerb> All { get; }

    /// <summary>What the last word of a command line may become; without the program's name.</summary>
    IReadOnlyList<string> Complete(string line);

    /// <summary>Runs a command line.</summary>
    /// <param name="wrote">Given what it prints as it prints it, on any thread.</param>
    /// <returns>Its exit code.</returns>
    Task<int> RunAsync(string line, Action<string> wrote, CancellationToken cancellation);
}
