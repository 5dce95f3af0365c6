using FleetTui.Api.Status;

namespace FleetTui.Console.Boards.Diff;

/// <summary>Whether a file's lines end in CR LF. Where all do, the CR is not shown; where only some do, that is what one wants to see.</summary>
internal readonly record struct LineEnd(bool Hidden, string Note)
{
    public static LineEnd Of(DiffFile file)
    {
        var (old, now) = (new Count(), new Count());
        foreach (var line in file.Hunks.SelectMany(hunk => hunk.Lines))
        {
            var isReturn = line.EndsWith('\r');
            old = line[0] is '-' or ' ' ? old.With(isReturn) : old;
            now = line[0] is '+' or ' ' ? now.With(isReturn) : now;
        }

        return (old.Kind, now.Kind) switch
        {
            ("", "") or ("LF", "LF") or ("", "LF") or ("LF", "") => new LineEnd(false, ""),
            ("CRLF", "CRLF") or ("", "CRLF") or ("CRLF", "") => new LineEnd(true, "its lines end in CR LF"),
            ("LF", "CRLF") => new LineEnd(false, "line ends became CR LF"),
            ("CRLF", "LF") => new LineEnd(false, "line ends became LF"),
            _ => new LineEnd(false, "some lines end in CR LF, some in LF"),
        };
    }

    private readonly record struct Count(int Returns, int Others)
    {
        public string Kind => (Returns, Others) switch { (0, 0) => "", (0, _) => "LF", (_, 0) => "CRLF", _ => "mixed" };

        public Count With(bool isReturn) => isReturn ? this with { Returns = Returns + 1 } : this with { Others = Others + 1 };
    }
}
