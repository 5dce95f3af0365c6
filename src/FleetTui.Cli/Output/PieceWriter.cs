using System.Text;

namespace FleetTui.Cli.Output;

/// <summary>Hands on what is written, piece by piece.</summary>
internal sealed class PieceWriter(Action<string> wrote) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => wrote(value.ToString());

    public override void Write(char[] buffer, int index, int count) => wrote(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => wrote(buffer.ToString());

    public override void Write(string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            wrote(value);
        }
    }

    public override void WriteLine(string? value) => wrote(value + "\n");

    public override Task WriteLineAsync(string? value)
    {
        WriteLine(value);
        return Task.CompletedTask;
    }
}
