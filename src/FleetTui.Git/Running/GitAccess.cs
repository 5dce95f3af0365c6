namespace FleetTui.Git.Running;

/// <summary>What a git command may do, which decides its environment and deadline.</summary>
public enum GitAccess
{
    /// <summary>Reads only; takes no optional locks, so it never gets in an agent's way.</summary>
    Read,

    /// <summary>Writes to this repository.</summary>
    Write,

    /// <summary>Talks to a remote.</summary>
    Network,
}
