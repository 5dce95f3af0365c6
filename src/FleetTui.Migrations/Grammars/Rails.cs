using System.Text.RegularExpressions;

namespace FleetTui.Migrations.Grammars;

/// <summary>Rails: <c>20260428001000_name.rb</c>, subfolders included. Two of one version are refused; older ones run.</summary>
internal static partial class Rails
{
    public static IMigrationGrammar Grammar { get; } = new PatternGrammar(
        "rails",
        VersionStyle.Time,
        versionIsIdentity: true,
        needsOrder: false,
        FileName(),
        static (version, name) => $"{version}_{MigrationWords.Snake(name)}.rb");

    [GeneratedRegex(@"(^|/)(?<version>[0-9]+)_(?<name>[_a-z0-9]*)\.?[_a-z0-9]*\.rb$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
