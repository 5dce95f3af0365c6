using FleetTui.Configuration;
using FleetTui.Console;

namespace FleetTui.Cli.Connecting;

/// <summary>What the console is told of the user's settings.</summary>
internal static class ConsoleSetup
{
    private static readonly ConsoleSettings Defaults = new("C-b", AltKeys: true, Mouse: true, "auto", Ascii: false, VimNavigation: false, new Dictionary<string, string>());

    /// <summary>Of a repository's files. Files that are wrong just now do not keep the user out: the daemon goes on with what it read last and says what is wrong.</summary>
    /// <param name="root">The repository's root; null outside one.</param>
    /// <param name="stateFile">Where layout and focus are kept between attaches; null: nowhere.</param>
    public static ConsoleOptions Of(string? root, string? stateFile)
    {
        var configuration = root is null ? null : ConfigurationLoader.Load(root).Configuration;
        var settings = configuration?.Console ?? Defaults;
        return new ConsoleOptions(
            settings.Prefix,
            settings.AltKeys,
            settings.Mouse,
            settings.Theme,
            settings.Ascii,
            settings.VimNavigation,
            settings.Keys,
            ReadOnly: false,
            stateFile,
            configuration?.Terminal.Clipboard ?? true);
    }
}
