using System.Text.RegularExpressions;

namespace FleetTui.Migrations.Grammars;

/// <summary>Laravel: <c>2026_04_28_001000_name.php</c>; the file name is the key of its history.</summary>
internal static partial class Laravel
{
    public static IMigrationGrammar Grammar { get; } = new PatternGrammar(
        "laravel",
        VersionStyle.Time,
        versionIsIdentity: false,
        needsOrder: false,
        FileName(),
        static (version, name) => $"{version[..4]}_{version[4..6]}_{version[6..8]}_{version[8..]}_{MigrationWords.Snake(name)}.php");

    [GeneratedRegex(@"^(?<version>[0-9]{4}_[0-9]{2}_[0-9]{2}_[0-9]{6})_(?<name>[^/]*)\.php$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
