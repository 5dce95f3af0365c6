using FleetTui.Landing.Journal;
using FleetTui.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace FleetTui.Landing.Tests;

public sealed class JournalSpecs
{
    private static readonly DateTimeOffset At = new(2026, 5, 4, 3, 2, 1, TimeSpan.FromHours(2));

    private static JournalRecord Intent(long train, params string[] originals) => new(
        "intent", train, At, "origin/main", "base", $"tip{train}",
        Slots: [new JournalSlot("s1", "role", "head", [.. originals.Select(o => new JournalCommit(o, "L" + o, "subject " + o, "A"))], [])]);

    [Fact]
    public void Whatever_people_write_in_a_subject_comes_back() =>
        Prop.ForAll<NonNull<string>, NonNull<string>, long>((subject, author, train) =>
        {
            // A lone surrogate cannot come out of git, whose text we decode as UTF-8.
            if (!subject.Get.IsNormalizable() || !author.Get.IsNormalizable())
                return true;
            var record = new JournalRecord("intent", train, At, "t", "b", null, "r", [new JournalSlot("s", "", "h", [new JournalCommit("o", "l", subject.Get, author.Get)], ["x"])]);
            var read = JournalLine.Read(JournalLine.Write(record)[..^1])!;
            return read.Train == train && read.Tip is null && read.At == At && read.Slots![0].Commits[0] == record.Slots![0].Commits[0] && read.Slots[0].Absorbed[0] == "x"
                && JournalLine.Write(record).Span.IndexOf((byte)'\n') == JournalLine.Write(record).Length - 1;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Only_what_was_seen_to_land_counts_after_a_restart()
    {
        using var directory = new TemporaryDirectory();
        using (var journal = LandingJournal.Load(directory.Path))
        {
            journal.Write(Intent(1, "a"));
            journal.Write(new JournalRecord("landed", 1, At));
            journal.Write(Intent(2, "b"));
            journal.Write(new JournalRecord("dropped", 2, At));
            journal.Write(Intent(3, "c"));
        }

        using var again = LandingJournal.Load(directory.Path);

        Assert.True(again.HasLanded("a"));
        Assert.Equal("La", again.LandedAs("a"));
        Assert.False(again.HasLanded("b"));
        Assert.False(again.HasLanded("c"));
        Assert.Equal((3, 4), (again.Open!.Train, again.NextTrain));
        Assert.Equal("subject a", Assert.Single(again.Recent).Subject);
    }

    [Fact]
    public void A_journal_that_has_grown_is_cut_down_between_two_trains_and_knows_what_it_must()
    {
        using var directory = new TemporaryDirectory();
        using (var journal = LandingJournal.Load(directory.Path, most: 4000, keep: 3))
        {
            for (var train = 1; train <= 200; train++)
            {
                journal.Write(Intent(train, $"c{train}"));
                Assert.True(new FileInfo(directory["landing.jsonl"]).Length < 4600);
                journal.Write(new JournalRecord(train % 7 == 0 ? "dropped" : "landed", train, At));
            }

            journal.Write(Intent(201, "open"));
        }

        using (var again = LandingJournal.Load(directory.Path, most: 4000, keep: 3))
        {
            Assert.Equal((172, 202, 201), (again.Landed, again.NextTrain, again.Open!.Train));
            Assert.All(new[] { 198, 199, 200 }, train => Assert.True(again.HasLanded($"c{train}")));
            Assert.False(again.HasLanded("c196"));
            Assert.False(again.HasLanded("c1"));
        }

        Assert.True(LandingJournal.LandedIn(directory.Path).IsSupersetOf(["c199", "c200"]));
        Assert.InRange(Directory.GetFiles(directory.Path, "landing-*.jsonl").Length, 2, 10);
        Assert.Empty(Directory.GetFiles(directory.Path, "*.tmp"));
    }

    [Fact]
    public void A_crash_while_it_is_cut_down_leaves_the_old_one_or_the_new_one()
    {
        using var directory = new TemporaryDirectory();
        using (var journal = LandingJournal.Load(directory.Path))
        {
            journal.Write(Intent(1, "a"));
            journal.Write(new JournalRecord("landed", 1, At));
        }

        File.WriteAllText(directory["landing.jsonl.tmp"], "{\"kind\":\"begun\",\"train\":1,\"at\"");
        File.WriteAllText(directory["landing.jsonl.old.tmp"], "{");
        using var again = LandingJournal.Load(directory.Path, most: 10, keep: 1);
        Assert.True(again.HasLanded("a"));
        again.Write(Intent(2, "b"));
        again.Write(new JournalRecord("landed", 2, At));
        Assert.True(LandingJournal.LandedIn(directory.Path).SetEquals(["b"]));
        Assert.Empty(Directory.GetFiles(directory.Path, "*.tmp"));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{\"kind\":\"landed\",\"train\":\"x\",\"at\":\"y\"}")]
    [InlineData("")]
    public void A_damaged_line_is_passed_over(string line)
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllText(directory["landing.jsonl"], line + "\n");
        using (var journal = LandingJournal.Load(directory.Path))
            journal.Write(Intent(7, "a"));

        using var again = LandingJournal.Load(directory.Path);
        Assert.Equal(7, again.Open!.Train);
    }

    [Fact]
    public void A_line_cut_by_a_power_failure_is_forgotten_and_written_over()
    {
        using var directory = new TemporaryDirectory();
        using (var journal = LandingJournal.Load(directory.Path))
            journal.Write(Intent(1, "a"));
        File.AppendAllText(directory["landing.jsonl"], "{\"kind\":\"landed\",\"tra");

        using (var journal = LandingJournal.Load(directory.Path))
        {
            Assert.Equal(1, journal.Open!.Train);
            journal.Write(new JournalRecord("landed", 1, At));
        }

        using var again = LandingJournal.Load(directory.Path);
        Assert.True(again.HasLanded("a"));
        Assert.Equal(2, File.ReadAllLines(directory["landing.jsonl"]).Length);
    }
}

internal static class TextForTests
{
    internal static bool IsNormalizable(this string text) => text.EnumerateRunes().All(static r => r.Value != 0xFFFD);
}
