namespace FleetTui.Roles.Ownership;

/// <summary>Whose a path is.</summary>
public abstract record PathOwner
{
    private PathOwner()
    {
    }

    /// <summary>Shared: any role may change it.</summary>
    public sealed record Everyone : PathOwner;

    /// <param name="Holder">The slot that holds the role now, or null.</param>
    public sealed record OfRole(string Role, string? Holder) : PathOwner;

    /// <summary>In no role's domain and not shared.</summary>
    public sealed record Nobody : PathOwner;
}
