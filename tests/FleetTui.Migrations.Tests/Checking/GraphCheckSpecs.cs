using FleetTui.Migrations.Checking;
using FleetTui.Migrations.Grammars;

namespace FleetTui.Migrations.Tests.Checking;

public sealed class GraphCheckSpecs
{
    private readonly Dictionary<(string Slot, string Path), string> texts = [];
    private readonly List<string> main = [];
    private readonly List<MigrationChange> changes = [];

    [Fact]
    public void A_chain_that_goes_on_is_fine()
    {
        Alembic("", "a");
        Alembic("", "b", "a");
        Alembic("s1", "c", "b");
        Alembic("s1", "d", "c");
        Assert.Empty(Run("alembic"));
    }

    [Fact]
    public void Two_slots_behind_one_end_collide_and_the_later_is_told_what_to_follow()
    {
        Alembic("", "a");
        Alembic("s1", "b", "a");
        Alembic("s2", "c", "a");
        Alembic("s2", "d", "c");
        var finding = Assert.Single(Run("alembic"));
        Assert.Equal(
            (MigrationFindingKind.Heads, "s2", "db/b.py", "b", true, "db/c.py (s2) follows a, as db/b.py (s1) does; Alembic refuses to upgrade to head (Multiple head revisions are present); make it follow b: down_revision = \"b\"."),
            (finding.Kind, finding.Slot, finding.OtherPath, finding.Suggestion, finding.Holds, finding.Message));
    }

    [Fact]
    public void What_main_got_meanwhile_counts_and_a_committed_migration_goes_before_one_only_written()
    {
        Alembic("", "a");
        Alembic("", "m", "a");
        Alembic("s1", "b", "a", committed: false);
        Alembic("s2", "c", "m", committed: false);
        Assert.Equal("db/b.py", Assert.Single(Run("alembic")).Path);
    }

    [Fact]
    public void A_slot_may_join_the_ends_it_makes()
    {
        Alembic("", "a");
        Alembic("", "b", "a");
        Alembic("s1", "c", "a");
        Alembic("s1", "d", "b", "c");
        Alembic("s2", "e", "d");
        Assert.Empty(Run("alembic"));
    }

    [Fact]
    public void One_slot_that_forks_by_itself_is_told()
    {
        Alembic("", "a");
        Alembic("s1", "b", "a");
        Alembic("s1", "c", "a");
        Assert.Equal("db/c.py", Assert.Single(Run("alembic")).Path);
    }

    [Fact]
    public void A_revision_twice_and_one_that_follows_nothing_known_are_told()
    {
        Alembic("", "a");
        AlembicIn("other", "s1", "a", "a");
        Alembic("s2", "c", "zz");
        Alembic("s3", "d");
        Assert.Equal([MigrationFindingKind.Duplicate, MigrationFindingKind.Graph, MigrationFindingKind.Heads], Run("alembic").Select(finding => finding.Kind));
    }

    [Fact]
    public void What_waits_for_another_slot_says_for_whom()
    {
        Alembic("", "a");
        Alembic("s1", "c", "b");
        Alembic("s2", "b", "a");
        var finding = Assert.Single(Run("alembic"));
        Assert.Equal("db/c.py (s1) follows db/b.py (s2), which has not landed yet.", finding.Message);
    }

    [Fact]
    public void Several_ends_on_main_are_told_and_hold_nobody()
    {
        Alembic("", "a");
        Alembic("", "b");
        Alembic("s1", "c", "b");
        var finding = Assert.Single(Run("alembic"));
        Assert.Equal(("", false), (finding.Slot, finding.Holds));
    }

    [Fact]
    public void Django_counts_ends_for_each_application_and_not_by_number()
    {
        Django("", "blog", "0001_initial");
        Django("", "shop", "0001_initial", ("blog", "0001_initial"));
        Django("s1", "blog", "0002_a", ("blog", "0001_initial"));
        Django("s2", "shop", "0002_b", ("shop", "0001_initial"), ("blog", "0001_initial"));
        Django("s3", "blog", "0002_c", ("blog", "0001_initial"));
        Django("s4", "blog", "0002_d", ("blog", "0002_a"));
        var finding = Assert.Single(Run("django"));
        Assert.Equal("apps/blog/migrations/0002_c.py", finding.Path);
        Assert.Contains("multiple leaf nodes); make it follow 0002_a: dependencies = [(\"blog\", \"0002_a\")].", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_landed_is_not_edited_in_a_graph_either()
    {
        Alembic("", "a");
        changes.Add(new("s1", "db/a.py", MigrationChangeKind.Edited));
        Assert.Equal(MigrationFindingKind.Edited, Assert.Single(Run("alembic")).Kind);
    }

    private IReadOnlyList<MigrationFinding> Run(string grammar) =>
        new MigrationCheck(Fleet.Rules(grammar: grammar) with { Directories = ["db", "apps"] }, new StoppedClock(new(2026, 11, 20))).Run(new(main, [.. changes.OrderBy(change => !change.Committed)]) { Texts = texts });

    private void Alembic(string slot, string revision, params string[] down) => Alembic(slot, revision, true, revision, down);

    private void Alembic(string slot, string revision, string down, bool committed) => Alembic(slot, revision, committed, revision, down);

    private void AlembicIn(string file, string slot, string revision, string down) => Alembic(slot, revision, true, file, down);

    private void Alembic(string slot, string revision, bool committed, string file, params string[] down) =>
        Add(slot, $"db/{file}.py", $"revision = '{revision}'\ndown_revision = {(down.Length == 0 ? "None" : string.Join(", ", down.Select(one => $"'{one}'")))}\n", committed);

    private void Django(string slot, string app, string name, params (string App, string Name)[] dependencies) =>
        Add(slot, $"apps/{app}/migrations/{name}.py", $"class Migration:\n    dependencies = [{string.Join(", ", dependencies.Select(one => $"('{one.App}', '{one.Name}')"))}]\n", true);

    private void Add(string slot, string path, string text, bool committed)
    {
        texts[(slot, path)] = text;
        if (slot.Length == 0) main.Add(path);
        else changes.Add(new(slot, path, MigrationChangeKind.Added, committed));
    }
}
