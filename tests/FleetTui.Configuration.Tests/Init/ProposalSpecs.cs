using System.Text;
using FleetTui.Configuration.Init;

namespace FleetTui.Configuration.Tests.Init;

public sealed class ProposalSpecs
{
    [Theory]
    [InlineData("supabase/migrations/20260101000000_a.sql", "supabase", "supabase/migrations")]
    [InlineData("migrations/20260101000000_a.sql", "supabase", "migrations")]
    [InlineData("migrations/20260101000000_a.ts", "knex", "migrations")]
    [InlineData("migrations/0001_a.up.sql", "golang-migrate", "migrations")]
    [InlineData("db/migrations/20260101000000_a.sql", "dbmate", "db/migrations")]
    [InlineData("db/migrate/20260101000000_a.rb", "rails", "db/migrate")]
    [InlineData("database/migrations/2026_01_01_000000_a.php", "laravel", "database/migrations")]
    [InlineData("prisma/migrations/20260101000000_a/migration.sql", "prisma", "prisma/migrations")]
    [InlineData("src/main/resources/db/migration/V1__a.sql", "flyway", "src/main/resources/db/migration")]
    public void Migrations_are_found_by_place_and_name_and_every_role_may_add_them(string file, string grammar, string directory)
    {
        var configuration = Load(Facts(file));

        Assert.Equal(grammar, configuration.Migrations.Grammar);
        Assert.Equal([directory], configuration.Migrations.Directories);
        Assert.Equal([directory + "/**"], configuration.SharedPaths);
    }

    [Fact]
    public void Migrations_with_names_of_no_known_tool_are_told_and_not_checked()
    {
        var facts = Facts("db/migrate/first.txt");

        Assert.Empty(Load(facts).Migrations.Directories);
        Assert.Contains("# db/migrate holds migrations named otherwise", FleetProposal.FleetToml(facts), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_need_quoting_are_quoted()
    {
        var facts = Facts("we\"ird\n/x") with { Name = "a \"b\"", Remote = "up/stream", Branch = "trünk" };

        var result = ConfigurationLoader.Read(new ConfigurationSources("/r", null, Encoding.UTF8.GetBytes(FleetProposal.FleetToml(facts)), Encoding.UTF8.GetBytes(FleetProposal.RolesToml(facts))));

        Assert.Empty(result.Errors);
        Assert.Equal(("a \"b\"", "up/stream", "trünk"), (result.Configuration!.Name, result.Configuration.Landing.Remote, result.Configuration.Landing.Branch));
    }

    [Fact]
    public void Whatever_the_proposal_leaves_as_a_comment_can_be_taken_over()
    {
        var text = FleetProposal.FleetToml(Facts() with { Remote = null, Branch = null });
        var taken = string.Join('\n', text.Split('\n').Select(line =>
            line.StartsWith("# ", StringComparison.Ordinal) && (line.Contains(" = ", StringComparison.Ordinal) || line.StartsWith("# [", StringComparison.Ordinal)) && !line.Contains('`', StringComparison.Ordinal) && !line.Contains("account =", StringComparison.Ordinal) ? line[2..] : line));

        var configuration = ConfigurationLoader.Read(new ConfigurationSources("/r", "/home/me", Encoding.UTF8.GetBytes(taken), null));

        Assert.Empty(configuration.Errors);
        Assert.Equal(["make check"], configuration.Configuration!.Landing.Checks);
        Assert.Equal("/home/me/.claude-second", configuration.Configuration.Accounts["second"].ConfigDirectory);
        Assert.Equal(["claude", "--permission-mode", "acceptEdits"], configuration.Configuration.Agents["claude"].Command);
    }

    private static RepositoryFacts Facts(params string[] tracked) => new("repo", "origin", "main", tracked, [], []);

    private static FleetConfiguration Load(RepositoryFacts facts)
    {
        var result = ConfigurationLoader.Read(new ConfigurationSources("/r", null, Encoding.UTF8.GetBytes(FleetProposal.FleetToml(facts)), Encoding.UTF8.GetBytes(FleetProposal.RolesToml(facts))));
        Assert.Empty(result.Errors);
        return result.Configuration!;
    }
}
