using FleetTui.Api.Client;
using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Effects;
using FleetTui.Console.Keys;
using FleetTui.Console.Loop;
using FleetTui.Console.Model;
using FleetTui.Console.Status;
using FleetTui.Console.Views;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Panels;

/// <summary>Gives a slot a role (<c>prefix A</c>): the roles with their holders, and below what the choice would do. Enter does it.</summary>
/// <param name="wanted">The role to begin with; null: the slot's own, or the first that is free.</param>
public sealed class RolesPanel(string slot, string? wanted = null) : IPanel
{
    private readonly ListCursor _cursor = new();
    private bool _placed;

    public string Mode => "ROLES";

    public Rect Place(ConsoleModel model) => PanelPlace.Centered(model, 96, 9 + (model.Roles?.Count ?? 10));

    public void Draw(Canvas canvas, ConsoleModel model)
    {
        var inside = BoxView.Draw(canvas, $"a role for {model.SlotOf(slot)?.Status.Number} {slot}", model, "Enter assign   arrows choose   q close");
        if (model.Roles is not { } roles)
        {
            inside.Text(0, 0, "reading…", model.Theme.Dim);
            return;
        }

        var entries = Entries(roles);
        var names = Math.Clamp(roles.Select(role => TextWidth.Of(role.Name)).DefaultIfEmpty(0).Max(), 10, 24);
        var listHeight = Math.Max(1, Math.Min(entries.Count, inside.Height - 7));
        var top = _cursor.Window(entries.Count, listHeight);
        for (var y = 0; y < listHeight && top + y < entries.Count; y++)
        {
            Row(inside.Part(new Rect(0, y, inside.Width, 1)), entries[top + y], names, top + y == _cursor.Selected, model);
        }

        inside.HorizontalLine(0, listHeight, inside.Width, model.Ascii ? "-" : "─", model.Theme.Border);
        Preview(inside.Part(new Rect(0, listHeight + 1, inside.Width, inside.Height - listHeight - 1)), entries[_cursor.Selected], model);
    }

    /// <summary>The roles have come: stand on the slot's own, or on the first that is free.</summary>
    public void Loaded(CommandContext context)
    {
        if (_placed || context.Model.Roles is not { } roles)
        {
            return;
        }

        _placed = true;
        var entries = Entries(roles);
        var own = entries.FindIndex(role => wanted is null ? role?.Holder == slot : role?.Name == wanted);
        _cursor.Selected = own >= 0 ? own : Math.Max(0, entries.FindIndex(role => role is { Holder: null }));
        AskPreview(context);
    }

    public void Press(KeyStroke key, CommandContext context)
    {
        var model = context.Model;
        if (key.Key == Key.Escape || key.IsCharacter('q') || key.ToString() == "C-c")
        {
            model.Panel = null;
            return;
        }

        if (model.Roles is not { } roles)
        {
            return;
        }

        var entries = Entries(roles);
        if (key.Key == Key.Enter)
        {
            model.Panel = null;
            Assign(entries[_cursor.Selected], context);
        }
        else if (_cursor.Press(key, entries.Count, 8))
        {
            AskPreview(context);
        }
    }

    public void Wheel(int lines, CommandContext context) => Move(_cursor.Selected + Math.Sign(lines), context);

    public void Click(int x, int y, CommandContext context) => Move(_cursor.Top + y - 1, context);

    private void Move(int to, CommandContext context)
    {
        if (context.Model.Roles is { } roles)
        {
            _cursor.Move(to - _cursor.Selected, Entries(roles).Count);
            AskPreview(context);
        }
    }

    /// <summary>All roles, and null for none.</summary>
    private static List<RoleStatus?> Entries(IReadOnlyList<RoleStatus> roles) => [.. roles, null];

