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

    [Theory]
    [InlineData("ef-core", "src/Shop/Data/Migrations", "src/Shop/Data/Migrations/20260101000000_Init.cs src/Shop/Data/Migrations/20260101000000_Init.Designer.cs src/Shop/Data/Migrations/ShopModelSnapshot.cs")]
    [InlineData("drizzle", "drizzle", "drizzle/0000_init.sql drizzle/meta/_journal.json drizzle/meta/0000_snapshot.json")]
    [InlineData("drizzle", "server/drizzle", "server/drizzle.config.ts server/drizzle/20260101000000_init/migration.sql server/drizzle/20260101000000_init/snapshot.json")]
    [InlineData("sqlx", "migrations", "Cargo.toml migrations/20260101000000_init.sql")]
    [InlineData("sqlx", "migrations", "Cargo.toml migrations/1_init.up.sql migrations/1_init.down.sql")]
    [InlineData("golang-migrate", "internal/db/migrations", "go.mod internal/db/migrations/1_init.up.sql internal/db/migrations/1_init.down.sql")]
    [InlineData("goose", "db/migrations", "go.mod db/migrations/00001_goose.sql")]
    [InlineData("goose", "migrations", "go.mod migrations/00002_seed.go")]
    [InlineData("dbmate", "backend/migrations", "backend/migrations/20260101000000_dbmate.sql")]
    [InlineData("alembic", "alembic/versions", "alembic.ini alembic/env.py alembic/versions/1975ea83b712_init.py")]
    [InlineData("django", "blog/migrations shop/migrations", "manage.py blog/migrations/__init__.py blog/migrations/0001_initial.py shop/migrations/__init__.py shop/migrations/0001_initial.py")]
    [InlineData("rails", "db/migrate engines/pay/db/migrate", "db/migrate/20260101000000_a.rb engines/pay/db/migrate/20260102000000_b.rb vendor/x/db/migrate/20260102000000_c.rb")]
    [InlineData("flyway", "sql", "sql/V1_2__a.sql")]
    public void Tools_that_name_their_files_alike_are_told_apart_by_what_lies_beside(string grammar, string directories, string files)
    {
        var facts = Facts(files.Split(' ')) with { Read = path => path.Contains("goose", StringComparison.Ordinal) ? "-- +goose Up\n" : path.Contains("dbmate", StringComparison.Ordinal) ? "-- migrate:up\n" : "" };
        var migrations = Load(facts).Migrations;
        Assert.Equal((grammar, directories), (migrations.Grammar, string.Join(' ', migrations.Directories)));
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
