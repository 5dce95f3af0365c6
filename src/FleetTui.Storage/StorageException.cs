namespace FleetTui.Storage;

/// <summary>The open database stopped working (disk full, corrupt…). Stores let it through; the edge (daemon, CLI) tells <see cref="Failure"/>.</summary>
public sealed class StorageException(StorageFailure failure, Exception inner) : Exception(failure.Message, inner)
{
    public StorageFailure Failure { get; } = failure;
}
