using System.Text;
using FleetTui.Cli.Verbs.Vt;

namespace FleetTui.Cli.Verbs;

/// <summary>
/// <c>fleet vt</c>: bytes through the terminal engine, the screen out. For bug reports, tests and conformance suites, which start it a thousand times:
/// it parses its few options by hand.
/// </summary>
public static class VtVerb
{
    private const string Usage = "usage: fleet vt --cols C --rows R [--json] [--ops] [--replies] [--chunk N] < bytes";

    /// <param name="args">The options after "vt".</param>
    /// <param name="input">The program's output, or with --ops a JSON list of ["w", base64] and ["r", cols, rows].</param>
    /// <param name="output">The screen; with --replies what the terminal would answer.</param>
    /// <returns>0, or 2 when the options or the operations are wrong.</returns>
    public static int Run(string[] args, Stream input, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        if (!VtOptions.TryParse(args, out var options, out var problem))
            return Refuse(problem);

        using var bytes = new MemoryStream();
        input.CopyTo(bytes);
        var session = new VtSession(options);
        if (options.Operations)
        {
            if (!session.TryRun(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), out problem))
                return Refuse(problem);
        }
        else
        {
            session.Feed(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        }

        var text = new StringBuilder();
        if (options.Json)
            ScreenJson.Write(session, options.Replies, text);
        else if (options.Replies)
            text.Append(session.Replies);
        else
            ScreenText.Write(session.Terminal, text);
        output.Write(text);
        output.Flush();
        return 0;
    }

    private static int Refuse(string problem)
    {
        System.Console.Error.WriteLine($"fleet vt: {problem}");
        System.Console.Error.WriteLine(Usage);
        return 2;
    }
}
