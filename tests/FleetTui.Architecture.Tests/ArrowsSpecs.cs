using System.Reflection;

namespace FleetTui.Architecture.Tests;

public sealed class ArrowsSpecs
{
    [Fact]
    public void Every_room_but_the_executable_has_its_arrows_written_down() =>
        Assert.Equal(Rooms.Allowed.Keys.Order(StringComparer.Ordinal), Rooms.Names().Where(n => n != "Cli").Order(StringComparer.Ordinal));

    [Fact]
    public void A_project_refers_only_to_rooms_below_it()
    {
        var wrong = from room in Rooms.Allowed.Keys
                    from reference in Rooms.ProjectReferences(room)
                    where !Rooms.Allowed[room].Contains(reference)
                    select $"{room} → {reference}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Compiled_code_uses_only_rooms_below_it()
    {
        var wrong = from room in Rooms.Allowed.Keys
                    from reference in Assembly.Load($"FleetTui.{room}").GetReferencedAssemblies()
                    where reference.Name!.StartsWith("FleetTui.", StringComparison.Ordinal)
                    let used = reference.Name!["FleetTui.".Length..]
                    where !Rooms.Allowed[room].Contains(used)
                    select $"{room} → {used}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_arrows_make_no_circle()
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        var path = new List<string>();

        void Visit(string room)
        {
            Assert.DoesNotContain(room, path);
            if (!done.Add(room))
            {
                return;
            }

            path.Add(room);
            Array.ForEach(Rooms.Allowed[room], Visit);
            path.RemoveAt(path.Count - 1);
        }

        foreach (var room in Rooms.Allowed.Keys)
        {
            Visit(room);
        }
    }
}
