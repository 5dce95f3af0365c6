using System.Text;
using FleetTui.Agents.Launch;
using FleetTui.Agents.Transcripts;
using FleetTui.Configuration;
using FleetTui.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace FleetTui.Agents.Tests.Transcripts;

public sealed class TranscriptReaderSpecs : IDisposable
{
    private static readonly ITranscriptFormat Claude = AgentAdapters.For(new AgentDefinition("claude", "claude", ["claude"], new Dictionary<string, string>(), "never")).TranscriptFormat!;
    private readonly TemporaryDirectory directory = new();
    private readonly List<string> seen = [];

    private string File => directory["session.jsonl"];

    public void Dispose() => directory.Dispose();

    /// <summary>However the bytes come — in the midst of a line, of a character, of a line feed — the same is read, and from where it stopped a later reader goes on.</summary>
    [Fact]
    public void Any_split_of_the_bytes_into_reads_gives_the_same_entries()
    {
        var pieces = Gen.Choose(1, 400).ListOf().Where(sizes => sizes.Count > 0);
        Prop.ForAll(
            Text().ToArbitrary(),
            pieces.ToArbitrary(),
            Gen.Choose(0, 20).ToArbitrary(),
            (text, sizes, handover) =>
            {
                var bytes = Encoding.UTF8.GetBytes(text);
                using var place = new TemporaryDirectory();
                var (path, got) = (place["t.jsonl"], new List<(long, string)>());
                var reader = new TranscriptReader(path, Claude, Take);
                using var writer = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
                var (at, reads) = (0, 0);
                while (at < bytes.Length)
                {
                    var size = Math.Min(sizes[reads % sizes.Count], bytes.Length - at);
                    writer.Write(bytes, at, size);
                    writer.Flush();
                    at += size;
                    reader.Read();
                    if (++reads == handover)
                    {
                        reader = new TranscriptReader(path, Claude, Take, reader.Position);
                    }
                }

                void Take(long offset, TranscriptRecord record) => got.AddRange(record.Entries.Select(entry => (offset, entry.Text)));
                Assert.Equal(Whole(text), got);
                return true;
            }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Pages_of_any_size_read_backwards_are_the_same_conversation()
    {
        Prop.ForAll(
            Text().ToArbitrary(),
            Gen.Choose(1, 9).ToArbitrary(),
            (text, size) =>
            {
                using var place = new TemporaryDirectory();
                var path = place["t.jsonl"];
                System.IO.File.WriteAllText(path, text);
                var back = new List<(long, string)>();
                long? before = null;
                do
                {
                    var page = TranscriptPages.Before(path, Claude, before, size);
                    back.InsertRange(0, page.Entries.Select(one => (one.Offset, one.Entry.Text)));
                    before = page.Start;
                }
                while (before > 0);
                Assert.Equal(Whole(text), back);

                var first = TranscriptPages.Before(path, Claude, null, 1);
                var forward = TranscriptPages.After(path, Claude, 0, int.MaxValue);
                Assert.Equal(Whole(text), forward.Entries.Select(one => (one.Offset, one.Entry.Text)));
                Assert.Equal(forward.End, first.End == 0 ? forward.End : first.End);
                return true;
            }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_line_that_is_not_whole_waits_for_its_rest()
    {
        var reader = Reader();
        var line = Samples.Prompt("first");
        System.IO.File.WriteAllText(File, line[..40]);
        Assert.True(reader.Read());
        Assert.Empty(seen);

        System.IO.File.AppendAllText(File, line[40..] + "\n" + Samples.Answer("done") + "\n");
        reader.Read();
        Assert.Equal(["first", "done"], seen);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a longer prompt than before")]
    [InlineData("other")]
    public void A_file_that_was_written_anew_is_read_from_its_start(string prompt)
    {
        System.IO.File.WriteAllText(File, Samples.Prompt("first") + "\n");
        var (reader, rewritten) = (Reader(), 0);
        reader.Read(() => rewritten++);
        System.IO.File.WriteAllText(File, prompt.Length == 0 ? "" : Samples.Prompt(prompt) + "\n");
        reader.Read(() => rewritten++);

        Assert.Equal(1, rewritten);
        Assert.Equal(prompt.Length == 0 ? ["first"] : ["first", prompt], seen);
    }

    [Fact]
    public void Malformed_lines_are_passed_over_and_counted()
    {
        System.IO.File.WriteAllText(File, "{\"type\":\"user\",\n" + Samples.Prompt("kept") + "\n[1,2]\n{\"type\":\"of tomorrow\"}\n{\"type\":\"user\",\"message\":{\"content\":\"\\ud800\"}}\n");
        var reader = Reader();
        reader.Read();

        Assert.Equal(["kept"], seen);
        Assert.Equal(3, reader.Malformed);
        Assert.Equal(3, TranscriptPages.Before(File, Claude, null, 100).Malformed);
    }

    [Fact]
    public void A_line_of_many_megabytes_is_passed_over_and_never_held()
    {
        var huge = new string('x', TranscriptLines.Longest);
        System.IO.File.WriteAllText(File, Samples.Prompt("before") + "\n" + Samples.Prompt(huge) + "\n" + Samples.Prompt("after") + "\n");
        var reader = Reader();
        reader.Read();

        Assert.Equal(["before", "after"], seen);
        Assert.Equal(1, reader.TooLong);
        var page = TranscriptPages.Before(File, Claude, null, 10);
        Assert.Equal(["after"], page.Entries.Select(one => one.Entry.Text));
        Assert.Equal(["before"], TranscriptPages.Before(File, Claude, page.Start, 10).Entries.Select(one => one.Entry.Text));
    }

    /// <summary>A sparse file of 8 GB: reading it whole would take minutes and its last page lies at its end.</summary>
    [Fact]
    public void The_end_of_a_file_of_gigabytes_is_there_without_reading_it_whole()
    {
        using (var file = System.IO.File.Create(File))
        {
            file.SetLength(8L << 30);
            file.Seek(0, SeekOrigin.End);
            file.Write(Encoding.UTF8.GetBytes("\n" + Samples.Prompt("last question") + "\n" + Samples.Answer("last answer") + "\n"));
        }

        var page = TranscriptPages.Before(File, Claude, null, 2);
        Assert.Equal(["last question", "last answer"], page.Entries.Select(one => one.Entry.Text));

        var meter = new ContextMeter(File, Claude, extended: false);
        Assert.True(meter.Read());
        Assert.Equal(6542, meter.Fill!.Tokens);
    }

    private static Gen<string> Text()
    {
        var line = Gen.Frequency(
            (6, Gen.Elements("say", "größer ✎ 猫 👩‍💻", "a\\nb", "x").Select(Samples.Prompt)),
            (6, Gen.Elements("ok", "déjà vu", "long " + new string('é', 300)).Select(text => Samples.Answer(text))),
            (1, Gen.Elements("", "{", "not json", "{\"type\":\"mode\"}", Samples.Compaction)));
        return from lines in line.ListOf()
               from end in Gen.Elements("\n", "\n", "\n{\"type\":\"us")
               select lines.Count == 0 ? "" : string.Join('\n', lines) + end;
    }

    /// <summary>What is read of the text all at once.</summary>
    private static List<(long, string)> Whole(string text)
    {
        var (got, offset) = (new List<(long, string)>(), 0L);
        foreach (var line in text.Split('\n').SkipLast(1))
        {
            got.AddRange((Claude.Read(Encoding.UTF8.GetBytes(line))?.Entries ?? []).Select(entry => (offset, entry.Text)));
            offset += Encoding.UTF8.GetByteCount(line) + 1;
        }

        return got;
    }

    private TranscriptReader Reader() => new(File, Claude, (_, record) => seen.AddRange(record.Entries.Select(entry => entry.Text)));
}
