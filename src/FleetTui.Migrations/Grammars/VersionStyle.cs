namespace FleetTui.Migrations.Grammars;

public enum VersionStyle
{
    /// <summary>Always <c>YYYYMMDDHHMMSS</c>.</summary>
    Time,

    /// <summary>Always counted: 1, 2, 3.</summary>
    Number,

    /// <summary>Both are in use; a project's newest migration tells which.</summary>
    TimeOrNumber,
}
