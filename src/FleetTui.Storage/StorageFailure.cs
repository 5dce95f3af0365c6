namespace FleetTui.Storage;

/// <summary>Why the database cannot be used. <see cref="Message"/> is one sentence for the user, with what to do.</summary>
public abstract record StorageFailure(string Message)
{
    /// <summary>A newer program has been here: its tables must not be written by an older one.</summary>
    public sealed record Newer(string Message) : StorageFailure(Message);

    public sealed record Corrupt(string Message) : StorageFailure(Message);

    public sealed record DiskFull(string Message) : StorageFailure(Message);

    /// <summary>Another process has held it for longer than the busy timeout.</summary>
    public sealed record Busy(string Message) : StorageFailure(Message);

    /// <summary>It cannot be opened, read or written: permissions, a missing directory, a failing disk.</summary>
    public sealed record Inaccessible(string Message) : StorageFailure(Message);
}
