namespace FleetTui.Landing.Migrations;

/// <summary>What mending a slot's migrations came to. A closed set.</summary>
public abstract record RepairResult
{
    private RepairResult()
    {
    }

    /// <param name="Steps">What was done, or in a dry run would be; clauses for the user, in order.</param>
    public sealed record Done(IReadOnlyList<string> Steps) : RepairResult;

    /// <summary>Nothing was touched.</summary>
    /// <param name="Reason">One sentence.</param>
    public sealed record Refused(string Reason) : RepairResult;
}
