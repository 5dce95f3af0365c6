using FleetTui.Configuration;
using FleetTui.Console;
using FleetTui.Console.Model;
using FleetTui.Console.Alerting;

namespace FleetTui.Cli.Connecting;

/// <summary>What the console is told of the user's settings.</summary>
internal static class ConsoleSetup
{
    private static readonly ConsoleSettings Defaults = new("C-b", AltKeys: true, Mouse: true, "auto", Ascii: false, VimNavigation: false, new Dictionary<string, string>());

    /// <summary>Of a repository's files. Files that are wrong just now do not keep the user out: a bad value is its default, the daemon goes on with what it read last, and both say what is wrong.</summary>
    /// <param name="root">The repository's root; null outside one.</param>
    /// <param name="stateFile">Where layout and focus are kept between attaches; null: nowhere.</param>
    /// <param name="trusted">Whether the user lets it run what it says.</param>
    public static ConsoleOptions Of(string? root, string? stateFile, Func<FleetConfiguration, bool> trusted)
    {
        var read = root is null ? null : ConfigurationLoader.Load(root);
        var configuration = read?.Configuration;
        var settings = read?.Console ?? Defaults;
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
            configuration?.Terminal.Clipboard ?? true)
        {
            Order = settings.Order == "attention" ? SlotOrder.Attention : SlotOrder.Number,
            Hints = settings.Hints,
            ContextWarning = settings.ContextWarning,
            Problems = [.. read?.Errors.Select(error => error.ToString()) ?? []],
            EmacsModeKeys = settings.ModeKeys == "emacs",
            Alerts = Alerts(settings.Alerts, configuration is not null && trusted(configuration)),
        };
    }

    /// <summary>The same later; null when the files are not valid now.</summary>
    public static ConsoleOptions? Reread(string? root, string? stateFile, Func<FleetConfiguration, bool> trusted) =>
        root is not null && ConfigurationLoader.Load(root).Configuration is not null ? Of(root, stateFile, trusted) : null;

    private static AlertOptions Alerts(AlertSettings settings, bool trusted) => new(
        settings.Bell,
        settings.Notify switch
        {
            "osc9" => NotifyBy.Osc9,
            "osc777" => NotifyBy.Osc777,
            "osc99" => NotifyBy.Osc99,
            "off" => NotifyBy.Nothing,
            _ => null,
        },
        trusted ? settings.Command : "",
        settings.On,
        settings.QuietFrom,
        settings.QuietTo);
}