    private void Row(Canvas line, RoleStatus? role, int names, bool selected, ConsoleModel model)
    {
        var theme = model.Theme;
        var ground = selected ? theme.Selected : theme.Text;
        if (selected)
        {
            line.Fill(theme.Selected);
        }

        var mine = role?.Holder == slot;
        var holder = role is null ? "" : mine ? "this slot" : role.Holder is null ? "free" : $"held by {role.Holder}";
        PieceLine.Draw(
            line,
            [
                new Piece(selected ? (model.Ascii ? "> " : "▸ ") : "  ", theme.Accent.On(ground)),
                new Piece($"{(role?.Name ?? "(no role)").PadRight(names)}  ", selected ? theme.Selected : theme.Strong),
                new Piece(role?.Title ?? "free this slot", theme.Dim.On(ground), 1, Shrinks: true),
            ],
            [new Piece($"{holder} ", (mine ? theme.Done : role?.Holder is null ? theme.Working : theme.Held).On(ground))]);
    }

    private void Preview(Canvas canvas, RoleStatus? role, ConsoleModel model)
    {
        var theme = model.Theme;
        canvas.TextFit(0, 0, Domain(role), theme.Dim, canvas.Width);
        if (model.Preview is not { } preview || preview.Slot != slot || preview.To != (role?.Name ?? ""))
        {
            canvas.Text(0, 1, "…", theme.Dim);
            return;
        }

        canvas.TextFit(0, 1, What(preview, model), theme.Strong, canvas.Width);
        if (preview.Action == "swap" && preview.Holder is { } holder)
        {
            canvas.TextFit(0, 2, $"swap: {holder} gets {(preview.From.Length > 0 ? preview.From : "no role")}", theme.Held, canvas.Width);
        }

        var ahead = preview.Ahead == 0 ? "nothing unlanded" : $"{preview.Ahead} commit{(preview.Ahead == 1 ? "" : "s")} not landed";
        var dirty = preview.Dirty == 0 ? "no dirty files" : $"{preview.Dirty} dirty file{(preview.Dirty == 1 ? "" : "s")}, kept";
        canvas.TextFit(0, 3, $"{slot}: {ahead}, {dirty}", preview.Ahead + preview.Dirty > 0 ? theme.Needs : theme.Done, canvas.Width);
        string?[] changed = preview.Action switch { "none" => [], "swap" => [slot, preview.Holder], _ => [slot] };
        var running = changed.Where(id => id is not null && model.SlotOf(id) is { Status.Pid: not null, Status.State: not "stopped" }).ToList();
        if (running.Count > 0)
        {
            canvas.TextFit(0, 4, $"restarts with the new role: {string.Join(", ", running)}", theme.Dim, canvas.Width);
        }
    }

    private static string Domain(RoleStatus? role) => role switch
    {
        null => "no domain: nothing of this slot can land",
        { Domain.Count: 0 } => "domain: what no role owns",
        _ => $"domain: {string.Join("  ", role.Domain)}",
    };

    private string What(AssignmentResult preview, ConsoleModel model)
    {
        var arrow = model.Ascii ? "->" : "→";
        var before = preview.From.Length > 0 ? preview.From : "no role";
        return preview.Action switch
        {
            "none" => $"{slot} has this role already",
            _ => $"{slot}: {before} {arrow} {(preview.To.Length > 0 ? preview.To : "no role")}",
        };
    }

    private void AskPreview(CommandContext context)
    {
        var role = Entries(context.Model.Roles!)[_cursor.Selected];
        var swap = role?.Holder is { } holder && holder != slot;
        context.Ask(new Effect.Call($"preview of {role?.Name}", async (api, cancellation) =>
            new ConsoleMessage.Preview(await api.AssignRoleAsync(slot, role?.Name ?? "", swap, "", preview: true, cancellation).ConfigureAwait(false))));
    }

    private void Assign(RoleStatus? role, CommandContext context)
    {
        var swap = role?.Holder is { } holder && holder != slot;
        FleetCommands.Assign(context, slot, role?.Name ?? "", swap, "chosen in the console");
    }
}
