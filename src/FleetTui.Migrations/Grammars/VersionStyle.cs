namespace FleetTui.Migrations.Grammars;

public enum VersionStyle
{
    /// <summary>Always <c>YYYYMMDDHHMMSS</c>.</summary>
    Time,

    /// <summary>Always counted: 1, 2, 3.</summary>
    Number,

    /// <summary>Both are in use; a project's newest migration tells which.</summary>
    TimeOrNumber,

    /// <summary>Neither: each file names those it follows.</summary>
    Graph,
}

public enum VersionComparison
{
    /// <summary>016 = 16; Flyway's parts each by itself.</summary>
    Number,

    /// <summary>Character by character: 016 and 16 are two versions, and 20260428 comes before 20260428001000.</summary>
    Text,
}

/// <summary>Which of a migration's files one is.</summary>
public enum MigrationPart
{
    /// <summary>What is run; the only one where a tool has one file for a migration.</summary>
    Up,

    /// <summary>What takes it back.</summary>
    Down,

    /// <summary>What belongs to it and is not run by itself.</summary>
    Companion,
}
