using FleetTui.Agents.Transcripts;
using FleetTui.Testing;

namespace FleetTui.Agents.Tests.Transcripts;

public sealed class ContextSpecs : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    private string Path => directory["t.jsonl"];

    public void Dispose() => directory.Dispose();

    [Fact]
    public void The_last_request_of_the_conversation_itself_says_how_full_it_is()
    {
        Write(Samples.Answer("a", input: 10), Samples.Answer("b", input: 100_000), Samples.Answer("sub", input: 190_000, sidechain: true), Samples.Answer("c", input: 7, model: "<synthetic>"));
        var meter = Meter("claude");

        Assert.True(meter.Read());
        Assert.Equal(new ContextFill(105_342, 200_000, "claude-sonnet-4-5"), meter.Fill);
        Assert.Equal(52, meter.Fill!.Percent);
        Assert.False(meter.Read());

        Write(Samples.Answer("d", input: 170_000));
        Assert.True(meter.Read());
        Assert.Equal(87, meter.Fill!.Percent);
    }

    [Fact]
    public void Compacted_it_is_unknown_until_the_next_request()
    {
        Write(Samples.Answer("a"), Samples.Compaction, Samples.Prompt("go on"));
        var meter = Meter("claude");
        meter.Read();
        Assert.Null(meter.Fill);

        Write(Samples.Answer("b", cached: 1000));
        Assert.True(meter.Read());
        Assert.Equal(2542, meter.Fill!.Tokens);
    }

    [Fact]
    public void Codex_tells_its_window_itself()
    {
        Write(Samples.CodexMeta("/repo"), """{"type":"turn_context","payload":{"model":"gpt-unheard-of"}}""", Samples.CodexTokens(129_200, 129_200));
        var meter = Meter("codex");

        Assert.True(meter.Read());
        Assert.Equal((129_200L, 258_400L, 50), (meter.Fill!.Tokens, meter.Fill.Window, meter.Fill.Percent));
    }

    [Fact]
    public void A_transcript_that_comes_later_or_is_written_anew_is_followed()
    {
        var meter = Meter("claude");
        Assert.False(meter.Read());
        Write(Samples.Prompt("hi"));
        Assert.False(meter.Read());
        Write(Samples.Answer("a"));
        Assert.True(meter.Read());

        File.WriteAllText(Path, "");
        Assert.True(meter.Read());
        Assert.Null(meter.Fill);
    }

    [Theory]
    [InlineData("claude-sonnet-4-5-20250929", 10, false, 200_000L)]
    [InlineData("claude-sonnet-4-5-20250929", 10, true, 1_000_000L)]
    [InlineData("claude-sonnet-4-5-20250929", 300_000, false, 1_000_000L)]
    [InlineData("claude-opus-4-5", 300_000, false, null)]
    [InlineData("claude-opus-4-8", 300_000, false, 1_000_000L)]
    [InlineData("glm-99", 10, false, null)]
    public void A_window_is_only_told_where_it_is_known(string model, long tokens, bool extended, long? window) => Assert.Equal(window, ContextWindows.Of(model, tokens, extended));

    [Fact]
    public void Without_a_window_there_are_tokens_and_no_percentage() => Assert.Null(new ContextFill(10, null, "glm-99").Percent);

    private ContextMeter Meter(string kind) => new(Path, FormatSpecs.Format(kind), extended: false);

    private void Write(params string[] lines) => File.AppendAllText(Path, string.Concat(lines.Select(line => line + "\n")));
}
