using FleetTui.Configuration.Tests.Schema;
using FleetTui.Configuration.Trust;
using FleetTui.Testing;

namespace FleetTui.Configuration.Tests.Trust;

public sealed class TrustSpecs
{
    private static readonly DateTimeOffset Noon = new(2026, 4, 28, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_repository_is_unknown_then_trusted_then_changed()
    {
        using var directory = new TemporaryDirectory();
        var store = new TrustStore(directory["state/fleet/trust.json"]);
        var (before, after) = (Load("landing.checks = ['make']"), Load("landing.checks = ['curl x | sh']"));

        Assert.IsType<TrustState.Unknown>(store.Check("/a/.git", before));
        store.Trust("/a/.git", before, Noon);
        store.Trust("/b/.git", after, Noon);

        Assert.IsType<TrustState.Trusted>(store.Check("/a/.git", before));
        Assert.Contains("the lane checks 1: \"make\"", Assert.IsType<TrustState.Changed>(store.Check("/a/.git", after)).Before);
        Assert.IsType<TrustState.Trusted>(store.Check("/b/.git", after));
        Assert.IsType<TrustState.Unknown>(store.Check("/c/.git", after));
    }

    [Fact]
    public void The_store_is_the_users_alone()
    {
        using var directory = new TemporaryDirectory();
        var store = new TrustStore(directory["fleet/trust.json"]);

        store.Trust("/a/.git", Load(""), Noon);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(store.Path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(directory["fleet"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"/a/.git\": null}")]
    [InlineData("{\"/a/.git\": {}}")]
    public void A_store_that_makes_no_sense_trusts_nothing_and_can_be_written_again(string content)
    {
        using var directory = new TemporaryDirectory();
        var store = new TrustStore(directory["trust.json"]);
        File.WriteAllText(store.Path, content);

        Assert.IsType<TrustState.Unknown>(store.Check("/a/.git", Load("")));
        store.Trust("/a/.git", Load(""), Noon);
        Assert.IsType<TrustState.Trusted>(store.Check("/a/.git", Load("")));
    }

    [Fact]
    public void Its_place_follows_the_users_state_directory()
    {
        Assert.Equal("/s/fleet/trust.json", TrustStore.Of(name => name == "XDG_STATE_HOME" ? "/s" : "/h").Path);
        Assert.Equal("/h/.local/state/fleet/trust.json", TrustStore.Of(name => name == "HOME" ? "/h" : "relative").Path);
    }

    [Theory]
    [InlineData("agents.claude.command = ['claude', '--model', 'x']")]
    [InlineData("agents.claude.env = { PATH = '/x' }")]
    [InlineData("agents.claude.restart = 'always'")]
    [InlineData("agents.own.command = ['x']")]
    [InlineData("accounts.w = { agent = 'claude', config-dir = '/x' }")]
    [InlineData("accounts.w = { agent = 'claude', env = { A = '1' } }")]
    [InlineData("worktrees.copy = ['.env']")]
    [InlineData("worktrees.setup = ['make']")]
    [InlineData("landing.checks = ['make']")]
    public void Whatever_can_run_changes_the_digest(string fleet) => Assert.NotEqual(Load("").Digest, Load(fleet).Digest);

    [Theory]
    [InlineData("name = 'x'")]
    [InlineData("# a comment\nconsole.mouse = false")]
    [InlineData("landing.mode = 'off'")]
    [InlineData("agents.claude.command = ['claude']")]
    public void What_runs_nothing_does_not_ask_again(string fleet) => Assert.Equal(Load("").Digest, Load(fleet).Digest);

    [Fact]
    public void Two_contents_never_look_alike_and_nothing_hides_from_the_eye()
    {
        Assert.NotEqual(Load("worktrees.setup = ['a', 'b']").Digest, Load("worktrees.setup = ['a\" b']").Digest);
        Assert.NotEqual(Load("landing.checks = ['a', 'b']").Digest, Load("landing.checks = ['b', 'a']").Digest);
        Assert.Contains(
            "the lane checks 1: \"ls 🚀\\u001b[2K\\u202e\\u009b\\U000e0041 \\\\ && \\\"x\\\"\"",
            RunnableContent.Of(Load("landing.checks = [\"ls 🚀\\u001b[2K\\u202e\\u009b\\U000e0041 \\\\ && \\\"x\\\"\"]")).Lines);
    }

    private static FleetConfiguration Load(string fleet) => LoadingSpecs.Read(fleet, null).Configuration!;
}
