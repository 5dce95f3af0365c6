using System.Text.RegularExpressions;

namespace FleetTui.Migrations.Grammars;

/// <summary>Laravel: <c>2026_04_28_001000_name.php</c>; the file name is the key of its history.</summary>
internal static partial class Laravel
{
    public static IMigrationGrammar Grammar { get; } = new PatternGrammar(
        "laravel",
        VersionStyle.Time,
        new ToolHabits(
            VersionIsIdentity: false,
            NeedsOrder: false,
            "Laravel runs both, in the order of their names",
            "Laravel runs it after the newer ones"),
        FileName(),
        static (version, name) => $"{Underscored(version)}_{MigrationWords.Snake(name)}.php")
    {
        Spelled = Underscored,
    };

    private static string Underscored(string version) => $"{version[..4]}_{version[4..6]}_{version[6..8]}_{version[8..]}";

    [GeneratedRegex(@"^(?<version>[0-9]{4}_[0-9]{2}_[0-9]{2}_[0-9]{6})_(?<name>[^/]*)\.php$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
