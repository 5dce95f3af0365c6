using System.Text;
using FleetTui.Configuration.Schema.Shapes;
using FleetTui.Configuration.Toml;

namespace FleetTui.Configuration.Schema;

/// <summary>One key of <c>fleet.toml</c> or <c>roles.toml</c>: what the loader reads, the reference documents and the example shows.</summary>
/// <param name="Default">As one writes it in TOML; null: the key is required, or (see <paramref name="Summary"/>) its default depends on others.</param>
/// <param name="Summary">One sentence, for the reference.</param>
public abstract record SchemaKey(string Name, string? Default, string Summary)
{
    /// <summary>What is expected, to follow "must be": "a duration such as …".</summary>
    public abstract string Expected { get; }

    /// <summary>Without it the file is wrong.</summary>
    public bool Required { get; init; }
}

/// <inheritdoc/>
internal sealed record SchemaKey<T>(string Name, Shape<T> Shape, string? Default, string Summary) : SchemaKey(Name, Default, Summary)
{
    private readonly Lazy<T> defaultValue = new(() => Parse(Shape, Default ?? throw new InvalidOperationException($"{Name} has no default.")));

    public override string Expected => Shape.Expected;

    public T DefaultValue => defaultValue.Value;

    private static T Parse(Shape<T> shape, string toml)
    {
        var problems = new Problems();
        var value = TomlReader.Instance.Read(Encoding.UTF8.GetBytes("key = " + toml), "default").Document!["key"]!;
        return shape.TryRead(value, "key", problems, out var result)
            ? result
            : throw new InvalidOperationException($"The default {toml} is itself refused: {problems.Sorted()[0]}");
    }
}
