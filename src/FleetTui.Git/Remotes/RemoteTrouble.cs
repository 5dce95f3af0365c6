using FleetTui.Processes;

namespace FleetTui.Git.Remotes;

/// <summary>Turns what git and ssh print about a remote into one sentence with what to do.</summary>
public static class RemoteTrouble
{
    private static readonly (string Mark, string Sentence)[] Known =
    [
        ("No space left on device", "The disk is full: make room."),
        ("terminal prompts disabled", "The remote wants a user name and password: set up a credential helper (git config credential.helper) or use ssh."),
        ("could not read Username", "The remote wants a user name and password: set up a credential helper (git config credential.helper) or use ssh."),
        ("could not read Password", "The remote wants a password: set up a credential helper (git config credential.helper) or use ssh."),
        ("Authentication failed", "The remote refused the credentials: renew them."),
        ("Permission denied (publickey", "The remote refused the ssh key: load it into ssh-agent (ssh-add)."),
        ("Host key verification failed", "The remote's host key is not known: connect once by hand (ssh) and accept it."),
        ("Could not resolve host", "The remote's host cannot be found: the machine seems to be offline."),
        ("Could not resolve hostname", "The remote's host cannot be found: the machine seems to be offline."),
        ("Network is unreachable", "The network is unreachable: the machine seems to be offline."),
        ("Failed to connect", "The remote does not answer (connection refused)."),
        ("Connection refused", "The remote does not answer (connection refused)."),
        ("Connection timed out", "The remote does not answer (connection timed out)."),
        ("unable to connect", "The remote does not answer."),
        ("does not appear to be a git repository", "The remote is not there: check its URL (git remote -v)."),
        ("Repository not found", "The remote is not there, or may not be seen by you: check its URL (git remote -v)."),
    ];

    public static string Explain(CommandResult result)
    {
        if (result.End is CommandEnd.TimedOut timedOut)
            return $"The remote gave no answer within {timedOut.Deadline.TotalSeconds:0} s.";
        var text = result.ErrorText;
        foreach (var (mark, sentence) in Known)
        {
            if (text.Contains(mark, StringComparison.Ordinal))
                return sentence;
        }

        return $"git said: {Running.GitException.Reason(result)}";
    }

    public static bool IsLocal(CommandResult result) =>
        result.End is CommandEnd.NotStarted
        || result.ErrorText.Contains("No space left on device", StringComparison.Ordinal)
        || result.ErrorText.Contains("unable to write", StringComparison.Ordinal);
}
