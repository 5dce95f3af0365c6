using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.FirstRun;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;
using FleetTui.Console.Tests.Fakes;

namespace FleetTui.Console.Tests.Screens;

public sealed class QuestionSpecs
{
    private static readonly QuestionPage Page = new(
        "fleet: first run",
        ["This repository has no fleet yet.", "A fleet is up to twelve slots. Each is a terminal with an agent and a git worktree of its own; what they commit lands on one branch.", "", "Found here:", "  repository   /repo, 1234 files", "  lands on     origin/main"],
        [('i', "init: write fleet.toml and roles.toml"), ('q', "leave everything as it is")]);

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 40)]
    [InlineData(40, 10)]
    public void A_question_says_what_it_is_about_and_always_its_keys(int columns, int rows)
    {
        var keys = new KeyTables("C-b", true, false, new Dictionary<string, string>(), CommandTable.Default.Has);
        var buffer = new CellBuffer(0, 0);
        QuestionView.Draw(buffer, Page, new ConsoleModel(SampleFleet.Options, keys, SampleFleet.Now) { Columns = columns, Rows = rows });
        var screen = string.Join('\n', Enumerable.Range(0, buffer.Height).Select(buffer.TextOf));
        Assert.Contains("i  init: write", screen, StringComparison.Ordinal);
        Snapshot.Matches($"question-{columns}x{rows}", screen);
    }

    [Theory]
    [InlineData(80, 12)]
    [InlineData(40, 10)]
    public void What_does_not_fit_is_counted_and_scrolled_to_the_end(int columns, int rows)
    {
        var page = Page with { Lines = [.. Page.Lines, .. Enumerable.Range(1, 30).Select(number => $"  command {number}")] };
        var keys = new KeyTables("C-b", true, false, new Dictionary<string, string>(), CommandTable.Default.Has);
        var model = new ConsoleModel(SampleFleet.Options, keys, SampleFleet.Now) { Columns = columns, Rows = rows };
        var buffer = new CellBuffer(0, 0);
        Assert.Equal(0, QuestionView.Draw(buffer, page, model));
        Assert.Contains("more lines below: Down", Text(buffer), StringComparison.Ordinal);
        var top = QuestionView.Draw(buffer, page, model, top: 1000);
        Assert.Contains("command 30", Text(buffer), StringComparison.Ordinal);
        Assert.Contains("q  leave", Text(buffer), StringComparison.Ordinal);
        Assert.Equal(top - 1, QuestionView.Draw(buffer, page, model, top - 1));
    }

    private static string Text(CellBuffer buffer) => string.Join('\n', Enumerable.Range(0, buffer.Height).Select(buffer.TextOf));
}
