using FleetTui.TerminalHost.Panes;

namespace FleetTui.TerminalHost.Tests.Panes;

public class PaneEnvironmentSpecs
{
    [Fact]
    public void Programs_see_our_terminal_and_not_the_one_we_were_started_in()
    {
        var environment = PaneEnvironment.ForPane(
        [
            new("TMUX", "/tmp/s"), new("TMUX_PANE", "%1"), new("STY", "1"), new("KITTY_WINDOW_ID", "1"), new("TERM_PROGRAM", "ghostty"), new("TERM", "screen"),
            new("COLUMNS", "80"), new("PATH", "/bin"), new("LANG", "de_DE.UTF-8"), new("FLEET_SLOT", "other"),
        ],
            [new("FLEET_SLOT", "ps2")]);

        Assert.Equal(
            new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["COLORTERM"] = "truecolor",
                ["FLEET_SLOT"] = "ps2",
                ["LANG"] = "de_DE.UTF-8",
                ["PATH"] = "/bin",
                ["TERM"] = "xterm-256color",
                ["TERM_PROGRAM"] = "fleet",
                ["TERM_PROGRAM_VERSION"] = PaneEnvironment.Version,
            },
            new SortedDictionary<string, string>(environment.ToDictionary(), StringComparer.Ordinal));
    }

    [Fact]
    public void Without_a_locale_programs_still_write_UTF_8() =>
        Assert.Equal("C.UTF-8", PaneEnvironment.ForPane([])["LC_CTYPE"]);

    [Theory]
    [InlineData("file://host/home/me/a%20b", "/home/me/a b")]
    [InlineData("file:///tmp", "/tmp")]
    [InlineData("/tmp", "/tmp")]
    [InlineData("http://host/x", null)]
    [InlineData("file://host", null)]
    public void A_working_directory_report_is_a_path(string uri, string? path) => Assert.Equal(path, WorkingDirectoryUri.PathOf(uri));
}
