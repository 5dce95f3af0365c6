namespace FleetTui.Terminal.Tests.Properties;

/// <summary>A copy of a screen kept by <see cref="VirtualTerminal.TakeChanges"/> alone, as a remote view keeps one.</summary>
internal sealed class Mirror(VirtualTerminal terminal)
{
    private readonly string[] rows = Enumerable.Repeat("", terminal.Rows).ToArray();

    public string Text => string.Join('/', rows);

    public void Follow()
    {
        var changed = new bool[rows.Length];
        var scrolled = Math.Min(terminal.ScrolledSinceTake, rows.Length);
        terminal.TakeChanges(changed);
        Array.Copy(rows, scrolled, rows, 0, rows.Length - scrolled);
        for (var y = 0; y < rows.Length; y++)
        {
            if (changed[y])
                rows[y] = terminal.TextOf(terminal.FirstScreenLine + y);
        }
    }
}
