namespace FleetTui.Roles;

/// <summary>What two domains share.</summary>
public abstract record CommonGround
{
    private CommonGround()
    {
    }

    /// <summary>No path can lie in both.</summary>
    public sealed record None : CommonGround;

    /// <summary>A path that lies in both, whether or not such a file exists; one of the shortest.</summary>
    public sealed record Path(string Example) : CommonGround;

    /// <summary>The patterns are too entangled (many <c>*a*b*c*</c> against each other) to be compared without files.</summary>
    public sealed record Undecided : CommonGround;
}
