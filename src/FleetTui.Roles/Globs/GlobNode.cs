namespace FleetTui.Roles.Globs;

internal enum GlobNodeKind
{
    /// <summary>Consumes one byte of the set, goes to the next node.</summary>
    One,

    /// <summary>Consumes any number of bytes of the set, may go to the next node at any time.</summary>
    Many,

    /// <summary>Consumes nothing; goes to the next node or to <see cref="GlobNode.Target"/>.</summary>
    Fork,
}

/// <param name="Target">Of a fork: index of the other way.</param>
internal readonly record struct GlobNode(GlobNodeKind Kind, ByteSet Set, int Target);
