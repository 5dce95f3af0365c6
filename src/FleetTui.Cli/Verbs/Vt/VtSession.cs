using System.Text;
using System.Text.Json;
using FleetTui.Terminal;

namespace FleetTui.Cli.Verbs.Vt;

/// <summary>One terminal fed from a file, with what it answered.</summary>
internal sealed class VtSession : ITerminalEffects
{
    private readonly int chunk;
    private readonly List<byte> replies = [];

    public VtSession(VtOptions options)
    {
        chunk = options.Chunk;
        Terminal = new VirtualTerminal(options.Columns, options.Rows, new TerminalOptions(Name: "fleet " + Version()), this);
    }

    public VirtualTerminal Terminal { get; }

    /// <summary>The answers; bytes that are not UTF-8 as U+FFFD.</summary>
    public string Replies => Encoding.UTF8.GetString([.. replies]);

    public void Feed(ReadOnlySpan<byte> bytes)
    {
        var step = chunk > 0 ? chunk : Math.Max(bytes.Length, 1);
        for (var i = 0; i < bytes.Length; i += step)
            Terminal.Feed(bytes.Slice(i, Math.Min(step, bytes.Length - i)));
    }

    /// <summary>Runs a JSON list of ["w", base64] and ["r", cols, rows].</summary>
    public bool TryRun(ReadOnlyMemory<byte> json, out string problem)
    {
        problem = "";
        try
        {
            using var document = JsonDocument.Parse(json);
            var number = 0;
            foreach (var operation in document.RootElement.EnumerateArray())
            {
                number++;
                switch (operation[0].GetString())
                {
                    case "w":
                        Feed(operation[1].GetBytesFromBase64());
                        break;
                    case "r":
                        Terminal.Resize(operation[1].GetInt32(), operation[2].GetInt32());
                        break;
                    default:
                        problem = $"operation {number} is neither \"w\" nor \"r\"";
                        return false;
                }
            }

            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            problem = $"the operations are not a JSON list of [\"w\", base64] and [\"r\", cols, rows]: {e.Message}";
            return false;
        }
    }

    void ITerminalEffects.Reply(ReadOnlySpan<byte> bytes) => replies.AddRange(bytes);

    void ITerminalEffects.TitleChanged(string title)
    {
    }

    void ITerminalEffects.Bell()
    {
    }

    void ITerminalEffects.Notification(string title, string body)
    {
    }

    void ITerminalEffects.ClipboardWrite(string selection, string text)
    {
    }

    void ITerminalEffects.WorkingDirectory(string uri)
    {
    }

    void ITerminalEffects.Progress(ProgressState state, int percent)
    {
    }

    void ITerminalEffects.ProgramStatus(ProgramStatus status)
    {
    }

    void ITerminalEffects.PromptMark(PromptMark mark, int? exitCode)
    {
    }

    private static string Version() => typeof(VtSession).Assembly.GetName().Version?.ToString(3) ?? "0";
}
