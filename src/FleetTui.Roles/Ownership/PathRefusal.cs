namespace FleetTui.Roles.Ownership;

/// <summary>A slot may not change a path.</summary>
/// <param name="Role">The slot's own; "" when it is free.</param>
public sealed record PathRefusal(string Path, string Slot, string Role, PathOwner Owner)
{
    /// <summary>Whose it is and what to do, without a full stop: <c>blog/a.md is ps2's (role blog)</c>.</summary>
    public string Message => Owner switch
    {
        PathOwner.OfRole { Holder: { } holder } owner => $"{Path} is {holder}'s (role {owner.Role})",
        PathOwner.OfRole owner => $"{Path} belongs to role {owner.Role}, which no slot holds",
        _ => $"{Path} is in no role's domain, so not in {Role}'s either; add it there or to shared in roles.toml",
    };
}
