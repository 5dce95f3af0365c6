using FsCheck;
using FsCheck.Fluent;

namespace FleetTui.Roles.Tests;

public sealed class CommonGroundSpecs
{
    [Theory]
    [InlineData("blog/**", "blog/x/**", "blog/x/a")]
    [InlineData("blog/**", "docs/**", null)]
    [InlineData("*.md", "docs/*.md", "docs/.md")]
    [InlineData("docs/*", "docs/a/b", "docs/a/b")]
    [InlineData("a/b", "a/b/", "a/b/a")] // the one as a directory
    [InlineData("/[a-c]x", "/[d-f]x", null)]
    [InlineData("[a-c]x", "[d-f]x", "ax/dx")]
    [InlineData(".git/**", ".git/**", null)]
    [InlineData("é*", "?*x", "éx")]
    [InlineData("/a?", "/aé", null)] // ? is one byte to git
    public void Two_patterns_overlap_when_a_path_can_lie_in_both(string one, string other, string? example)
    {
        var ground = Domain.Compare(new([one]), new([other]));
        Assert.Equal(example, (ground as CommonGround.Path)?.Example);
        Assert.IsNotType<CommonGround.Undecided>(ground);
    }

    [Fact]
    public void What_a_negated_pattern_takes_out_does_not_overlap()
    {
        Assert.IsType<CommonGround.None>(Domain.Compare(new(["docs/*", "!docs/blog"]), new(["docs/blog/**"])));
        Assert.IsType<CommonGround.Path>(Domain.Compare(new(["docs/**", "!docs/blog/a"]), new(["docs/blog/**"])));
    }

    [Fact]
    public void What_is_shared_does_not_overlap() =>
        Assert.IsType<CommonGround.None>(Domain.Compare(new(["docs/**"]), new(["docs/**"]), new Domain(["docs/**"])));

    [Fact(Timeout = 120_000)]
    public async Task An_example_lies_in_both_and_where_there_is_none_no_path_does()
    {
        await Task.Yield();
        Prop.ForAll(Globs.Globs.Patterns.ToArbitrary(), Globs.Globs.Patterns.ToArbitrary(), Globs.Globs.Paths.ToArbitrary(), (some, others, paths) =>
        {
            Domain one = new(some), other = new(others);
            return Domain.Compare(one, other) switch
            {
                CommonGround.Path path => one.Contains(path.Example) && other.Contains(path.Example),
                CommonGround.None => !paths.Any(path => one.Contains(path) && other.Contains(path)),
                _ => false,
            };
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void Twelve_wide_domains_are_compared_with_each_other()
    {
        var domains = Enumerable.Range(0, 12).Select(n => new Domain([$"src/area{n}/**", $"docs/area{n}/**", $"**/area{n}-*.sql", $"test/**/area{n}/*.dart", $"*.area{n}"])).ToList();
        // area1-*.sql may lie in src/area2: a real overlap; and it is found for each pair.
        foreach (var one in domains)
            foreach (var other in domains.Where(other => other != one))
                Assert.IsType<CommonGround.Path>(Domain.Compare(one, other));
    }
}
