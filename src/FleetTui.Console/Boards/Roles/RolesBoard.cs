using FleetTui.Api.Client;
using FleetTui.Api.Status;
using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Keys;
using FleetTui.Console.Loop;
using FleetTui.Console.Model;
using FleetTui.Console.Panels;

namespace FleetTui.Console.Boards.Roles;

/// <summary>The roles (<c>prefix y</c>): who holds which, what each domain takes in of the tracked files, who held it before, and what a domain one thinks of would take in.</summary>
public sealed class RolesBoard(IReadOnlyList<string> tried) : Board
{
    private readonly Pager _pager = new();
    private string? _chosen = tried.Count > 0 ? RoleEntry.Tried : null;
    private IReadOnlyList<string> _tried = tried;
    private int _top;

    public override string Mode => "ROLES";

    public override IReadOnlyList<string> Kept => ["roles", .. _tried];

    /// <summary>Shows what a domain of these patterns would take in; none: only those that are.</summary>
    public void Try(IReadOnlyList<string> patterns, CommandContext context)
    {
        _tried = patterns;
        _chosen = patterns.Count > 0 ? RoleEntry.Tried : null;
        _pager.Begin();
        Read(context);
    }

    public override void Opened(CommandContext context) => Read(context);

    public override void Heard(FleetUpdate update, CommandContext context)
    {
        if (update.Entry?.Kind is "role.assigned" or "configuration.changed" or "lane.landed")
        {
            Reading.Changed();
            Reread(context);
        }
    }

    /// <summary>The answer to what was asked.</summary>
    public void Take(IReadOnlyList<RoleStatus> roles, DomainCoverage coverage, ConsoleModel model)
    {
        Answered();
        (model.Roles, model.Coverage) = (roles, coverage);
    }

    protected override string Title(ConsoleModel model) => model.Coverage is { } coverage ? $"roles, {coverage.Tracked} files on {coverage.Target}{(Reading.IsReading ? " (reading…)" : "")}" : "roles";

    protected override IReadOnlyList<Hint> Hints(ConsoleModel model) =>
        [new("n", "next"), new("p", "previous"), new("A", $"give to {model.Focused?.Id}"), new("Enter", "to its holder"), new("/", "try a domain"), new("c", "clear it"), new("r", "read again")];

    protected override void Body(Canvas canvas, ConsoleModel model)
    {
        if (model.Roles is not { } roles || model.Coverage is not { } coverage)
        {
            canvas.Text(0, 0, Problem is null ? "reading…" : "", model.Theme.Dim);
            return;
        }

        var entries = RoleEntry.Of(roles, coverage);
        var chosen = Chosen(entries);
        var places = ListPlaces.Of(canvas.Width, canvas.Height, entries.Count);
        _top = Math.Clamp(_top, Math.Max(0, chosen - places.List.Height + 1), chosen);
        RoleList.Draw(canvas.Part(places.List), entries, chosen, _top, model);
        places.DrawLine(canvas, model);
        _pager.Draw(canvas.Part(places.Text), Rows(entries[chosen], coverage, places, model), model);
    }

    protected override bool Act(KeyStroke key, CommandContext context)
    {
        var model = context.Model;
        switch (key.ToString())
        {
            case "r":
                Read(context);
                return true;
            case "/":
                model.Panel = new PromptPanel("domain (patterns): ", "role try ", string.Join(' ', _tried));
                return true;
            case "c":
                Try([], context);
                return true;
        }

        if (model.Roles is not { } roles || model.Coverage is not { } coverage)
        {
            return false;
        }

        var entries = RoleEntry.Of(roles, coverage);
        var chosen = entries[Chosen(entries)];
        switch (key.ToString())
        {
            case "n" or "Tab" or "J":
                Step(entries, 1);
                return true;
            case "p" or "S-Tab" or "K":
                Step(entries, -1);
                return true;
            case "A" when model.Focused is { } slot:
                Give(chosen.Role, slot.Id, context);
                return true;
            case "Enter" when chosen.Role?.Holder is { } holder && model.SlotOf(holder) is { } slot:
                context.Run($"slot {slot.Status.Number}");
                return true;
            default:
                var place = Place(model);
                Rows(chosen, coverage, ListPlaces.Of(place.Width - 4, place.Height - 2, entries.Count), model);
                return _pager.Press(key);
        }
    }

    public override void Wheel(int lines, CommandContext context) => _pager.Scroll(lines);

    protected override void Choose(int x, int y, CommandContext context)
    {
        if (context.Model is not { Roles: { } roles, Coverage: { } coverage })
        {
            return;
        }

        var entries = RoleEntry.Of(roles, coverage);
        var place = Place(context.Model);
        var list = ListPlaces.Of(place.Width - 4, place.Height - 2, entries.Count).List;
        if (list.Contains(x, y) && _top + y - list.Y < entries.Count)
        {
            Go(entries[_top + y - list.Y].Key);
        }
    }

    private static void Give(RoleStatus? role, string slot, CommandContext context)
    {
        if (role is null)
        {
            context.Run("assign");
            return;
        }

        var swap = role.Holder is { } holder && holder != slot;
        context.Model.Panel = new ConfirmPanel(
            swap ? $"give {role.Name} to {slot}? {role.Holder} holds it and gets what {slot} has now" : $"give {role.Name} to {slot}?",
            yes => FleetCommands.Assign(yes, slot, role.Name, swap, "chosen in the console"));
    }

    private IReadOnlyList<PageRow> Rows(RoleEntry entry, DomainCoverage coverage, ListPlaces places, ConsoleModel model)
    {
        var width = places.Text.Width - 1;
        return entry.Key switch
        {
            RoleEntry.All => _pager.Rows(coverage, places.Text, model, () => CoverageText.Of(coverage, width, model)),
            RoleEntry.Tried => _pager.Rows((object?)coverage.Tried ?? coverage, places.Text, model, () => CoverageText.Tried(coverage, width, model)),
            _ => _pager.Rows(entry.Role!, places.Text, model, () => RoleText.Of(entry.Role!, coverage, width, model)),
        };
    }

    private int Chosen(IReadOnlyList<RoleEntry> entries) => Math.Max(0, entries.ToList().FindIndex(entry => entry.Key == _chosen));

    private void Step(IReadOnlyList<RoleEntry> entries, int by) => Go(entries[(Chosen(entries) + by + entries.Count) % entries.Count].Key);

    private void Go(string key)
    {
        _chosen = key;
        _pager.Begin();
    }

    protected override void Read(CommandContext context)
    {
        var patterns = _tried;
        Ask(context, "roles", async (api, cancellation) =>
        {
            var roles = await api.RolesAsync(cancellation).ConfigureAwait(false);
            return new ConsoleMessage.Coverage(this, roles, await api.CoverageAsync(patterns, cancellation).ConfigureAwait(false));
        });
    }
}
