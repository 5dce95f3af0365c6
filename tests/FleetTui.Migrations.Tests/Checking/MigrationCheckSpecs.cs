using FleetTui.Migrations.Checking;

namespace FleetTui.Migrations.Tests.Checking;

public sealed class MigrationCheckSpecs
{
    private static readonly StoppedClock Clock = new(new(2026, 11, 20, 10, 0, 30));

    [Fact]
    public void Migrations_in_their_slots_seconds_are_fine() =>
        Assert.Empty(Run(["db/20261119100000_a.sql"], Fleet.Added("s0", "20261120100002_b.sql"), Fleet.Added("s1", "20261120100007_c.sql", committed: false)));

    [Fact]
    public void A_version_that_main_has_is_told_with_both_files_and_the_next_free_one()
    {
        var finding = Run(["db/20261120100000_a.sql"], Fleet.Added("s0", "20261120100000_b.sql"))[0];
        Assert.Equal(
            new MigrationFinding(
                MigrationFindingKind.Duplicate, "20261120100000", "db/20261120100000_b.sql", "s0", "db/20261120100000_a.sql", "",
                "db/20261120100000_b.sql (s0) has the same version as db/20261120100000_a.sql (on main); Supabase fails at the second with SQLSTATE 23505; rename it to 20261120100100_b.sql.",
                "20261120100100", Holds: true),
            finding);
    }

