using FleetTui.Configuration;
using FleetTui.Migrations.Grammars;
using FleetTui.Migrations.Schemes;
using FleetTui.Migrations.Versions;

namespace FleetTui.Migrations;

/// <summary>How migrations are named and numbered in one repository.</summary>
/// <param name="Directories">Relative to the root, without a slash at the end; one namespace.</param>
/// <param name="Slots">In the fleet's order.</param>
public sealed record MigrationRules(IReadOnlyList<string> Directories, IMigrationGrammar Grammar, IVersionScheme Scheme, IReadOnlyList<string> Slots)
{
    /// <summary>The rules these files describe, whose bands and teeth the configuration has checked; null when they name no grammar known here.</summary>
    public static MigrationRules? Of(FleetConfiguration configuration)
    {
        var settings = configuration.Migrations;
        if (MigrationGrammars.Named(settings.Grammar) is not { } grammar) return null;
        IVersionScheme scheme = settings.Scheme == MigrationScheme.Bands
            ? new Bands(settings.Bands, settings.Step)
            : new Comb(configuration.Slots.ToDictionary(slot => slot.Id, slot => slot.Band, StringComparer.Ordinal));
        return new([.. settings.Directories.Select(directory => directory.Trim('/'))], grammar, scheme, [.. configuration.Slots.Select(slot => slot.Id)]);
    }

    /// <summary>A version as the tool compares it.</summary>
    public MigrationVersion Version(string text) => new(text, Grammar.Habits.Comparison);

    /// <summary>The path of a new migration, relative to the root, in the first directory; null when the repository has none.</summary>
    public string? PathFor(string version, string name) => Directories switch
    {
        [] => null,
        ["", ..] => Grammar.PathFor(version, name),
        [var first, ..] => $"{first}/{Grammar.PathFor(version, name)}",
    };

    /// <summary>The path, relative to its directory, of the same file under another version.</summary>
    public string? Renamed(string path, string version) => Locate(path) is var (_, relative) ? Grammar.WithVersion(relative, version) : null;

    /// <summary>Splits a path under one of the directories; null elsewhere. With several that hold it, the deepest.</summary>
    public (string Directory, string Relative)? Locate(string path)
    {
        (string, string)? found = null;
        var longest = -1;
        foreach (var directory in Directories)
        {
            if (directory.Length <= longest || !path.StartsWith(directory, StringComparison.Ordinal)) continue;
            if (directory.Length > 0 && (path.Length <= directory.Length || path[directory.Length] != '/')) continue;
            longest = directory.Length;
            found = (directory, directory.Length == 0 ? path : path[(directory.Length + 1)..]);
        }

        return found;
    }
}
