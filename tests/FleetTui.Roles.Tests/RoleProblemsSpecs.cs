namespace FleetTui.Roles.Tests;

public sealed class RoleProblemsSpecs
{
    [Fact]
    public void Overlapping_domains_are_refused_naming_both_and_a_path_in_both()
    {
        var problem = Assert.Single(RoleProblems.Of(Configurations.With([("blog", ["docs/*.txt", "blog/**"]), ("wiki", ["wiki/**", "blog/x/**"])], [])));
        Assert.Equal("roles blog and wiki overlap: both \"blog/**\" and \"blog/x/**\" hold blog/x/a", problem.Message);
        Assert.Equal(11, problem.Position.Line);
    }

    [Fact]
    public void A_tracked_path_in_both_is_named_before_an_invented_one()
    {
        var configuration = Configurations.With([("blog", ["blog/**"]), ("text", ["**/*.md"])], []);
        Assert.EndsWith("hold blog/2026/hello.md", Assert.Single(RoleProblems.Of(configuration, ["README.md", "blog/2026/hello.md"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shared_paths_may_lie_in_many_domains() =>
        Assert.Empty(RoleProblems.Of(Configurations.With([("blog", ["blog/**"]), ("text", ["blog/index.md", "text/**"])], [], "blog/index.md")));

    [Fact]
    public void A_pattern_that_matches_nothing_is_told() =>
        Assert.StartsWith("role blog: ", Assert.Single(RoleProblems.Of(Configurations.With([("blog", ["blog/[a", "x/**"])], []))).Message, StringComparison.Ordinal);

    [Fact]
    public void So_is_one_that_nothing_can_share() =>
        Assert.StartsWith("shared: ", Assert.Single(RoleProblems.Of(Configurations.With([("blog", ["blog/**"])], [], "./README.md"))).Message, StringComparison.Ordinal);
}
