using Microsoft.Data.Sqlite;

namespace FleetTui.Storage;

/// <summary>SQLite's primary result codes (https://www.sqlite.org/rescode.html) as failures that a user can act on; null for a bug of ours.</summary>
internal static class SqliteFailures
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    public static StorageFailure? Of(SqliteException error, string path) => error.SqliteErrorCode switch
    {
        Busy or Locked => new StorageFailure.Busy($"The database {path} is held by another process; wait for it or end it, then try again."),
        ReadOnly or CannotOpen => new StorageFailure.Inaccessible($"The database {path} cannot be opened for writing; check that the file and its directory belong to you."),
        InputOutput => new StorageFailure.Inaccessible($"Reading or writing the database {path} failed ({error.Message.TrimEnd('.')}); check that its disk works and has room."),
        Corrupt or NotADatabase => new StorageFailure.Corrupt($"The database {path} is damaged; move it aside and start again: no commit is lost, only history and settings of the fleet."),
        Full => new StorageFailure.DiskFull($"The disk that holds {path} is full; free some space, then try again."),
        _ => null,
    };
}
