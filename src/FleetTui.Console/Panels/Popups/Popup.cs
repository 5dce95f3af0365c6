using FleetTui.Console.Commands;
using FleetTui.Console.Effects;

namespace FleetTui.Console.Panels.Popups;

/// <summary>Opening and ending popups. Their panes are told from slots' by their names.</summary>
internal static class Popup
{
    private const string Prefix = "popup:";

    public static bool Is(string pane) => pane.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Opens one, or shows again the one that goes on under this name.</summary>
    /// <param name="script">For <c>/bin/sh -c</c>.</param>
    public static void Open(CommandContext context, string name, string title, string script, string directory)
    {
        var panel = new PanePanel(Prefix + name, title);
        context.Model.Panel = panel;
        var (columns, rows) = panel.Size(context.Model);
        context.Ask(new Effect.OpenPane(panel.Pane, ["/bin/sh", "-c", script], directory, columns, rows));
    }

    /// <summary>The window has another size.</summary>
    public static void Resize(CommandContext context)
    {
        if (context.Model.Panel is PanePanel panel)
        {
            var (columns, rows) = panel.Size(context.Model);
            context.Ask(new Effect.ResizePane(panel.Pane, columns, rows));
        }
    }

    /// <summary>Its program ended, or could not be started.</summary>
    public static void Ended(CommandContext context, string pane, string? failure)
    {
        var model = context.Model;
        model.Panel = (model.Panel as PanePanel)?.Pane == pane ? null : model.Panel;
        if (failure is not null)
        {
            model.Say(failure, error: true);
        }

        model.Dirty = true;
        context.Ask(new Effect.ClosePane(pane));
    }
}
