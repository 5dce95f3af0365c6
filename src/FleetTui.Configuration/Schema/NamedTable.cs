using System.Diagnostics.CodeAnalysis;
using FleetTui.Configuration.Schema.Shapes;
using FleetTui.Configuration.Toml;

namespace FleetTui.Configuration.Schema;

/// <summary>A table whose key is a name that the user picks.</summary>
internal static class NamedTable
{
    public static bool TryRead(TomlEntry entry, string parent, Problems problems, [NotNullWhen(true)] out TomlTable? table)
    {
        table = entry.Value as TomlTable;
        if (table is null)
            problems.Add(entry.Value.Position, $"{parent}.{entry.Name} must be a table, not {entry.Value.Kind}.", $"write [{parent}.{entry.Name}]");
        else if (CommonShapes.Name.Normal(entry.Name) is null)
            problems.Add(entry.Position, $"The key under {parent} must be {CommonShapes.Name.Expected}, not \"{entry.Name}\".");
        return table is not null;
    }
}
