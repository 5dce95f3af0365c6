using FleetTui.Migrations.Grammars;
using FleetTui.Migrations.Versions;

namespace FleetTui.Migrations.Tests.Grammars;

public sealed class GrammarSpecs
{
    [Theory]
    [InlineData("supabase", "20260428001000_users.sql", "20260428001000", "users")]
    [InlineData("supabase", "1_.sql", "1", "")]
    [InlineData("rails", "20260428001000_create_users.rb", "20260428001000", "create_users")]
    [InlineData("rails", "sub/20260428001000_create_users.rb", "20260428001000", "create_users")]
    [InlineData("ef-core", "20260428001000_AddUsers.cs", "20260428001000", "AddUsers")]
    [InlineData("flyway", "V016__users.sql", "16", "users")]
    [InlineData("flyway", "sub/V1_2__users.sql", "1.2", "users")]
    [InlineData("golang-migrate", "000001_users.up.sql", "1", "users")]
    [InlineData("goose", "00001_users.go", "1", "users")]
    [InlineData("dbmate", "20260428001000_users.sql", "20260428001000", "_users")]
    [InlineData("sqlx", "20260428001000_users.up.sql", "20260428001000", "users")]
    [InlineData("knex", "20260428001000_users.ts", "20260428001000", "users")]
    [InlineData("laravel", "2026_04_28_001000_create_users.php", "20260428001000", "create_users")]
    [InlineData("prisma", "20260428001000_users/migration.sql", "20260428001000", "users")]
    [InlineData("drizzle", "0001_users.sql", "1", "users")]
    [InlineData("flyway", "V1_2__java.java", "1.2", "java")]
    [InlineData("rails", "20260428001000_create_users.my_engine.rb", "20260428001000", "create_users")]
    [InlineData("drizzle", "20260428001000_users/migration.sql", "20260428001000", "users")]
    [InlineData("regex:^m(?<version>[0-9]+)-(?<name>.*)\\.sql$", "m07-users.sql", "7", "users")]
    public void A_migration_s_version_and_name_are_read_as_its_tool_reads_them(string grammar, string path, string version, string name)
    {
        var file = Assert.IsType<GrammarReading.File>(MigrationGrammars.Named(grammar)!.Read(path));
        Assert.Equal(new MigrationVersion(version, MigrationGrammars.Named(grammar)!.Habits.Comparison), file.Version);
        Assert.Equal(name, file.Name);
    }

    [Theory]
    [InlineData("supabase", "README.md")]
    [InlineData("supabase", "old/20260428001000_users.sql")]
    [InlineData("ef-core", "FleetContextModelSnapshot.cs")]
    [InlineData("goose", "00001_users_test.go")]
    [InlineData("prisma", "migration_lock.toml")]
    [InlineData("flyway", "R__view.sql")]
    [InlineData("flyway", "V1__a.sql.conf")]
    [InlineData("alembic", "__init__.py")]
    [InlineData("django", "__init__.py")]
    public void Other_files_are_left_alone(string grammar, string path) =>
        Assert.IsType<GrammarReading.Other>(MigrationGrammars.Named(grammar)!.Read(path));

    [Theory]
    [InlineData("supabase", "users.sql")]
    [InlineData("supabase", "20260428001000-users.sql")]
    [InlineData("flyway", "V1_users.sql")]
    [InlineData("sqlx", "users.sql")]
    [InlineData("supabase", "20200101000000_init.sql")]
    [InlineData("golang-migrate", "1_users.sql")]
    [InlineData("goose", "0_users.sql")]
    [InlineData("goose", "users.sql")]
    [InlineData("regex:^(?<version>.*)\\.sql$", "users.sql")]
    public void What_the_tool_would_skip_or_fail_on_is_malformed(string grammar, string path) =>
        Assert.IsType<GrammarReading.Malformed>(MigrationGrammars.Named(grammar)!.Read(path));

    [Theory]
    [InlineData("ef-core", "20260428001000_A.cs", "20260428001000_A.Designer.cs")]
    [InlineData("golang-migrate", "1_a.up.sql", "1_a.down.sql")]
    [InlineData("sqlx", "1_a.up.sql", "1_a.down.sql")]
    [InlineData("flyway", "V1__a.sql", "U1__a.sql")]
    public void Files_of_one_migration_belong_together(string grammar, string one, string other)
    {
        var named = MigrationGrammars.Named(grammar)!;
        Assert.Equal(((GrammarReading.File)named.Read(one)).Migration, ((GrammarReading.File)named.Read(other)).Migration);
    }

    [Fact]
    public void Every_grammar_reads_the_file_it_would_make()
    {
        foreach (var grammar in MigrationGrammars.All.Where(grammar => grammar.Graph is null))
        {
            var path = grammar.PathFor("20260428001000", "Add users, twice!");
            var file = Assert.IsType<GrammarReading.File>(grammar.Read(path));
            Assert.Equal("20260428001000", file.Version.Text);
            Assert.Equal(grammar.PathFor("20270102030405", "Add users, twice!"), grammar.WithVersion(path, "20270102030405"));
        }

        Assert.Equal("20260428001000_add_users_twice.sql", MigrationGrammars.Named("supabase")!.PathFor("20260428001000", "Add users, twice!"));
        Assert.Equal("20260428001000_AddUsers.cs", MigrationGrammars.Named("ef-core")!.PathFor("20260428001000", "add users"));
    }

    [Theory]
    [InlineData("flyway", "sub/V1_2__a b.sql", "1.3", "sub/V1.3__a b.sql")]
    [InlineData("ef-core", "20260428001000_A.Designer.cs", "20270102030405", "20270102030405_A.Designer.cs")]
    [InlineData("laravel", "2026_04_28_001000_a.php", "20270102030405", "2027_01_02_030405_a.php")]
    [InlineData("goose", "00001_a.go", "00002", "00002_a.go")]
    [InlineData("prisma", "20260428001000_a/migration.sql", "20270102030405", "20270102030405_a/migration.sql")]
    public void Only_the_version_changes_when_a_file_gets_another(string grammar, string path, string version, string renamed) =>
        Assert.Equal(renamed, MigrationGrammars.Named(grammar)!.WithVersion(path, version));

    [Theory]
    [InlineData("liquibase")]
    [InlineData("regex:(")]
    [InlineData("regex:^[0-9]+$")]
    public void An_unknown_grammar_is_no_grammar(string name) => Assert.Null(MigrationGrammars.Named(name));
}
