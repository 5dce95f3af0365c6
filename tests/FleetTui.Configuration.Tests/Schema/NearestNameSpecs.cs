using FleetTui.Configuration.Schema;
using FsCheck;
using FsCheck.Fluent;

namespace FleetTui.Configuration.Tests.Schema;

public sealed class NearestNameSpecs
{
    private static readonly string[] Verbs = ["status", "send", "land", "lane", "migration", "restart"];

    [Theory]
    [InlineData("stauts", "status")]
    [InlineData("mig", "migration")]
    [InlineData("restrat", "restart")]
    [InlineData("LAND", "land")]
    public void A_slip_of_the_fingers_finds_what_was_meant(string typed, string meant) => Assert.Equal(meant, NearestName.Of(typed, Verbs));

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("xyz")]
    public void Something_else_entirely_finds_nothing(string typed) => Assert.Null(NearestName.Of(typed, Verbs));

    [Fact]
    public void A_name_as_it_is_written_finds_itself() =>
        Prop.ForAll(Gen.Elements(Verbs).ToArbitrary(), verb => NearestName.Of(verb, Verbs) == verb).QuickCheckThrowOnFailure();
}
