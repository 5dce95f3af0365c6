using FleetTui.TerminalHost.Protocol;

namespace FleetTui.TerminalHost.Upgrading;

/// <summary>A client's wish that the host becomes another program. The form is promised to all versions: fields are only added at the end.</summary>
/// <param name="Command">The program, absolute, and the arguments before <c>host</c>.</param>
/// <param name="Runtime">The client's variables whose names start with DOTNET_: the new program needs its own.</param>
/// <param name="LoseScreens">Go on although the new program cannot read the screens.</param>
internal sealed record UpgradeRequest(IReadOnlyList<string> Command, IReadOnlyDictionary<string, string> Runtime, bool LoseScreens)
{
    private const string RuntimePrefix = "DOTNET_";

    public void Write(WireWriter wire)
    {
        wire.Int32(Command.Count);
        foreach (var argument in Command) wire.Text(argument);
        wire.Int32(Runtime.Count);
        foreach (var (name, value) in Runtime)
        {
            wire.Text(name);
            wire.Text(value);
        }

        wire.Bool(LoseScreens);
    }

    public static UpgradeRequest Read(ref WireReader wire)
    {
        var command = new string[wire.Count(HostLimits.ListItems)];
        for (var index = 0; index < command.Length; index++) command[index] = wire.Text();
        var runtime = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var left = wire.Count(HostLimits.ListItems); left > 0; left--)
        {
            var name = wire.Text();
            runtime[name] = wire.Text();
        }

        return new UpgradeRequest(command, runtime, wire.Bool());
    }

    /// <summary>Those of an environment that the runtime of a program goes by.</summary>
    public static Dictionary<string, string> RuntimeOf(IEnumerable<KeyValuePair<string, string>> environment) =>
        environment.Where(pair => IsRuntime(pair.Key)).ToDictionary(StringComparer.Ordinal);

    /// <summary>This process's environment with the runtime's variables of the client in the place of its own.</summary>
    public Dictionary<string, string> EnvironmentOver(IEnumerable<KeyValuePair<string, string>> own)
    {
        var environment = own.Where(pair => !IsRuntime(pair.Key)).ToDictionary(StringComparer.Ordinal);
        foreach (var (name, value) in Runtime.Where(pair => IsRuntime(pair.Key))) environment[name] = value;
        return environment;
    }

    private static bool IsRuntime(string name) => name.StartsWith(RuntimePrefix, StringComparison.Ordinal);
}
