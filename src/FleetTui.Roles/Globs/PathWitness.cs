using System.Runtime.InteropServices;
using System.Text;

namespace FleetTui.Roles.Globs;

/// <summary>
/// Finds a shortest path that two automata accept and a third does not: breadth first through their product,
/// restricted to what can be a path in a repository (<see cref="PathShape"/>).
/// </summary>
internal static class PathWitness
{
    // Far beyond what domains written by people need; patterns such as *a*b*c* against each other can grow without it.
    private const int MostStates = 100_000;

    // What a witness is spelled with where the patterns leave the choice.
    private static readonly byte[] Preferred =
    [
        .. "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_.!#$%&'()+,:;<=>@[]^`{|}~?*\\\" /"u8,
        .. Enumerable.Range(1, 255).Select(value => (byte)value),
    ];

    public static CommonGround Find(PathAutomaton one, PathAutomaton other, PathAutomaton except)
    {
        var alphabet = Alphabet(one, other, except);
        var steps = new List<(Place Place, int Before, byte Value)> { (new(one.Start, other.Start, except.Start, PathShape.Start), -1, 0) };
        var seen = new HashSet<Place> { steps[0].Place };
        for (var at = 0; at < steps.Count; at++)
        {
            var place = steps[at].Place;
            if (place.One.Final && place.Other.Final && !place.Except.Final && place.Shape.CanEnd) return new CommonGround.Path(Spell(steps, at));
            foreach (var value in alphabet)
            {
                if (place.Shape.After(value) is not { } shape) continue;
                var next = new Place(one.Next(place.One, value), other.Next(place.Other, value), except.Next(place.Except, value), shape);
                if (next.One.Dead || next.Other.Dead || next.Except.TakesAll || !seen.Add(next)) continue;
                steps.Add((next, at, value));
            }

            if (steps.Count > MostStates) return new CommonGround.Undecided();
        }

        return new CommonGround.None();
    }

    /// <summary>One byte for each group that neither the automata nor the shape of a path can tell apart, the most readable of it.</summary>
    private static List<byte> Alphabet(PathAutomaton one, PathAutomaton other, PathAutomaton except)
    {
        var groups = new HashSet<(byte, byte, byte, int)>();
        return [.. Preferred.Where(value => groups.Add((one.ClassOf(value), other.ClassOf(value), except.ClassOf(value), PathShape.GroupOf(value))))];
    }

    private static string Spell(List<(Place Place, int Before, byte Value)> steps, int at)
    {
        var bytes = new List<byte>();
        for (; steps[at].Before >= 0; at = steps[at].Before) bytes.Add(steps[at].Value);
        bytes.Reverse();
        return Encoding.UTF8.GetString(CollectionsMarshal.AsSpan(bytes));
    }

    private readonly record struct Place(PathState One, PathState Other, PathState Except, PathShape Shape);
}
