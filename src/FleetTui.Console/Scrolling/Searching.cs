using FleetTui.Console.Commands;
using FleetTui.Console.Effects;
using FleetTui.Console.Model;
using FleetTui.Console.Views;

namespace FleetTui.Console.Scrolling;

/// <summary>Finds the next line with the text. Lines not fetched yet are fetched a stretch at a time, and the search goes on when they are here.</summary>
internal static class Searching
{
    private const int Stretch = 2000;

    public static void Next(SlotModel slot, ScrollState scroll, CommandContext context, bool backward)
    {
        if (slot.View is not { } view || scroll.Search is not { Length: > 0 } wanted)
        {
            return;
        }

        var step = backward ? -1 : 1;
        var line = scroll.Cursor.Line;
        var column = scroll.Cursor.Column + step;
        while (line >= view.FirstLine && line < view.FirstScreenLine + view.Rows)
        {
            if (line < view.FirstScreenLine && !scroll.HasLine(line))
            {
                var start = backward ? Math.Max(view.FirstLine, line - Stretch + 1) : line;
                scroll.Resume = (slot.Id, backward);
                scroll.Cursor = new LinePosition(line, backward ? view.Columns : 0);
                context.Ask(new Effect.FetchLines(slot.Id, start, (int)Math.Min(Stretch, view.FirstScreenLine - start)));
                return;
            }

            List<(int From, int To)> matches;
            lock (view.Gate)
            {
                matches = LineSearch.Matches(ScrollView.Cells(scroll, view, line), wanted);
            }

            var found = backward ? matches.FindLastIndex(match => match.From <= column) : matches.FindIndex(match => match.From >= column);
            if (found >= 0)
            {
                scroll.Resume = null;
                CopyKeys.Move(slot, scroll, context, new LinePosition(line, matches[found].From));
                return;
            }

            line += step;
            column = backward ? int.MaxValue : 0;
        }

        scroll.Resume = null;
        context.Model.Say($"no more \"{wanted}\"");
    }
}
