namespace FleetTui.Storage;

/// <summary>What became of opening a database.</summary>
public abstract record DatabaseOpening
{
    private DatabaseOpening()
    {
    }

    public sealed record Opened(FleetDatabase Database) : DatabaseOpening;

    public sealed record Failed(StorageFailure Failure) : DatabaseOpening;
}
