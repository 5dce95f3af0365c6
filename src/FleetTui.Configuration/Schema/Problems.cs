namespace FleetTui.Configuration.Schema;

/// <summary>Collects everything that is wrong, in any order.</summary>
internal sealed class Problems
{
    private readonly List<ConfigurationError> found = [];

    public void Add(SourcePosition position, string message, string? fix = null) => found.Add(new ConfigurationError(position, message, fix));

    public void AddRange(IEnumerable<ConfigurationError> errors) => found.AddRange(errors);

    public bool Any => found.Count > 0;

    /// <summary>By file, then as a reader meets them.</summary>
    public IReadOnlyList<ConfigurationError> Sorted() =>
    [
        .. found.OrderBy(error => error.Position.File, StringComparer.Ordinal).ThenBy(error => error.Position.Line).ThenBy(error => error.Position.Column),
    ];
}
