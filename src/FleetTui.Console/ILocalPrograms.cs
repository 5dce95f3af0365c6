namespace FleetTui.Console;

/// <summary>Short programs beside the console: the user's command for alerts, a clipboard tool. They never get the terminal.</summary>
public interface ILocalPrograms
{
    /// <param name="input">Its standard input, UTF-8.</param>
    /// <returns>Null when it ended with 0; else why not, in a few words.</returns>
    Task<string?> RunAsync(IReadOnlyList<string> command, IReadOnlyDictionary<string, string> environment, string input, CancellationToken cancellation);

    /// <summary>Whether PATH has a program of this name.</summary>
    bool Has(string name);
}
