using FleetTui.Api.Client;
using FleetTui.Api.Status;
using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Keys;
using FleetTui.Console.Loop;
using FleetTui.Console.Model;

namespace FleetTui.Console.Boards.Diff;

/// <summary>What a slot has not landed (<c>prefix V</c>): its commits, and file by file what they change, what is not committed, and what git does not know.</summary>
public sealed class DiffBoard(string slot) : Board
{
    private readonly Pager _pager = new();
    private string _chosen = DiffEntry.Commits;
    private int _top;
    private object? _seen;

    public string Slot => slot;

    public override string Mode => "DIFF";

    public override IReadOnlyList<string> Kept => ["diff", slot];

    protected override string Title(ConsoleModel model)
    {
        var target = Known(model) is { } diff ? $" against {diff.Target}" : "";
        return $"diff of {model.SlotOf(slot)?.Status.Number} {slot}{target}{(Reading.IsReading ? " (reading…)" : "")}";
    }

    protected override IReadOnlyList<Hint> Hints(ConsoleModel model) =>
    [
        new("n", "next file"), new("p", "previous"), new("]", "next hunk"), new("[", "previous"), new("x", "next violation"), new("+", "whole file"), new(">", "next slot"), new("r", "read again"), new("L", "land"), new("Enter", "go to it"),
    ];

    public override void Opened(CommandContext context) => Read(context);

    public override void Heard(FleetUpdate update, CommandContext context)
    {
        if (update.Status is not null && !Equals(_seen, Seen(context.Model)))
        {
            Reading.Changed();
            Reread(context);
        }
    }

    /// <summary>The answer to what was asked.</summary>
    public void Take(SlotDiff read, string? path, ConsoleModel model)
    {
        Answered();
        model.Diff = path is not null && Known(model) is { } all
            ? all with { Files = [.. all.Files.Select(file => read.Files.FirstOrDefault(other => other.Part == file.Part && other.Path == file.Path) ?? file)] }
            : read;
    }

    protected override void Body(Canvas canvas, ConsoleModel model)
    {
        if (Known(model) is not { } diff)
        {
            canvas.Text(0, 0, Problem is null ? "reading…" : "", model.Theme.Dim);
            return;
        }

        var entries = DiffEntry.Of(diff);
        var chosen = Chosen(entries);
        var places = ListPlaces.Of(canvas.Width, canvas.Height, entries.Count);
        var list = canvas.Part(places.List);
        _top = Math.Clamp(_top, Math.Max(0, chosen - list.Height + 1), chosen);
        _top = chosen < 3 ? 0 : Math.Min(_top, Math.Max(0, entries.Count - list.Height));
        FileList.Draw(list, entries, chosen, _top, model);
        ScrollBar.Draw(canvas.Part(new Rect(places.List.Right, places.List.Y, 1, places.List.Height)), _top, entries.Count, model);
        places.DrawLine(canvas, model);
        _pager.Draw(canvas.Part(places.Text), Rows(diff, entries[chosen], places, model), model);
    }

    protected override bool Act(KeyStroke key, CommandContext context)
    {
        var model = context.Model;
        switch (key.ToString())
        {
            case "r":
                Read(context, null);
                return true;
            case ">" or "<":
                Next(context, key.IsCharacter('>') ? 1 : -1);
                return true;
            case "Enter" when model.SlotOf(slot) is { } here:
                context.Run($"slot {here.Status.Number}");
                return true;
            case "L":
                context.Run($"land {slot}");
                return true;
        }

        if (Known(model) is not { } diff)
        {
            return false;
        }

        var entries = DiffEntry.Of(diff);
        switch (key.ToString())
        {
            case "n" or "Tab" or "J":
                Step(entries, 1, _ => true);
                return true;
            case "p" or "S-Tab" or "BTab" or "K":
                Step(entries, -1, _ => true);
                return true;
            case "x":
                Step(entries, 1, entry => entry.File is { Violation.Length: > 0 });
                return true;
            case "+" when entries[Chosen(entries)].File is { IsCut: true } file:
                Read(context, file.Path);
                return true;
            default:
                // Keys may come faster than frames: they move in what is chosen now.
                var place = Place(model);
                Rows(diff, entries[Chosen(entries)], ListPlaces.Of(place.Width - 4, place.Height - 2, entries.Count), model);
                return _pager.Press(key);
        }
    }

    public override void Wheel(int lines, CommandContext context) => _pager.Scroll(lines);

    protected override void Choose(int x, int y, CommandContext context)
    {
        if (Known(context.Model) is not { } diff)
        {
            return;
        }

        var entries = DiffEntry.Of(diff);
        var place = Place(context.Model);
        var list = ListPlaces.Of(place.Width - 4, place.Height - 2, entries.Count).List;
        var at = _top + y - list.Y;
        if (list.Contains(x, y) && at < entries.Count && entries[at].Key is { } key)
        {
            Go(key);
        }
    }

    private IReadOnlyList<PageRow> Rows(SlotDiff diff, DiffEntry entry, ListPlaces places, ConsoleModel model) => entry.File is { } file
        ? _pager.Rows(file, places.Text, model, () => DiffText.Of(file, places.Text.Width - 1, places.Text.Width >= ListPlaces.WithNumbers, model))
        : _pager.Rows(diff, places.Text, model, () => CommitText.Of(diff, places.Text.Width - 1, model));

    private SlotDiff? Known(ConsoleModel model) => model.Diff is { } diff && diff.Slot == slot ? diff : null;

    private int Chosen(IReadOnlyList<DiffEntry> entries)
    {
        var at = entries.ToList().FindIndex(entry => entry.Key == _chosen);
        return Math.Max(0, at);
    }

    /// <summary>To the next entry of a kind; round at the ends.</summary>
    private void Step(IReadOnlyList<DiffEntry> entries, int by, Func<DiffEntry, bool> wanted)
    {
        var at = Chosen(entries);
        for (var i = 0; i < entries.Count; i++)
        {
            at = (at + by + entries.Count) % entries.Count;
            if (entries[at].Key is { } key && wanted(entries[at]))
            {
                Go(key);
                return;
            }
        }
    }

    private void Go(string key)
    {
        if (key != _chosen)
        {
            _chosen = key;
            _pager.Begin();
        }
    }

    private void Next(CommandContext context, int by)
    {
        var slots = context.Model.Slots;
        var at = slots.FindIndex(one => one.Id == slot);
        if (slots.Count > 1)
        {
            Opening.Put(context, new DiffBoard(slots[(at + by + slots.Count) % slots.Count].Id));
        }
    }

    protected override void Read(CommandContext context) => Read(context, null);

    /// <summary>What tells that there may be something else to show.</summary>
    private object? Seen(ConsoleModel model) => model.SlotOf(slot)?.Status is { } status
        ? (status.Branch, status.Ahead, status.Dirty, status.State, status.Landing, status.Role, model.Lane?.Landed)
        : null;

    private void Read(CommandContext context, string? path)
    {
        _seen = Seen(context.Model);
        Ask(context, $"diff {slot}", async (api, cancellation) => new ConsoleMessage.Diff(this, await api.DiffAsync(slot, path, cancellation).ConfigureAwait(false), path));
    }
}
