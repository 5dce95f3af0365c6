using FsCheck;
using FsCheck.Fluent;

namespace FleetTui.Roles.Tests.Globs;

public sealed class DomainAgainstGitSpecs
{
    [Fact(Timeout = 120_000)]
    public async Task Any_patterns_take_in_what_git_check_ignore_takes_in()
    {
        await Task.Yield();
        using var git = new RealGit();
        Prop.ForAll(Globs.Patterns.ToArbitrary(), Globs.Paths.ToArbitrary(), (patterns, paths) =>
        {
            var domain = new Domain(patterns);
            var expected = git.Ignored(patterns, paths);
            var differing = paths.Where(path => domain.Contains(path) != expected.Contains(path)).ToList();
            return (differing.Count == 0).Label($"git says {(differing.Count > 0 ? expected.Contains(differing[0]) : null)} of \"{differing.FirstOrDefault()}\" under {string.Join(" | ", patterns)}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    [Theory]
    [InlineData("a/foo**/bar", "a/foox/y/bar", "a/foo/bar", "a/foo/x")]
    [InlineData("foo/", "foo", "foo/x", "a/foo/x")]
    [InlineData("**/foo/bar", "foo/bar", "x/y/foo/bar", "foo/x/bar")]
    [InlineData("a/**\\/b", "a/b", "a/x/b", "a/x/y/b")]
    [InlineData("a/[b/c]", "a/b", "a/[b/c]", "a/c")]
    [InlineData("[[:nothing:]]", "a", "n", ":")]
    [InlineData("foo\\/", "foo/a", "foo\\/a", "foo")]
    public void Git_s_corners_are_kept(string pattern, params string[] paths)
    {
        using var git = new RealGit();
        var domain = new Domain([pattern]);
        Assert.Equal(git.Ignored([pattern], paths).Order(), paths.Where(domain.Contains).Order());
    }
}
