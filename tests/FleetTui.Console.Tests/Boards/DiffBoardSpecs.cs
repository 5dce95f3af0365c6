using FleetTui.Api.Client;
using FleetTui.Console.Boards.Diff;
using FleetTui.Console.Loop;
using FleetTui.Console.Outer.Input;
using FleetTui.Console.Tests.Fakes;
using FleetTui.Console.Tests.Screens;
using FleetTui.Terminal.Cells;
using FleetTui.Terminal.Input;
using FsCheck;
using FsCheck.Fluent;

namespace FleetTui.Console.Tests.Boards;

public sealed class DiffBoardSpecs
{
    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 40)]
    [InlineData(200, 50)]
    public async Task A_file_is_shown_with_its_hunks(int columns, int rows) =>
        Snapshot.Matches($"board-diff-file-{columns}x{rows}", (await OpenAsync(columns, rows, "n")).Screen());

    [Theory]
    [InlineData("n n", "lib/name.dart → lib/names.dart", "mode 100644 → 100755", "its text is the same")]
    [InlineData("n n n", "✗ outside its domain: docs/index.md is win's (role docs)", @"+More\x1b[31m", "@@ -1,1 +1,2 @@")]
    [InlineData("n n n n", @"assets/caf\xe9.png", "changed, added", "binary, or too large to be shown as text")]
    [InlineData("n n n n n", "its lines end in CR LF", "+dir /b", "there is more: + reads all of this file")]
    [InlineData("p", "untracked, added", "+// new", @"\ No newline at end of file")]
    [InlineData("x", "outside its domain", "docs/index.md", "+1")]
    public async Task Every_kind_of_file_says_what_became_of_it(string keys, params string[] said)
    {
        var screen = (await OpenAsync(200, 50, keys)).Screen();
        Assert.All(said, text => Assert.Contains(text, screen, StringComparison.Ordinal));
        Assert.DoesNotContain('\u001b', screen);
    }

    [Fact]
    public async Task Changed_words_are_underlined_and_nothing_else()
    {
        var fleet = await OpenAsync(120, 40, "n");
        var buffer = new Console.Compositing.CellBuffer(120, 40);
        Views.ScreenView.Draw(buffer, fleet.Model);
        var rows = Enumerable.Range(0, 40).Select(y => string.Concat(buffer.Row(y).ToArray().Where(cell => cell.Style.Underline != UnderlineStyle.None).Select(cell => cell.Text))).Where(text => text.Length > 0).ToList();
        Assert.Equal(["world", "String name$name", "\"世界\""], rows);
    }

    [Fact]
    public void What_is_not_marked_is_the_same_in_both_lines() => Prop.ForAll(
        Gen.Elements("greet", "(", ")", "name", " ", "  ", "=>", "世界", ".", "1", "👍", "_x").ListOf().Select(words => string.Concat(words)).Two().ToArbitrary(),
        lines =>
        {
            var (old, now) = WordChanges.Of(lines.Item1, lines.Item2);
            return (old.Count == 0 && now.Count == 0) || Without(lines.Item1, old) == Without(lines.Item2, now);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Keys_go_from_hunk_to_hunk_and_sideways_and_to_the_next_slot()
    {
        var fleet = await OpenAsync(120, 10, "n");
        Assert.Contains("@@ -1,4 +1,4 @@", fleet.Screen(), StringComparison.Ordinal);
        fleet.Press("] ]");
        Assert.DoesNotContain("import 'names.dart'", fleet.Screen(), StringComparison.Ordinal);
        Assert.Contains("void run()", fleet.Screen(), StringComparison.Ordinal);
        fleet.Press("[");
        Assert.Contains("import 'names.dart'", fleet.Screen(), StringComparison.Ordinal);
        fleet.Press("Right");
        Assert.DoesNotContain("import 'names.dart'", fleet.Screen(), StringComparison.Ordinal);
        await fleet.Press(">").SettleAsync();
        Assert.Equal("win", Assert.IsType<DiffBoard>(fleet.Model.Board).Slot);
        await fleet.Press("< <").SettleAsync();
        Assert.Equal("codex2", Assert.IsType<DiffBoard>(fleet.Model.Board).Slot);
    }

    [Fact]
    public async Task A_cut_file_is_read_whole_when_asked()
    {
        var fleet = await OpenAsync(120, 40, "n n n n n");
        fleet.Api.Diff = fleet.Api.Diff with { Files = [fleet.Api.Diff.Files[4] with { IsCut = false }], FileCount = 1 };
        await fleet.Press("+").SettleAsync();
        Assert.Contains("diff vscode windows.bat", fleet.Api.Looked);
        Assert.DoesNotContain("there is more", fleet.Screen(), StringComparison.Ordinal);
        Assert.Equal(6, fleet.Model.Diff!.Files.Count);
    }

    [Fact]
    public async Task A_file_is_chosen_by_a_click()
    {
        var fleet = await OpenAsync(120, 40, "");
        var row = Array.FindIndex(fleet.Screen().Split('\n'), line => line.Contains("docs/index.md", StringComparison.Ordinal) && line.Contains("✗M", StringComparison.Ordinal));
        fleet.Take(new InputEvent.Mouse(new MouseEvent(MouseAction.Press, MouseButton.Left, 8, row, KeyModifiers.None)));
        Assert.Contains("+More", fleet.Screen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_read_again_when_the_slot_changed_and_only_then()
    {
        var fleet = await OpenAsync(120, 40, "");
        fleet.Api.Looked.Clear();
        var status = SampleFleet.Status();
        await fleet.Take(new ConsoleMessage.Fleet(new FleetUpdate(status, null))).SettleAsync();
        Assert.Empty(fleet.Api.Looked);
        for (var dirty = 4; dirty < 10; dirty++)
        {
            await fleet.Take(new ConsoleMessage.Fleet(new FleetUpdate(status with { Slots = [status.Slots[0] with { Dirty = dirty }, .. status.Slots.Skip(1)] }, null))).SettleAsync();
        }

        Assert.Empty(fleet.Api.Looked);
        Assert.NotNull(fleet.Controller.NextWake);
        await fleet.Wait(TimeSpan.FromSeconds(1)).SettleAsync();
        Assert.Equal(["diff vscode"], fleet.Api.Looked);
        await fleet.Wait(TimeSpan.FromSeconds(10)).SettleAsync();
        Assert.Equal(["diff vscode"], fleet.Api.Looked);
    }

    [Fact]
    public async Task A_refusal_is_told_in_the_view_and_it_can_be_tried_again()
    {
        var fleet = new SampleFleet(120, 40).Press("C-b V");
        fleet.Effects.Clear();
        fleet.Take(new ConsoleMessage.BoardFailed(fleet.Model.Board!, "diff vscode: The worktree is not there; fleet up vscode makes it."));
        Assert.Contains("The worktree is not there; fleet up vscode makes it.", fleet.Screen(), StringComparison.Ordinal);
        await fleet.Press("r").SettleAsync();
        Assert.Contains("Greet by name", fleet.Screen(), StringComparison.Ordinal);
        Assert.DoesNotContain("is not there", fleet.Screen(), StringComparison.Ordinal);
    }

    private static string Without(string line, IReadOnlyList<(int From, int To)> ranges) =>
        string.Concat(line.Where((_, at) => !ranges.Any(range => at >= range.From && at < range.To)));

    private static async Task<SampleFleet> OpenAsync(int columns, int rows, string keys)
    {
        var fleet = await new SampleFleet(columns, rows).Press("C-b V").SettleAsync();
        return await fleet.Press(keys).SettleAsync();
    }
}
