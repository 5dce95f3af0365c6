using FleetTui.Console.Effects;
using FleetTui.Console.Outer.Input;
using FleetTui.Console.Panels.Compose;
using FleetTui.Console.Tests.Fakes;

namespace FleetTui.Console.Tests.Behaviour;

public sealed class ComposeSpecs
{
    [Fact]
    public async Task One_slot_gets_several_lines_at_once_without_a_question()
    {
        var fleet = new SampleFleet(120, 40).Press("M-s F i x M-Enter i t");
        Assert.Contains("prompt to vscode", fleet.Screen(), StringComparison.Ordinal);
        Assert.Empty(fleet.Effects.OfType<Effect.SendKey>());
        await fleet.Press("Enter").SettleAsync();
        Assert.Equal(["send vscode Fix\nit"], fleet.Api.Asked);
        Assert.Contains("sent to vscode", fleet.StatusLine(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_slots_are_chosen_asked_for_and_told_one_by_one()
    {
        var fleet = new SampleFleet(120, 40);
        fleet.Api.NotRunning.Add("ps1");
        fleet.Press("C-b B n Space Down Down Space Tab G o Enter");
        Assert.Contains("send this to 2 slots: vscode ps1? (y/n)", fleet.StatusLine(), StringComparison.Ordinal);
        Assert.Empty((await fleet.SettleAsync()).Api.Asked);
        await fleet.Press("y").SettleAsync();
        Assert.Equal(["send vscode Go"], fleet.Api.Asked);
        Assert.Contains("sent to vscode; not to ps1: Slot ps1 is not running", fleet.StatusLine(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anything_but_yes_goes_back_to_the_text()
    {
        var fleet = new SampleFleet(120, 40).Press("C-b B Tab G o Enter n");
        await fleet.SettleAsync();
        Assert.Empty(fleet.Api.Asked);
        Assert.Contains("prompt to", fleet.Screen(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_broadcast_begins_with_every_slot_that_runs_and_may_be_typed_to()
    {
        var fleet = new SampleFleet(120, 40);
        fleet.Model.SlotOf("win")!.Observed = true;
        var screen = fleet.Press("C-b B").Screen();
        Assert.Contains("9 slots:", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("[x]  2", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_left_unsent_and_what_was_sent_come_back()
    {
        var fleet = new SampleFleet(120, 40).Press("M-s o n e Escape");
        await fleet.Press("M-s Enter").SettleAsync();
        await fleet.Press("M-s t w o Enter").SettleAsync();
        Assert.Equal(["send vscode one", "send vscode two"], fleet.Api.Asked);
        await fleet.Press("M-s Up Up Down Up Enter").SettleAsync();
        Assert.Equal("send vscode one", fleet.Api.Asked[^1]);
    }

    [Fact]
    public async Task A_paste_keeps_its_lines_and_loses_its_controls()
    {
        var fleet = new SampleFleet(120, 40).Press("M-s").Take(new InputEvent.Paste("a\r\nb\u001b[31m"));
        await fleet.Press("Enter").SettleAsync();
        Assert.Equal(["send vscode a\nb[31m"], fleet.Api.Asked);
    }

    [Fact]
    public void The_history_outlives_the_console_and_is_nobody_elses()
    {
        var directory = Directory.CreateTempSubdirectory("fleet-prompts");
        try
        {
            var file = Path.Combine(directory.FullName, "prompts.json");
            var history = new PromptHistory(file);
            history.Add("first\nsecond");
            history.Add("last");
            history.Save();
            Assert.Equal(["last", "first\nsecond"], new PromptHistory(file).Sent);
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("a b Up Home x", "xab")]
    [InlineData("a b C-j c d Up x", "abx\ncd")]
    [InlineData("a b C-j c d C-a BSpace", "abcd")]
    [InlineData("a b Space c d C-w", "ab ")]
    [InlineData("a b C-j c d Up C-k x", "abxcd")]
    public void Lines_are_edited_as_emacs_edits_them(string keys, string text)
    {
        var editor = new TextEditor();
        foreach (var key in keys.Split(' ').Select(Console.Keys.KeyStroke.Parse))
        {
            if (key.ToString() == "C-j")
            {
                editor.Insert("\n");
            }
            else
            {
                editor.Press(key);
            }
        }

        Assert.Equal(text, editor.Text);
    }
}
