using System.Text;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Verbs.Vt;

namespace FleetTui.Cli.Verbs;

/// <summary>
/// <c>fleet vt</c>: bytes through the terminal engine, the screen out. For bug reports, tests and conformance suites, which start it a thousand times:
/// it parses its few options by hand.
/// </summary>
public static class VtVerb
{
    /// <param name="args">The options after "vt".</param>
    /// <param name="input">The program's output, or with --ops a JSON list of ["w", base64] and ["r", cols, rows].</param>
    /// <param name="output">The screen as UTF-8; with --replies alone the bytes that the terminal would answer.</param>
    /// <returns>0, or 2 when the options or the operations are wrong.</returns>
    public static int Run(string[] args, Stream input, Stream output)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        if (!VtOptions.TryParse(args, out var options, out var problem))
            return Refuse(problem);

        var session = new VtSession(options);
        if (options.Operations)
        {
            using var bytes = new MemoryStream();
            input.CopyTo(bytes);
            if (VtOperations.Run(session, bytes.GetBuffer().AsMemory(0, (int)bytes.Length)) is { } wrong)
                return Refuse(wrong);
        }
        else
        {
            session.Feed(input);
        }

        if (options.Json)
            ScreenJson.Write(session, options.Replies, output);
        else if (options.Replies)
            output.Write(session.Replies);
        else
            output.Write(Encoding.UTF8.GetBytes(ScreenText.Of(session.Terminal)));
        output.Flush();
        return 0;
    }

    private static int Refuse(string problem)
    {
        using var error = new StreamWriter(new StandardFile(2));
        error.WriteLine($"fleet vt: {problem}");
        return 2;
    }
}
