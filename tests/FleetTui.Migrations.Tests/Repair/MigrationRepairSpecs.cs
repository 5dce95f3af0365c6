using System.Text.Json;
using FleetTui.Migrations.Checking;
using FleetTui.Migrations.Repair;
using FleetTui.Migrations.Schemes;

namespace FleetTui.Migrations.Tests.Repair;

public sealed class MigrationRepairSpecs
{
    private static readonly StoppedClock Clock = new(new(2026, 11, 20, 10, 0, 30));

    [Fact]
    public void What_collides_gets_the_next_free_version_and_keeps_its_name()
    {
        var plan = Plan("supabase", ["db/20261120100000_a.sql"], Fleet.Added("s0", "20261120100000_my b.sql"));
        Assert.Equal([new RepairStep.Rename("db/20261120100000_my b.sql", "db/20261120100100_my b.sql")], plan.Steps);
        Assert.Empty(plan.Left);
    }

    [Fact]
    public void The_slot_s_migrations_keep_their_order_so_all_behind_the_first_move()
    {
        var plan = Plan("supabase", ["db/20261120100000_a.sql"], Fleet.Added("s0", "20261120100001_uses_b.sql"), Fleet.Added("s0", "20261120100000_b.sql"), Fleet.Added("s0", "20261120095900_before.sql"));
        // 09:59:00 is older than the newest on main, so it moves too, and first.
        Assert.Equal(["db/20261120100100_before.sql", "db/20261120100101_b.sql", "db/20261120100102_uses_b.sql"], Renames(plan).Select(rename => rename.To));
    }

    [Fact]
    public void What_is_sound_stays_and_other_slots_are_not_touched() =>
        Assert.Empty(Plan("supabase", ["db/20261120095900_a.sql"], Fleet.Added("s0", "20261120100000_b.sql"), Fleet.Added("s1", "20261120100000_c.sql")).Steps);

    [Fact]
    public void What_has_landed_is_left_and_said()
    {
        var plan = Plan("supabase", ["db/20261120095900_a.sql"], new MigrationChange("s0", "db/20261120095900_a.sql", MigrationChangeKind.Edited), Fleet.Added("s0", "notes.sql"));
        Assert.Empty(plan.Steps);
        Assert.Equal(2, plan.Left.Count);
    }

    [Fact]
    public void Up_and_down_go_together()
    {
        var plan = Plan("golang-migrate", ["db/0002_a.up.sql", "db/0002_a.down.sql"], Fleet.Added("s0", "0002_b.up.sql"), Fleet.Added("s0", "0002_b.down.sql"));
        Assert.Equal(["db/0003_b.up.sql", "db/0003_b.down.sql"], Renames(plan).Select(rename => rename.To));
    }

    [Fact]
    public void A_directory_is_renamed_as_a_whole() =>
        Assert.Equal([new RepairStep.Rename("db/20261119000000_b", "db/20261120100100_b")], Plan("prisma", ["db/20261120100000_a/migration.sql"], Fleet.Added("s0", "20261119000000_b/migration.sql")).Steps);

    [Fact]
    public void Ef_core_s_designer_file_and_the_id_in_it_follow()
    {
        var plan = Plan("ef-core", ["db/20261120100000_A.cs"], Fleet.Added("s0", "20261119000000_B.cs"), Fleet.Added("s0", "20261119000000_B.Designer.cs"));
        Assert.Equal(["db/20261120100100_B.cs", "db/20261120100100_B.Designer.cs"], Renames(plan).Select(rename => rename.To));
        var designer = plan.Steps.OfType<RepairStep.Rewrite>().Single(step => !step.Optional);
        Assert.Equal("[Migration(\"20261120100100_B\")]\npartial class B", designer.Change("[Migration(\"20261119000000_B\")]\npartial class B"));
        Assert.Null(designer.Change("[Migration(\"other\")]"));
    }

