using FleetTui.Configuration;

namespace FleetTui.Roles.Assignment;

/// <summary>What became of an assignment.</summary>
public abstract record AssignmentOutcome
{
    private AssignmentOutcome()
    {
    }

    /// <summary>Decided, and if it changes anything, written and recorded. A refusal is one too: see <see cref="AssignmentDecision.Accepted"/>.</summary>
    public sealed record Decided(AssignmentDecision Decision) : AssignmentOutcome;

    /// <summary>The files on disk are not valid now; nothing was changed.</summary>
    public sealed record InvalidFiles(IReadOnlyList<ConfigurationError> Errors) : AssignmentOutcome;

    /// <summary><c>roles.toml</c> could not be written; nothing was changed.</summary>
    /// <param name="Reason">One sentence.</param>
    public sealed record NotWritten(string Reason) : AssignmentOutcome;
}
