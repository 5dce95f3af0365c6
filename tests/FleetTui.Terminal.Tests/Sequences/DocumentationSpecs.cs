using FleetTui.Terminal.Sequences;

namespace FleetTui.Terminal.Tests.Sequences;

public sealed class DocumentationSpecs
{
    private const string Marker = "<!-- From here on generated: FLEET_WRITE_DOCS=1 scripts/test Terminal -->\n\n";

    [Fact]
    public void The_page_on_the_terminal_lists_what_the_tables_hold()
    {
        var path = Path.Combine(Repository(), "docs", "terminal.md");
        var page = File.ReadAllText(path);
        var cut = page.IndexOf(Marker, StringComparison.Ordinal) + Marker.Length;
        Assert.True(cut > Marker.Length, "docs/terminal.md has lost its marker");
        if (Environment.GetEnvironmentVariable("FLEET_WRITE_DOCS") == "1")
            File.WriteAllText(path, page[..cut] + SequenceCatalog.Markdown());
        else
            Assert.Equal(SequenceCatalog.Markdown(), page[cut..]);
    }

    private static string Repository()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "FleetTui.sln")))
            directory = Path.GetDirectoryName(directory) ?? throw new InvalidOperationException("FleetTui.sln is not above the tests.");
        return directory;
    }
}
