using FleetTui.Console.Commands;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;

namespace FleetTui.Console.Loop;

/// <summary>
/// Settings that changed in fleet.toml while the console is open. Keys, copy mode, alerts and the clipboard are as they say now; theme, order and hints too, where the user has not chosen
/// otherwise here. The mouse and the drawing with ASCII are those of the terminal this console began on.
/// </summary>
internal static class NewSettings
{
    public static void Take(ConsoleOptions read, ConsoleModel model)
    {
        var before = model.Options;
        var settings = before with
        {
            Prefix = read.Prefix, AltKeys = read.AltKeys, VimNavigation = read.VimNavigation, Keys = read.Keys, EmacsModeKeys = read.EmacsModeKeys,
            Theme = read.Theme, Order = read.Order, Hints = read.Hints, Alerts = read.Alerts, Clipboard = read.Clipboard,
        };
        var (old, keys) = (model.Keys, new KeyTables(settings.Prefix, settings.AltKeys, settings.VimNavigation, settings.Keys, CommandTable.Default.Has));
        var themed = model.ThemeName != model.ConfiguredTheme;
        (model.Order, model.Hints) = (model.Order == before.Order ? settings.Order : model.Order, model.Hints == before.Hints ? settings.Hints : model.Hints);
        model.Use(settings, keys);
        if (!themed || before.Theme != settings.Theme)
        {
            model.UseTheme(model.ConfiguredTheme);
        }

        if (before.Order != settings.Order)
        {
            model.Arrange();
        }

        Tell(old, keys, model);
    }

    /// <summary>What is new: a clash that was told before is not told with every change of the file.</summary>
    private static void Tell(KeyTables old, KeyTables keys, ConsoleModel model)
    {
        if (!Lines(old).SequenceEqual(Lines(keys)))
        {
            model.Say($"the keys are as fleet.toml has them now ({keys.PrefixKey} ? lists them)");
        }

        foreach (var change in keys.Displaced.Except(old.Displaced))
        {
            model.Say(change);
        }

        foreach (var problem in keys.Problems.Except(old.Problems))
        {
            model.Say(problem, error: true);
        }
    }

    private static IEnumerable<string> Lines(KeyTables keys) =>
        keys.Prefix.Select(binding => $"{keys.PrefixKey} {binding}").Concat(keys.Root.Select(binding => $"{binding}")).Order(StringComparer.Ordinal);
}
