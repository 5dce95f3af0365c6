namespace FleetTui.Cli.Tests.CommandLine;

public sealed class WrongUsageSpecs
{
    [Theory]
    [InlineData("stauts", "fleet: unknown verb 'stauts'; did you mean 'status'?")]
    [InlineData("frobnicate", "fleet: unknown verb 'frobnicate'; see 'fleet --help'")]
    [InlineData("status --jsno", "fleet: unknown option '--jsno'; did you mean '--json'?")]
    [InlineData("role asign", "fleet: unknown verb 'asign'; did you mean 'assign'?")]
    [InlineData("lane", "fleet: 'fleet lane' needs one of: status, pause, resume")]
    [InlineData("restart", "fleet: 'fleet restart' needs SLOT; see 'fleet restart --help'")]
    [InlineData("role assign ps1", "fleet: 'fleet role assign' needs ROLE; see 'fleet role assign --help'")]
    [InlineData("land --al", "fleet: unknown option '--al'; did you mean '--all'?")]
    [InlineData("capture ps1 --scrollback much", "fleet: --scrollback takes a number, not 'much'")]
    [InlineData("capture ps1 --scrollback -1", "fleet: --scrollback takes a number of lines, 0 or more; see 'fleet capture --help'")]
    [InlineData("demo --seconds long", "fleet: --seconds takes a number, not 'long'")]
    [InlineData("status now", "fleet: unknown argument 'now'; see 'fleet status --help'")]
    public async Task A_wrong_command_line_is_told_in_one_sentence_and_answers_2(string line, string expected)
    {
        var fleet = new FakeFleet();

        var run = await CommandRun.OfAsync(fleet, line.Split(' '));

        Assert.Equal((2, "", expected + "\n"), (run.Code, run.Output, run.Error));
        Assert.Empty(fleet.Asked);
    }

    [Fact]
    public async Task A_directory_that_is_not_there_is_told()
    {
        var run = await CommandRun.OfAsync(new FakeFleet(), "-C", "/no/such/place", "status");

        Assert.Equal((2, "fleet: cannot change to '/no/such/place': there is no such directory\n"), (run.Code, run.Error));
    }

    [Fact]
    public async Task Directories_add_up_as_in_git()
    {
        using var directory = new FleetTui.Testing.TemporaryDirectory();
        Directory.CreateDirectory(directory["a/b"]);
        var fleet = new FakeFleet();

        var run = await CommandRun.InAsync(directory.Path, fleet, "-C", "a", "-C", "b", "status");

        Assert.Equal((0, $"connect {directory["a/b"]}"), (run.Code, fleet.Asked[0]));
    }

    [Fact]
    public async Task Text_with_an_at_sign_is_text()
    {
        var fleet = new FakeFleet();

        await CommandRun.OfAsync(fleet, "send", "ps2", "@reviewer", "--enter");

        Assert.Contains("send ps2 @reviewer True", fleet.Asked);
    }

    [Fact]
    public async Task Help_of_a_verb_that_lacks_its_arguments_is_help()
    {
        var run = await CommandRun.OfAsync(new FakeFleet(), "restart", "--help");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("SLOT", run.Output, StringComparison.Ordinal);
    }
}
