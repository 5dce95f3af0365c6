using FleetTui.Roles.Assignment;
using FleetTui.Roles.Ownership;
using FsCheck;
using FsCheck.Fluent;

namespace FleetTui.Roles.Tests;

public sealed class RoleBookSpecs
{
    private static readonly RoleBook Book = RoleBook.Of(Configurations.With(
        [("ui", ["lib/**"]), ("blog", ["blog/**"]), ("docs", ["docs/**"]), ("fix", [])],
        [("vscode", "ui"), ("ps2", "blog"), ("ps3", ""), ("codex1", "fix")],
        "CHANGELOG.md"));

    [Fact]
    public void A_path_s_owner_is_the_role_whose_domain_holds_it_and_its_holder()
    {
        Assert.Equal(new PathOwner.OfRole("blog", "ps2"), Book.OwnerOf("blog/a.md"));
        Assert.Equal(new PathOwner.OfRole("docs", null), Book.OwnerOf("docs/a.md"));
        Assert.Equal(new PathOwner.Everyone(), Book.OwnerOf("CHANGELOG.md"));
        Assert.Equal(new PathOwner.Nobody(), Book.OwnerOf("README.md"));
    }

    [Theory]
    [InlineData("ps2", "blog/a.md", null)]
    [InlineData("ps2", "CHANGELOG.md", null)]
    [InlineData("vscode", "blog/a.md", "blog/a.md is ps2's (role blog)")]
    [InlineData("ps2", "docs/a.md", "docs/a.md belongs to role docs, which no slot holds")]
    [InlineData("ps2", "README.md", "README.md is in no role's domain, so not in blog's either; add it there or to shared in roles.toml")]
    [InlineData("ps3", "README.md", null)] // free: what nobody owns
    [InlineData("codex1", "README.md", null)] // a role without a domain: the same
    [InlineData("ps3", "blog/a.md", "blog/a.md is ps2's (role blog)")]
    public void A_slot_may_change_its_domain_and_what_is_shared(string slot, string path, string? refusal) =>
        Assert.Equal(refusal, Book.Refuse(slot, path)?.Message);

    [Fact]
    public void A_free_role_is_assigned()
    {
        var decision = Book.Decide("ps3", "docs", swap: false);
        Assert.IsType<AssignmentDecision.Assigned>(decision);
        Assert.Equal("ps3", Book.After(decision).HolderOf("docs"));
        Assert.Null(Book.HolderOf("docs"));
    }

    [Fact]
    public void A_held_role_is_refused_naming_its_holder()
    {
        var decision = Assert.IsType<AssignmentDecision.Held>(Book.Decide("ps3", "blog", swap: false));
        Assert.Equal("ps2", decision.Holder);
        Assert.False(decision.Accepted);
        Assert.Equal("ps2 holds the role blog; --swap exchanges the two, or free ps2 first.", decision.Message);
        Assert.Same(Book, Book.After(decision));
    }

    [Fact]
    public void A_held_role_is_swapped_when_asked()
    {
        var after = Book.After(Book.Decide("vscode", "blog", swap: true));
        Assert.Equal(("blog", "ui"), (after.RoleOf("vscode"), after.RoleOf("ps2")));
    }

    [Fact]
    public void A_free_slot_that_swaps_frees_the_holder()
    {
        var decision = Assert.IsType<AssignmentDecision.Swapped>(Book.Decide("ps3", "blog", swap: true));
        Assert.Equal(("blog", ""), (Book.After(decision).RoleOf("ps3"), Book.After(decision).RoleOf("ps2")));
        Assert.Equal("ps3 now has the role blog, and ps2 is free.", decision.Message);
    }

    [Fact]
    public void The_empty_role_frees_a_slot()
    {
        Assert.IsType<AssignmentDecision.Freed>(Book.Decide("ps2", "", swap: false));
        Assert.IsType<AssignmentDecision.Nothing>(Book.Decide("ps3", "", swap: false));
        Assert.IsType<AssignmentDecision.Nothing>(Book.Decide("ps2", "blog", swap: true));
    }

    [Fact]
    public void Unknown_names_are_told_with_the_known_ones()
    {
        Assert.Equal("There is no slot \"ps9\"; the slots are vscode, ps2, ps3, codex1.", Book.Decide("ps9", "blog", false).Message);
        Assert.Equal("There is no role \"bolg\" in roles.toml; the roles are ui, blog, docs, fix.", Book.Decide("ps2", "bolg", false).Message);
    }

    [Fact]
    public void After_any_assignments_no_role_has_two_holders()
    {
        var asked = Gen.Zip(Gen.Elements("vscode", "ps2", "ps3", "codex1"), Gen.Elements("ui", "blog", "docs", "fix", "")).Zip(ArbMap.Default.GeneratorFor<bool>()).ListOf();
        Prop.ForAll(asked.ToArbitrary(), list =>
        {
            var book = list.Aggregate(Book, (now, ask) => now.After(now.Decide(ask.Item1.Item1, ask.Item1.Item2, ask.Item2)));
            var held = new[] { "vscode", "ps2", "ps3", "codex1" }.Select(book.RoleOf).Where(role => role.Length > 0).ToList();
            return held.Distinct().Count() == held.Count;
        }).QuickCheckThrowOnFailure();
    }
}
