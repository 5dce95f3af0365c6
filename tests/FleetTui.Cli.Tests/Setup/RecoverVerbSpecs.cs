namespace FleetTui.Cli.Tests.Setup;

public sealed class RecoverVerbSpecs
{
    [Fact]
    public async Task What_was_kept_is_listed_and_comes_back_as_a_branch()
    {
        using var place = new SetupPlace();
        Assert.StartsWith("nothing is kept", (await place.RunAsync("recover")).Output, StringComparison.Ordinal);
        var commit = place.Git.Commit(place.Root, "a.txt", "a\n", "Write a");
        var id = commit[..10];
        place.Git.Git(place.Root, "update-ref", $"refs/fleet/kept/ps1/20261120T205900Z-rewritten-{id}", commit);

        Assert.Matches($"ps1 +{id} +rewritten +1 +0 +Write a", (await place.RunAsync("recover", "ps1")).Output);
        Assert.Contains("\"landed\":false", (await place.RunAsync("recover", "--json")).Output, StringComparison.Ordinal);
        Assert.Equal(2, (await place.RunAsync("recover", "ps1", "nothing")).Code);
        Assert.Equal(1, (await place.RunAsync("recover", "ps1", id, "--onto")).Code);

        Assert.StartsWith($"fleet/recovered/ps1-{id} is at {id}.", (await place.RunAsync("recover", "ps1", id)).Output, StringComparison.Ordinal);
        Assert.Equal(commit, place.Git.Git(place.Root, "rev-parse", $"fleet/recovered/ps1-{id}"));
    }
}
