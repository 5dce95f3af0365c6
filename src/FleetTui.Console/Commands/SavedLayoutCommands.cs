using FleetTui.Console.Effects;
using FleetTui.Console.Keeping;
using FleetTui.Console.Panels;

namespace FleetTui.Console.Commands;

/// <summary>Layouts under a name. All consoles of a repository share them, so the file is read anew each time.</summary>
internal static class SavedLayoutCommands
{
    public static readonly ConsoleCommand[] All =
    [
        new("save-layout", "save the layout", "save-layout NAME: keep this layout under a name", Save),
        new("load-layout", "load a layout", "load-layout NAME: lay the slots out as saved under that name", Load),
        new("layouts", "saved layouts", "the layouts saved under a name: Enter loads one, d deletes it", (context, _) => List(context)),
        new("delete-layout", "delete a layout", "delete-layout NAME: forget the layout saved under that name", Delete),
    ];

    private const int LongestName = 60;

    private static void Save(CommandContext context, string name)
    {
        if (name.Length == 0)
        {
            context.Model.Panel = new PromptPanel("save this layout as: ", "save-layout ");
        }
        else if (name.Length > LongestName || name.Any(char.IsControl))
        {
            context.Model.Say($"a layout's name has at most {LongestName} characters", error: true);
        }
        else
        {
            context.Ask(new Effect.SaveLayout(name, KeptLayout.Of(context.Model)));
        }
    }

    private static void Load(CommandContext context, string name)
    {
        if (name.Length == 0)
        {
            List(context);
            return;
        }

        context.Ask(new Effect.ReadLayouts((all, then) =>
        {
            if (!all.TryGetValue(name, out var layout))
            {
                then.Model.Say($"no layout is called \"{name}\"{(all.Count > 0 ? $"; there are {string.Join(", ", all.Keys)}" : ": none is saved yet")}", error: true);
                return;
            }

            Cutting.Remember(then.Model, $"loading the layout {name}");
            layout.Apply(then.Model);
            then.Model.Zoomed = false;
            Cutting.Changed(then);
            then.Model.Say($"layout: {name}");
        }));
    }

    private static void List(CommandContext context) => context.Ask(new Effect.ReadLayouts((all, then) =>
    {
        if (all.Count == 0)
        {
            then.Model.Say($"no layout is saved yet ({then.Model.Keys.Spell("save-layout")} saves one)");
        }
        else
        {
            then.Model.Panel = new LayoutsPanel();
        }
    }));

    private static void Delete(CommandContext context, string name) => context.Ask(new Effect.ReadLayouts((all, then) =>
    {
        if (all.ContainsKey(name))
        {
            then.Ask(new Effect.SaveLayout(name, null));
        }
        else
        {
            then.Model.Say($"no layout is called \"{name}\"", error: true);
        }
    }));
}
