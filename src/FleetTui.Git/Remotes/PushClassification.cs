using FleetTui.Processes;

namespace FleetTui.Git.Remotes;

/// <summary>
/// Tells the outcomes of a push apart. Exit codes say nothing (1 for nearly all); the porcelain line and standard error do. Which words a lost race gets depends on
/// latency: against a real server it is <c>[remote rejected] (failed to update ref)</c> far more often than <c>non-fast-forward</c>.
/// </summary>
public static class PushClassification
{
    public static PushOutcome Classify(CommandResult result)
    {
        if (result.End is CommandEnd.NotStarted notStarted)
            return new PushOutcome.Infrastructure(notStarted.Reason);
        if (result.End is not CommandEnd.Exited)
            return new PushOutcome.Unknown(RemoteTrouble.Explain(result));
        var errors = result.ErrorText;
        if (result.Succeeded)
            return new PushOutcome.Accepted();
        if (PushReportParser.Parse(result.OutputText) is [{ Flag: '!' } status, ..])
            return Rejected(status, errors);

        // No status line: a local pre-push hook said no, or the connection did not stand long enough to get one.
        if (!Transport(errors))
            return new PushOutcome.Refused("The local pre-push hook refused the push.", Lines(errors));
        return CutOff(errors) ? new PushOutcome.Unknown(RemoteTrouble.Explain(result)) : new PushOutcome.Infrastructure(RemoteTrouble.Explain(result));
    }

    /// <summary>What the remote printed, without <c>remote: </c> and without empty lines.</summary>
    public static IReadOnlyList<string> RemoteLines(string errors) =>
    [
        .. errors.Split('\n')
            .Where(static l => l.StartsWith("remote:", StringComparison.Ordinal))
            .Select(static l => l["remote:".Length..].Trim())
            .Where(static l => l.Length > 0),
    ];

    private static PushOutcome Rejected(PushStatus status, string errors)
    {
        var remote = RemoteLines(errors);
        switch (status.Reason)
        {
            case "fetch first" or "non-fast-forward" or "stale info":
                return new PushOutcome.Moved($"{status.Summary} ({status.Reason})");
            case "needs force":
                return new PushOutcome.Infrastructure("git cannot find the objects of the train (was it garbage-collected meanwhile?).");
            case "failed to update ref" or "failed to update reference" or "reference already exists" or "failed to lock" or "incorrect old value provided":
                return errors.Contains("File exists", StringComparison.Ordinal) || errors.Contains("Unable to create", StringComparison.Ordinal)
                    ? new PushOutcome.Infrastructure("A lock file is in the way on the remote; if it stays, someone must remove it there.")
                    : new PushOutcome.Moved($"{status.Summary} ({status.Reason})");
            case "remote failed to report status" or "atomic transaction failed":
                return new PushOutcome.Unknown($"{status.Summary} ({status.Reason})");
        }

        var why = status.Reason.Length == 0 ? status.Summary : status.Reason;
        return new PushOutcome.Refused(remote.Count > 0 ? $"The remote refused the push ({why}): {string.Join(' ', remote)}" : $"The remote refused the push ({why}).", remote);
    }

    private static bool Transport(string errors) =>
        errors.Contains("fatal: ", StringComparison.Ordinal) || errors.Contains("Connection ", StringComparison.Ordinal) || errors.Contains("ssh: ", StringComparison.Ordinal);

    /// <summary>The pack may have gone out already.</summary>
    private static bool CutOff(string errors) =>
        errors.Contains("unexpectedly", StringComparison.Ordinal)
        || errors.Contains("hung up", StringComparison.Ordinal)
        || errors.Contains("unexpected disconnect", StringComparison.Ordinal)
        || errors.Contains("RPC failed", StringComparison.Ordinal)
        || errors.Contains("early EOF", StringComparison.Ordinal);

    private static IReadOnlyList<string> Lines(string errors) =>
        [.. errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(static l => !l.StartsWith("error: failed to push", StringComparison.Ordinal))];
}
