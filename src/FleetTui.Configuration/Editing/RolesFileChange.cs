namespace FleetTui.Configuration.Editing;

/// <summary>What became of a change to <c>roles.toml</c>. A closed set; only <see cref="Written"/> changed the file.</summary>
public abstract record RolesFileChange
{
    private RolesFileChange()
    {
    }

    public sealed record Written : RolesFileChange;

    /// <summary>It says so already.</summary>
    public sealed record Unchanged : RolesFileChange;

    /// <summary>There is no such slot in the file.</summary>
    public sealed record SlotMissing(string Slot) : RolesFileChange;

    /// <summary>The file is not valid as it is, so it was left alone.</summary>
    public sealed record Invalid(IReadOnlyList<ConfigurationError> Errors) : RolesFileChange;

    /// <summary>It could not be read or written, or not be changed as was wanted.</summary>
    /// <param name="Reason">One sentence.</param>
    public sealed record Failed(string Reason) : RolesFileChange;
}
