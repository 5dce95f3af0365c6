using System.Text;
using FleetTui.Configuration;
using FleetTui.Migrations.Grammars;

namespace FleetTui.Migrations.Tests;

public sealed class MigrationRulesSpecs
{
    private const string Slots = "slot = [{ id = \"ps1\" }, { id = \"ps2\", band = 0 }, { id = \"ps3\", band = 1 }]";

    [Fact]
    public void Every_grammar_can_be_configured()
    {
        foreach (var grammar in MigrationGrammars.All)
            Assert.Same(grammar, Rules($"migrations = {{ directories = [\"db\"], grammar = \"{grammar.Name}\" }}", "slot = []").Grammar);
    }

    [Fact]
    public void A_slot_s_band_is_its_tooth_of_the_comb()
    {
        var rules = Rules("migrations.directories = [\"db\", \"supabase/migrations/\"]", Slots.Replace("\"ps1\" }", "\"ps1\", band = 2 }", StringComparison.Ordinal));
        Assert.Equal(["seconds 10-14 of every minute, UTC", "seconds 00-04 of every minute, UTC", "seconds 05-09 of every minute, UTC"], rules.Slots.Select(rules.Scheme.Describe));
        Assert.Equal(("supabase/migrations", "1_a.sql"), rules.Locate("supabase/migrations/1_a.sql"));
        Assert.Null(rules.Locate("supabase/other/1_a.sql"));
        Assert.Equal("db/1_add_users.sql", rules.PathFor("1", "add users"));
    }

    [Fact]
    public void The_article_s_bands_can_be_written_down()
    {
        var rules = Rules(
            "migrations = { directories = [\"db\"], scheme = \"bands\", step = \"5m\", bands.ps1 = { from = \"00:10:00\", to = \"01:00:00\" }, bands.ps2 = { from = \"01:00:00\", to = \"02:00:00\" } }",
            "slot = [{ id = \"ps1\" }, { id = \"ps2\" }, { id = \"ps3\" }]");
        Assert.Equal(["00:10:00-01:00:00 UTC, every 00:05:00", "01:00:00-02:00:00 UTC, every 00:05:00"], rules.Slots.Where(rules.Scheme.Knows).Select(rules.Scheme.Describe));
    }

    private static MigrationRules Rules(string fleet, string roles)
    {
        var read = ConfigurationLoader.Read(new("/repository", "/home", Encoding.UTF8.GetBytes(fleet), Encoding.UTF8.GetBytes(roles)));
        Assert.Empty(read.Errors);
        return MigrationRules.Of(read.Configuration!)!;
    }
}
