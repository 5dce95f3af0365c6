namespace FleetTui.Cli.Tests.Setup;

public sealed class HooksVerbSpecs
{
    [Fact]
    public async Task They_are_installed_shown_and_removed_without_a_daemon()
    {
        using var place = new SetupPlace();
        place.Git.Write(place.Root, "roles.toml", "[[slot]]\nid = \"ps1\"\nworktree = \"slots/ps1\"\nbranch = \"wip/ps1\"\n[[slot]]\nid = \"ps2\"\n");
        place.Git.Git(place.Root, "worktree", "add", "-q", "-b", "wip/ps1", "slots/ps1");

        var status = await place.RunAsync("hooks", "status");
        Assert.Equal(0, status.Code);
        Assert.Contains("it is not installed", status.Output, StringComparison.Ordinal);
        Assert.Contains("it has no worktree yet", status.Output, StringComparison.Ordinal);

        var installed = await place.RunAsync("hooks", "install");
        Assert.Equal("", installed.Error);
        Assert.Contains("ps1   installed", installed.Output, StringComparison.Ordinal);
        Assert.Contains("commit hooks", (await place.RunAsync("doctor")).Output, StringComparison.Ordinal);
        Assert.Contains("it is not installed", (await place.RunAsync("hooks", "remove")).Output, StringComparison.Ordinal);
        Assert.Contains("fleet hooks install brings them back", (await place.RunAsync("doctor")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fleet_that_wants_none_gets_none()
    {
        using var place = new SetupPlace();
        place.Git.Write(place.Root, "fleet.toml", "[landing]\ncommit-hook = false\n");
        var run = await place.RunAsync("hooks", "install");
        Assert.Equal((2, true), (run.Code, run.Error.Contains("landing.commit-hook is false", StringComparison.Ordinal)));
    }
}