    [Fact]
    public void Drizzle_s_journal_and_snapshot_follow_and_the_entry_s_time_is_late_enough()
    {
        const string Journal = """
            {
              "version": "7",
              "entries": [
                { "idx": 0, "version": "7", "when": 1700000000000, "tag": "0000_a", "breakpoints": true },
                {
                  "idx": 0,
                  "version": "7",
                  "when": 1600000000000,
                  "tag": "0000_b",
                  "breakpoints": true
                }
              ]
            }
            """;
        var plan = Plan(new(["db/0000_a.sql", "db/meta/_journal.json"], [Fleet.Added("s0", "0000_b.sql")]) { Texts = new Dictionary<(string, string), string> { [("", "db/meta/_journal.json")] = """{"entries":[{"when":1900000000000}]}""" } }, "drizzle");
        Assert.Equal([("db/0000_b.sql", "db/0001_b.sql"), ("db/meta/0000_snapshot.json", "db/meta/0001_snapshot.json")], Renames(plan).Select(rename => (rename.From, rename.To)));
        var changed = plan.Steps.OfType<RepairStep.Rewrite>().Single().Change(Journal)!;
        using var read = JsonDocument.Parse(changed);
        var entries = read.RootElement.GetProperty("entries").EnumerateArray().Select(entry => (entry.GetProperty("idx").GetInt32(), entry.GetProperty("when").GetInt64(), entry.GetProperty("tag").GetString()));
        Assert.Equal([(0, 1700000000000, "0000_a"), (1, 1900000000001, "0001_b")], entries);
        Assert.StartsWith("{\n  \"version\": \"7\",\n  \"entries\": [\n    { \"idx\": 0,", changed.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Rails_schema_s_version_follows()
    {
        var plan = Plan(new(["db/migrate/20261120100000_a.rb"], [new("s0", "db/migrate/20261119000000_b.rb", MigrationChangeKind.Added)]), "rails", "db/migrate");
        var schema = plan.Steps.OfType<RepairStep.Rewrite>().Single(step => step.Path == "db/schema.rb");
        Assert.Equal("Schema[8.0].define(version: 2026_11_20_100100) do", schema.Change("Schema[8.0].define(version: 2026_11_19_000000) do"));
        Assert.True(schema.Optional);
    }

    [Fact]
    public void With_bands_an_older_version_is_not_mended_by_another_as_old()
    {
        var plan = Plan(new(["db/20261120013000_main.sql"], [Fleet.Added("s0", "20261120001000_a.sql")]), "supabase", "db", Fleet.Bands);
        Assert.Empty(plan.Steps);
        Assert.Single(plan.Left);
    }

    [Fact]
    public void Alembic_s_revision_is_made_to_follow_the_end_and_what_follows_it_stays()
    {
        var texts = new Dictionary<(string, string), string>
        {
            [("", "db/a.py")] = "revision='a'\ndown_revision=None\n",
            [("", "db/m.py")] = "revision='m'\ndown_revision='a'\n",
            [("s0", "db/b.py")] = "revision='b'\ndown_revision='a'\n",
            [("s0", "db/c.py")] = "revision='c'\ndown_revision='b'\n",
        };
        var plan = Plan(new(["db/a.py", "db/m.py"], [Fleet.Added("s0", "b.py"), Fleet.Added("s0", "c.py")]) { Texts = texts }, "alembic");
        var step = Assert.IsType<RepairStep.Rewrite>(Assert.Single(plan.Steps));
        Assert.Equal(("db/b.py", "revision='b'\ndown_revision='m'\n"), (step.Path, step.Change(texts[("s0", "db/b.py")])));
        Assert.Empty(plan.Left);
    }

    [Fact]
    public void Django_s_files_get_a_number_behind_what_they_follow_and_so_do_those_that_follow_them()
    {
        static string Text(string on) => $"class Migration:\n    dependencies = [('blog', '{on}'), ('auth', '0001_initial')]\n";
        var texts = new Dictionary<(string, string), string>
        {
            [("", "blog/migrations/0001_initial.py")] = "class Migration:\n    dependencies = []\n",
            [("", "blog/migrations/0002_main.py")] = Text("0001_initial"),
            [("s0", "blog/migrations/0002_b.py")] = Text("0001_initial"),
            [("s0", "blog/migrations/0003_c.py")] = Text("0002_b"),
        };
        var inputs = new MigrationInputs(
            ["blog/migrations/0001_initial.py", "blog/migrations/0002_main.py"],
            [new("s0", "blog/migrations/0002_b.py", MigrationChangeKind.Added), new("s0", "blog/migrations/0003_c.py", MigrationChangeKind.Added)]) { Texts = texts };
        var plan = Plan(inputs, "django", "blog/migrations");
        Assert.Equal([("blog/migrations/0002_b.py", "blog/migrations/0003_b.py"), ("blog/migrations/0003_c.py", "blog/migrations/0004_c.py")], Renames(plan).Select(rename => (rename.From, rename.To)));
        var rewrites = plan.Steps.OfType<RepairStep.Rewrite>().ToList();
        Assert.Equal(["blog/migrations/0003_b.py", "blog/migrations/0004_c.py"], rewrites.Select(step => step.Path));
        Assert.Equal(Text("0002_main"), rewrites[0].Change(Text("0001_initial")));
        Assert.Equal(Text("0003_b"), rewrites[1].Change(Text("0002_b")));
    }

    private static IEnumerable<RepairStep.Rename> Renames(RepairPlan plan) => plan.Steps.OfType<RepairStep.Rename>();

    private static RepairPlan Plan(string grammar, IReadOnlyList<string> main, params MigrationChange[] changes) => Plan(new(main, changes), grammar);

    private static RepairPlan Plan(MigrationInputs inputs, string grammar, string directory = "db", IVersionScheme? scheme = null) =>
        new MigrationRepair(Fleet.Rules(scheme, grammar) with { Directories = [directory] }, Clock).Plan("s0", inputs);
}
