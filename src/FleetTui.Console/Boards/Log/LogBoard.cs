using FleetTui.Console.Commands;
using FleetTui.Console.Keys;
using FleetTui.Console.Loop;
using FleetTui.Console.Model;
using FleetTui.Console.Panels;

namespace FleetTui.Console.Boards.Log;

/// <summary>What happened (<c>prefix e</c>), newest at the bottom and following; filtered by slot, kind and text; older pages come as one scrolls up.</summary>
public sealed class LogBoard(LogFilter filter) : LineBoard
{
    private static readonly string?[] Kinds = [null, "slot", "lane", "role", "worktree", "configuration", "fleet"];

    public LogFilter Filter { get; private set; } = filter;

    public override string Mode => "LOG";

    public override IReadOnlyList<string> Kept => ["log", Filter.Slot ?? "", Filter.Kind ?? "", Filter.Text ?? ""];

    protected override bool Follows => true;

    protected override bool Chooses => false;

    /// <summary>Shows what this filter takes.</summary>
    public void Show(LogFilter wanted, CommandContext context)
    {
        Filter = wanted;
        Follow();
        Opened(context);
    }

    public override void Opened(CommandContext context)
    {
        context.Model.LogWindow = new LogWindow(Filter);
        AskPage(context);
    }

    /// <summary>A page has come.</summary>
    public void Came() => Answered();

    protected override string Title(ConsoleModel model)
    {
        var parts = new[] { Filter.Slot is { } slot ? $"of {slot}" : null, Filter.Kind is { } kind ? $"{kind}.*" : null, Filter.Text is { } text ? $"\"{text}\"" : null };
        return string.Join("  ", new[] { "log" }.Concat(parts.OfType<string>())) + (IsFollowing ? "" : "  (G follows)");
    }

    protected override IReadOnlyList<Hint> Hints(ConsoleModel model) =>
        [new("f", $"slot: {Filter.Slot ?? "all"}"), new("t", $"kind: {Filter.Kind ?? "all"}"), new("/", "text"), new("c", "clear"), new("G", "follow")];

    protected override IReadOnlyList<BoardLine> Lines(ConsoleModel model, int width) =>
        model.LogWindow is { } window && window.Filter == Filter ? LogLines.Of(window, model, width) : [];

    protected override bool Act(KeyStroke key, CommandContext context)
    {
        var model = context.Model;
        switch (key.ToString())
        {
            case "f":
                Show(Filter with { Slot = Next([null, .. model.Slots.Select(slot => slot.Id)], Filter.Slot, 1) }, context);
                return true;
            case "F":
                Show(Filter with { Slot = Next([null, .. model.Slots.Select(slot => slot.Id)], Filter.Slot, -1) }, context);
                return true;
            case "t":
                Show(Filter with { Kind = Next(Kinds, Filter.Kind, 1) }, context);
                return true;
            case "T":
                Show(Filter with { Kind = Next(Kinds, Filter.Kind, -1) }, context);
                return true;
            case "/":
                model.Panel = new PromptPanel("log with: ", "log --grep ", Filter.Text ?? "");
                return true;
            case "c":
                Show(LogFilter.None, context);
                return true;
            default:
                return base.Act(key, context);
        }
    }

    protected override void PastTop(CommandContext context) => AskPage(context);

    private void AskPage(CommandContext context)
    {
        if (context.Model.LogWindow is not { ReachesBegin: false } window || (window.Asked && Reading.IsReading))
        {
            return;
        }

        window.Asked = true;
        var query = Filter.Query(window.Entries.Count > 0 ? window.Entries[0].Id : null);
        Ask(context, "log", async (api, cancellation) => new ConsoleMessage.LogPage(window, await api.LogPageAsync(query, cancellation).ConfigureAwait(false)));
    }

    private static string? Next(string?[] all, string? now, int by) => all[(Math.Max(0, Array.IndexOf(all, now)) + by + all.Length) % all.Length];
}
