using FleetTui.Console.Compositing;
using FleetTui.Console.Model;
using FleetTui.Console.Status;

namespace FleetTui.Console.Boards.Roles;

/// <summary>The list of roles: name, holder, and how many files.</summary>
internal static class RoleList
{
    public static void Draw(Canvas canvas, IReadOnlyList<RoleEntry> entries, int chosen, int top, ConsoleModel model)
    {
        var theme = model.Theme;
        for (var y = 0; y < canvas.Height && top + y < entries.Count; y++)
        {
            var entry = entries[top + y];
            var line = canvas.Part(new Rect(0, y, canvas.Width, 1));
            var ground = top + y == chosen ? theme.Selected : theme.Text;
            if (top + y == chosen)
            {
                line.Fill(ground);
            }

            var (name, holder) = entry.Key switch
            {
                RoleEntry.All => ("all files", ""),
                RoleEntry.Tried => ("tried domain", ""),
                _ => (entry.Role!.Name, entry.Role.Holder ?? "free"),
            };
            PieceLine.Draw(
                line,
                [
                    new Piece(name, (entry.Role is null ? theme.Accent : theme.Strong).On(ground), 2, Shrinks: true),
                    new Piece($"  {holder}", (entry.Role?.Holder is null ? theme.Held : theme.Dim).On(ground), 1, Shrinks: true),
                ],
                [new Piece($"{entry.Files}", theme.Dim.On(ground))]);
        }
    }
}
