using System.Text;
using FleetTui.Git.Remotes;
using FleetTui.Processes;
using FsCheck;
using FsCheck.Fluent;

namespace FleetTui.Git.Tests;

/// <summary>What git 2.39 really prints for each way a push can end.</summary>
public sealed class PushClassificationSpecs
{
    private static PushOutcome Classify(int code, string output, string error = "") =>
        PushClassification.Classify(new CommandResult(new CommandEnd.Exited(code), Encoding.UTF8.GetBytes(output), Encoding.UTF8.GetBytes(error), false));

    private static string Rejected(string summary) => $"To file:///o\n!\t1234:refs/heads/main\t{summary}\nDone\n";

    [Theory]
    [InlineData("[rejected] (fetch first)")]
    [InlineData("[rejected] (non-fast-forward)")]
    [InlineData("[rejected] (stale info)")]
    [InlineData("[remote rejected] (failed to update ref)")]
    [InlineData("[remote rejected] (incorrect old value provided)")]
    public void Every_way_to_say_that_somebody_was_faster_means_build_again(string summary) =>
        Assert.IsType<PushOutcome.Moved>(Classify(1, Rejected(summary), "remote: error: cannot lock ref 'refs/heads/main': is at 1 but expected 2"));

    [Fact]
    public void A_lock_file_left_on_the_server_is_not_a_lost_race() =>
        Assert.IsType<PushOutcome.Infrastructure>(Classify(1, Rejected("[remote rejected] (failed to update ref)"), "remote: error: Unable to create 'main.lock': File exists."));

    [Theory]
    [InlineData("[remote rejected] (pre-receive hook declined)")]
    [InlineData("[remote rejected] (hook declined)")]
    [InlineData("[remote rejected] (protected branch hook declined)")]
    [InlineData("[remote rejected] (unpacker error)")]
    [InlineData("[remote rejected] (branch is currently checked out)")]
    public void A_no_of_the_remote_comes_with_its_words(string summary)
    {
        var refused = Assert.IsType<PushOutcome.Refused>(Classify(1, Rejected(summary), "remote: No secrets.   \nremote: \nerror: failed to push some refs\n"));
        Assert.Equal(["No secrets."], refused.Remote);
        Assert.Contains("No secrets.", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Objects_that_were_collected_meanwhile_are_no_reason_to_build_on_another_main() =>
        Assert.IsType<PushOutcome.Infrastructure>(Classify(1, Rejected("[rejected] (needs force)")));

    [Fact]
    public void No_status_line_and_no_fatal_word_is_the_local_hook() =>
        Assert.IsType<PushOutcome.Refused>(Classify(1, "", "tests are red\nerror: failed to push some refs to 'file:///o'\n"));

    [Theory]
    [InlineData("fatal: unable to access 'http://x/': Could not resolve host: x", "offline")]
    [InlineData("fatal: could not read Username for 'http://x': terminal prompts disabled", "credential helper")]
    [InlineData("git@x: Permission denied (publickey).\nfatal: Could not read from remote repository.", "ssh-add")]
    public void Trouble_on_the_way_changes_nothing_there_and_says_what_to_do(string error, string what) =>
        Assert.Contains(what, Assert.IsType<PushOutcome.Infrastructure>(Classify(128, "", error)).Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("fatal: the remote end hung up unexpectedly")]
    [InlineData("send-pack: unexpected disconnect while reading sideband packet\nfatal: early EOF")]
    public void A_connection_that_broke_leaves_the_outcome_open(string error) => Assert.IsType<PushOutcome.Unknown>(Classify(128, "", error));

    [Fact]
    public void A_deadline_leaves_the_outcome_open() =>
        Assert.IsType<PushOutcome.Unknown>(PushClassification.Classify(new CommandResult(new CommandEnd.TimedOut(TimeSpan.FromSeconds(1)), default, default, false)));

    [Theory]
    [InlineData("To file:///o\n \t1234:refs/heads/main\t1234..5678\nDone\n", ' ', "refs/heads/main", "1234..5678", "")]
    [InlineData("=\trefs/heads/a:refs/heads/b\t[up to date]\n", '=', "refs/heads/b", "[up to date]", "")]
    [InlineData("!\ta:refs/heads/b\t[remote rejected] (hook (really) declined)\n", '!', "refs/heads/b", "[remote rejected]", "hook (really) declined")]
    public void A_status_line_is_taken_apart(string text, char flag, string to, string summary, string reason)
    {
        var status = Assert.Single(PushReportParser.Parse(text));
        Assert.Equal((flag, to, summary, reason), (status.Flag, status.To, status.Summary, status.Reason));
    }

    [Fact]
    public void Whatever_a_hook_prints_parsing_does_not_fail_and_says_accepted_only_for_exit_code_zero() =>
        Prop.ForAll<int, string?, string?>((code, output, error) =>
        {
            var outcome = Classify(Math.Abs(code % 256), output ?? "", error ?? "");
            return outcome is PushOutcome.Accepted == (code % 256 == 0);
        }).QuickCheckThrowOnFailure();
}