    [Fact]
    public void Of_two_slots_with_one_version_the_later_is_told_and_both_are_named()
    {
        var findings = Run([], Fleet.Added("s1", "20261120100005_a.sql"), Fleet.Added("s2", "20261120100005_b.sql", committed: false));
        var finding = Assert.Single(findings, finding => finding.Kind == MigrationFindingKind.Duplicate);
        Assert.Equal(("s2", "s1", "20261120100110"), (finding.Slot, finding.OtherSlot, finding.Suggestion));
        Assert.Contains("(s2, uncommitted)", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_slot_a_version_belongs_to_keeps_it_also_when_it_comes_later()
    {
        var findings = Run([], Fleet.Added("s1", "20261120100010_a.sql"), Fleet.Added("s2", "20261120100010_b.sql"));
        Assert.All(findings, finding => Assert.Equal("s1", finding.Slot));
        Assert.Equal([MigrationFindingKind.OutOfBand, MigrationFindingKind.Duplicate], findings.Select(finding => finding.Kind));
        Assert.Single(findings.Select(finding => finding.Suggestion).Distinct());
    }

    [Fact]
    public void A_third_with_that_version_is_told_of_the_one_that_keeps_it()
    {
        var duplicates = Run([], Fleet.Added("s1", "20261120100010_a.sql"), Fleet.Added("s2", "20261120100010_b.sql"), Fleet.Added("s2", "20261120100010_c.sql"))
            .Where(finding => finding.Kind == MigrationFindingKind.Duplicate);
        Assert.Equal([("db/20261120100010_a.sql", "db/20261120100010_b.sql"), ("db/20261120100010_c.sql", "db/20261120100010_b.sql")], duplicates.Select(finding => (finding.Path, finding.OtherPath!)));
    }

    [Fact]
    public void Versions_are_compared_as_numbers_where_the_tool_does()
    {
        var rules = Fleet.Rules(grammar: "golang-migrate");
        var finding = Assert.Single(new MigrationCheck(rules, Clock).Run(new(["db/0016_a.up.sql", "db/0016_a.down.sql"], [Fleet.Added("s0", "16_b.up.sql"), Fleet.Added("s0", "16_b.down.sql")])));
        Assert.Equal((MigrationFindingKind.Duplicate, "0017"), (finding.Kind, finding.Suggestion));
    }

    [Fact]
    public void Two_migrations_of_one_slot_with_one_version_collide_too() =>
        Assert.Equal(MigrationFindingKind.Duplicate, Assert.Single(Run([], Fleet.Added("s0", "20261120100000_a.sql"), Fleet.Added("s0", "20261120100000_b.sql"))).Kind);

    [Fact]
    public void Another_slot_s_seconds_are_out_of_band()
    {
        var finding = Assert.Single(Run([], Fleet.Added("s0", "20261120100007_a.sql")));
        Assert.Equal(
            (MigrationFindingKind.OutOfBand, "db/20261120100007_a.sql (s0) is outside the versions of s0, seconds 00-04 of every minute, UTC; rename it to 20261120100100_a.sql."),
            (finding.Kind, finding.Message));
    }

    [Fact]
    public void A_person_s_migration_has_no_band() => Assert.Empty(Run([], Fleet.Added("someone", "20261120100007_a.sql")));

    [Theory]
    [InlineData("20261120106000_a.sql", MigrationFindingKind.InvalidTime)]
    [InlineData("20261120_a.sql", MigrationFindingKind.Grammar)]
    [InlineData("a.sql", MigrationFindingKind.Grammar)]
    [InlineData("20261120110000_a.sql", MigrationFindingKind.Future)]
    [InlineData("20261120090000_a.sql", MigrationFindingKind.OutOfOrder)]
    public void What_the_tool_would_trip_over_is_told(string file, MigrationFindingKind kind)
    {
        var finding = Assert.Single(Run(["db/20261120095500_main.sql"], Fleet.Added("s0", file)));
        Assert.Equal((kind, true), (finding.Kind, finding.Holds));
    }

    [Fact]
    public void A_slot_may_be_as_far_ahead_as_main_is() =>
        Assert.Empty(Run(["db/20261121000000_a.sql"], Fleet.Added("s0", "20261121000100_b.sql")));

    [Fact]
    public void Order_is_only_told_where_the_tool_or_the_scheme_does_not_need_it()
    {
        var late = Fleet.Added("s0", "20261120090000_a.sql");
        MigrationFinding Single(MigrationRules rules, string main, MigrationChange change) => Assert.Single(new MigrationCheck(rules, Clock).Run(new([main], [change])));
        Assert.False(Single(Fleet.Rules(grammar: "dbmate"), "db/20261120095500_main.sql", late).Holds);
        Assert.False(Single(Fleet.Rules(Fleet.Bands), "db/20261120013000_main.sql", Fleet.Added("s0", "20261120001000_a.sql")).Holds);
    }

    [Fact]
    public void What_has_landed_is_neither_edited_nor_renamed_nor_deleted()
    {
        var findings = Run(
            ["db/20261119000000_a.sql", "db/20261119000100_b.sql", "db/20261119000200_c.sql", "db/README.md"],
            new("s0", "db/20261119000000_a.sql", MigrationChangeKind.Edited),
            new("s0", "db/20261119000100_b.sql", MigrationChangeKind.Deleted),
            new("s0", "db/README.md", MigrationChangeKind.Edited),
            new("s1", "db/20261119000200_c.sql", MigrationChangeKind.Deleted),
            Fleet.Added("s1", "20261120100005_c.sql"));
        Assert.Equal(
            ["s0 has edited it", "s0 has deleted it", "s1 has renamed it to db/20261120100005_c.sql"],
            findings.Select(finding => finding.Message.Split(", and ")[1].Split(';')[0]));
        Assert.All(findings, finding => Assert.Equal((MigrationFindingKind.Edited, true), (finding.Kind, finding.Holds)));
    }

    [Fact]
    public void Duplicates_that_are_on_main_already_are_told_but_hold_nobody()
    {
        var finding = Assert.Single(Run(["db/20261119000000_a.sql", "db/20261119000000_b.sql"], Fleet.Added("s0", "20261120100000_c.sql")));
        Assert.Equal(("", false, null), (finding.Slot, finding.Holds, finding.Suggestion));
    }

    [Fact]
    public void A_version_reserved_for_another_slot_is_taken()
    {
        var inputs = new MigrationInputs([], [new("someone", "db/20261120100000_a.sql", MigrationChangeKind.Added)], [new("s0", "20261120100000")]);
        var finding = Assert.Single(new MigrationCheck(Fleet.Rules(), Clock).Run(inputs));
        Assert.Equal((MigrationFindingKind.Duplicate, "s0"), (finding.Kind, finding.OtherSlot));
    }

    [Fact]
    public void Every_suggestion_is_another_version_and_none_is_in_use()
    {
        var changes = Enumerable.Range(0, 12).SelectMany(slot => Enumerable.Range(0, 7).Select(n => Fleet.Added($"s{slot}", $"20261120100000_{slot}_{n}.sql"))).ToList();
        var suggestions = Run([], [.. changes]).DistinctBy(finding => finding.Path).Select(finding => finding.Suggestion).ToList();
        Assert.Equal(83, suggestions.Count); // all but the first of the slot that owns it
        Assert.Equal(83, suggestions.Distinct().Count());
        Assert.DoesNotContain("20261120100000", suggestions);
    }

    [Fact]
    public void The_next_version_comes_after_what_others_have_committed_but_not_after_what_runs_far_ahead()
    {
        var check = new MigrationCheck(Fleet.Rules(), Clock);
        Assert.Equal("20261120100200", check.Next("s0", new([], [Fleet.Added("s1", "20261120100105_a.sql"), Fleet.Added("s2", "20261120100310_b.sql")])));
        Assert.Equal("20261120100100", check.Next("s0", new([], [Fleet.Added("s1", "20261120100105_a.sql", committed: false)])));
    }

    [Fact]
    public void What_the_tool_does_with_it_is_told()
    {
        string Told(string grammar, string main, string added) => new MigrationCheck(Fleet.Rules(grammar: grammar), Clock).Run(new([main], [new("person", added, MigrationChangeKind.Added)]))[0].Message;
        Assert.Contains("Flyway refuses to start; rename it to V3__b.sql.", Told("flyway", "db/V2__a.sql", "db/V2__b.sql"), StringComparison.Ordinal);
        Assert.Contains("golang-migrate silently never runs it; rename it to 3_b.up.sql.", Told("golang-migrate", "db/2_a.up.sql", "db/1_b.up.sql"), StringComparison.Ordinal);
        Assert.Contains("dbmate skips the second silently", Told("dbmate", "db/20261120100000_a.sql", "db/20261120100000_b.sql"), StringComparison.Ordinal);
        Assert.Contains("Laravel runs both", Told("laravel", "db/2026_11_20_100000_a.php", "db/2026_11_20_100000_b.php"), StringComparison.Ordinal);
    }

    [Fact]
    public void Versions_that_are_texts_are_compared_as_texts_and_numbers_as_numbers()
    {
        MigrationFinding? First(string grammar, string main, string added) =>
            new MigrationCheck(Fleet.Rules(grammar: grammar), Clock).Run(new(["db/" + main], [new("person", "db/" + added, MigrationChangeKind.Added)])).FirstOrDefault(finding => finding.Kind == MigrationFindingKind.Duplicate);
        Assert.NotNull(First("sqlx", "016_a.sql", "16_b.sql"));
        Assert.NotNull(First("flyway", "V1_2__a.sql", "V1.02__b.sql"));
        Assert.Null(First("dbmate", "016_a.sql", "16_b.sql"));
    }

    [Fact]
    public void A_version_s_separators_and_width_are_kept_in_the_next() => Assert.Equal(
        ["V1_10__b.sql", "V2026.11.08__b.sql", "0010_b.up.sql"],
        new[] { ("flyway", "V1_9__a.sql", "V1.9__b.sql"), ("flyway", "V2026.11.07__a.sql", "V2026_11_7__b.sql"), ("golang-migrate", "0009_a.up.sql", "9_b.up.sql") }
            .Select(one => new MigrationCheck(Fleet.Rules(grammar: one.Item1), Clock).Run(new(["db/" + one.Item2], [Fleet.Added("s0", one.Item3)]))[0].Message.Split("rename it to ")[1].TrimEnd('.')));

    [Fact]
    public void An_up_and_a_down_file_of_one_version_are_one_migration_also_under_two_names()
    {
        var rules = Fleet.Rules(grammar: "golang-migrate");
        Assert.Empty(new MigrationCheck(rules, Clock).Run(new([], [Fleet.Added("s0", "1_a.up.sql"), Fleet.Added("s0", "1_b.down.sql")])));
        var lone = Assert.Single(new MigrationCheck(rules, Clock).Run(new(["db/1_a.up.sql", "db/1_a.down.sql"], [Fleet.Added("s0", "2_b.up.sql")])));
        Assert.Equal((MigrationFindingKind.Pair, false, "db/2_b.up.sql (s0) has no down file, as others here have."), (lone.Kind, lone.Holds, lone.Message));
    }

    [Fact]
    public void The_down_file_of_a_landed_migration_may_come_later() =>
        Assert.Empty(new MigrationCheck(Fleet.Rules(grammar: "golang-migrate"), Clock).Run(new(["db/1_a.up.sql", "db/2_b.up.sql", "db/2_b.down.sql"], [Fleet.Added("s0", "1_a.down.sql")])));

    [Theory]
    [InlineData("rails", "20261119000000_add_users.rb", "20261120100000_add_users.rb")]
    [InlineData("ef-core", "20261119000000_AddUsers.cs", "20261120100000_AddUsers.cs")]
    public void Two_of_one_name_are_told_where_the_tool_minds(string grammar, string main, string added)
    {
        var finding = Assert.Single(new MigrationCheck(Fleet.Rules(grammar: grammar), Clock).Run(new(["db/" + main], [Fleet.Added("s0", added)])));
        Assert.Equal((MigrationFindingKind.SameName, true, "db/" + main, null), (finding.Kind, finding.Holds, finding.OtherPath, finding.Suggestion));
    }

    [Fact]
    public void An_odd_version_on_main_does_not_make_every_time_old() =>
        Assert.Empty(Run(["db/99_seed.sql", "db/20261119000000_a.sql"], Fleet.Added("s0", "20261120100000_b.sql")));

    [Fact]
    public void Files_elsewhere_are_nobody_s_migrations() =>
        Assert.Empty(Run(["20261120100000_a.sql", "dbx/20261120100000_a.sql"], new MigrationChange("s0", "docs/20261120100000_a.sql", MigrationChangeKind.Added)));

    [Fact]
    public void Ten_thousand_migrations_with_a_thousand_collisions_are_all_found()
    {
        var start = new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var main = Enumerable.Range(0, 9000).Select(n => $"db/{start.AddMinutes(n):yyyyMMddHHmmss}_m{n}.sql").ToList();
        var changes = Enumerable.Range(0, 1000).Select(n => Fleet.Added($"s{n % 12}", $"{start.AddMinutes(n):yyyyMMddHHmmss}_x{n}.sql")).ToList();
        Assert.Equal(1000, new MigrationCheck(Fleet.Rules(), Clock).Run(new(main, changes)).Count(finding => finding.Kind == MigrationFindingKind.Duplicate));
    }

    private static IReadOnlyList<MigrationFinding> Run(IReadOnlyList<string> main, params MigrationChange[] changes) =>
        new MigrationCheck(Fleet.Rules(), Clock).Run(new(main, changes));
}
