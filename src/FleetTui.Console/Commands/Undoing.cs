using FleetTui.Console.Model;

namespace FleetTui.Console.Commands;

/// <summary>What was done from this console and can be taken back, the last first.</summary>
internal static class Undoing
{
    private const int Most = 50;

    public static void Remember(ConsoleModel model, string what, Action<CommandContext> back)
    {
        model.Undo.Add(new UndoStep(what, back));
        if (model.Undo.Count > Most)
        {
            model.Undo.RemoveAt(0);
        }
    }

    /// <summary>Takes the last one back, and says which that is.</summary>
    public static void Last(CommandContext context)
    {
        var model = context.Model;
        if (model.Undo.Count == 0)
        {
            model.Say("there is nothing to take back");
            return;
        }

        var step = model.Undo[^1];
        model.Undo.RemoveAt(model.Undo.Count - 1);
        model.Say($"taken back: {step.What}");
        step.Back(context);
    }
}
