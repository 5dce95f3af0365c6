namespace FleetTui.Cli.Output;

/// <summary>Columns for people, left-aligned, two blanks apart. Never wraps or cuts: the output may be a pipe.</summary>
internal sealed class TextTable(params string[] header)
{
    private readonly List<string[]> _rows = [header];

    public void Add(params string[] row) => _rows.Add([.. row.Select(Printable.Of)]);

    public async Task WriteAsync(TextWriter output)
    {
        var widths = new int[header.Length];
        foreach (var row in _rows)
        {
            for (var column = 0; column < row.Length; column++)
            {
                widths[column] = Math.Max(widths[column], row[column].Length);
            }
        }

        foreach (var row in _rows)
        {
            var line = string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column])));
            await output.WriteLineAsync(line.TrimEnd());
        }
    }
}
