using FleetTui.Agents.Launch;
using FleetTui.Configuration;

namespace FleetTui.Agents.Tests;

public sealed class RoleBriefSpecs
{
    [Fact]
    public void An_agent_is_told_its_domain() =>
        Assert.Contains("You may change only: blog/**, docs/articles/**.", Brief("blog/**", "docs/articles/**"), StringComparison.Ordinal);

    [Fact]
    public void Without_a_domain_it_is_told_what_that_means() =>
        Assert.Contains("You may change only: what no role in roles.toml owns", Brief(), StringComparison.Ordinal);

    private static string Brief(params string[] domain) => RoleBrief.Text(new("blog", "Blog", domain, "Write.", new("roles.toml", 1, 1)));
}
