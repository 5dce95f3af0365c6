namespace FleetTui.Git.Running;

/// <summary>One git command line: verb and arguments, before environment and place. Immutable.</summary>
public sealed record GitCommand
{
    private GitCommand(GitAccess access, IReadOnlyList<string> words)
    {
        Access = access;
        Words = words;
    }

    public GitAccess Access { get; }

    /// <summary>The verb and what follows it.</summary>
    public IReadOnlyList<string> Words { get; private init; }

    /// <summary><c>key=value</c>, each given with <c>-c</c>.</summary>
    public IReadOnlyList<string> Settings { get; private init; } = ["core.fsmonitor=false"];

    /// <summary>Where it runs; null: the repository's root.</summary>
    public string? Directory { get; private init; }

    public ReadOnlyMemory<byte> Input { get; private init; }

    public TimeSpan? Deadline { get; private init; }

    /// <summary>Bytes of output that are kept; null: as many as a command keeps.</summary>
    public int? OutputLimit { get; private init; }

    public IReadOnlyDictionary<string, string?> Environment { get; private init; } = new Dictionary<string, string?>();

    public static GitCommand Read(params IReadOnlyList<string> words) => new(GitAccess.Read, words);

    public static GitCommand Write(params IReadOnlyList<string> words) => new(GitAccess.Write, words);

    public static GitCommand Network(params IReadOnlyList<string> words) => new(GitAccess.Network, words);

    public GitCommand With(params IEnumerable<string> more) => this with { Words = [.. Words, .. more] };

    public GitCommand WithIf(bool condition, params IEnumerable<string> more) => condition ? With(more) : this;

    public GitCommand Setting(string key, string value) => this with { Settings = [.. Settings, $"{key}={value}"] };

    public GitCommand In(string directory) => this with { Directory = directory };

    public GitCommand Fed(ReadOnlyMemory<byte> input) => this with { Input = input };

    public GitCommand Fed(string input) => this with { Input = System.Text.Encoding.UTF8.GetBytes(input) };

    public GitCommand Within(TimeSpan? deadline) => this with { Deadline = deadline };

    public GitCommand Limited(int bytes) => this with { OutputLimit = bytes };

    public GitCommand Under(string variable, string? value) =>
        this with { Environment = new Dictionary<string, string?>(Environment) { [variable] = value } };

    /// <summary>The arguments git gets.</summary>
    public IReadOnlyList<string> Arguments() => [.. Settings.SelectMany(static s => new[] { "-c", s }), .. Words];
}
