using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FleetTui.Storage;

/// <summary>
/// The fleet's open database: SQLite in WAL mode, file mode 0600. One connection, used by one caller at a time: every use is a short transaction.
/// Any thread may call; a use that fails leaves nothing half done.
/// </summary>
public sealed class FleetDatabase : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Lock gate = new();

    private FleetDatabase(string path, SqliteConnection connection)
    {
        Path = path;
        this.connection = connection;
    }

    public string Path { get; }

    /// <summary>Opens or creates the database and applies the steps that are due. The directory is created (0700) when missing.</summary>
    public static DatabaseOpening Open(string path, IEnumerable<SchemaStep> steps)
    {
        SqliteConnection? connection = null;
        try
        {
            DatabaseFile.Prepare(path);
            connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 5 }.ToString());
            connection.Open();
            Pragma(connection, "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON");
            var database = new FleetDatabase(path, connection);
            if (database.Use(transaction => Schema.Apply(transaction, steps, path)) is { } failure)
            {
                connection.Dispose();
                return new DatabaseOpening.Failed(failure);
            }

            return new DatabaseOpening.Opened(database);
        }
        catch (StorageException error)
        {
            connection?.Dispose();
            return new DatabaseOpening.Failed(error.Failure);
        }
        catch (SqliteException error) when (SqliteFailures.Of(error, path) is { } failure)
        {
            connection?.Dispose();
            return new DatabaseOpening.Failed(failure);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            connection?.Dispose();
            return new DatabaseOpening.Failed(new StorageFailure.Inaccessible($"The database {path} cannot be created ({error.Message}); check the directory."));
        }
    }

    /// <summary>Runs <paramref name="use"/> in a transaction that is committed when it returns and rolled back when it throws.</summary>
    /// <exception cref="StorageException">The database cannot be used now.</exception>
    public T Use<T>(Func<DbTransaction, T> use)
    {
        lock (gate)
        {
            try
            {
                // Immediate, not deferred: a writer waits its turn at BEGIN instead of failing in the middle (SQLITE_BUSY_SNAPSHOT).
                using var transaction = connection.BeginTransaction(deferred: false);
                var result = use(transaction);
                Commit(transaction);
                return result;
            }
            catch (SqliteException error) when (SqliteFailures.Of(error, Path) is { } failure)
            {
                throw new StorageException(failure, error);
            }
        }
    }

    /// <inheritdoc cref="Use{T}"/>
    public void Use(Action<DbTransaction> use) => Use(transaction =>
    {
        use(transaction);
        return true;
    });

    public void Dispose()
    {
        lock (gate)
        {
            connection.Dispose();
        }
    }

    private void Commit(SqliteTransaction transaction)
    {
        try
        {
            transaction.Commit();
        }
        catch (SqliteException)
        {
            // After some failures (disk full) SQLite has rolled back by itself. The library would not know, fail at rolling back what is no more, and hold the
            // connection for one in a transaction from then on; so it is given one that can be rolled back.
            if (raw.sqlite3_get_autocommit(connection.Handle) != 0)
            {
                raw.sqlite3_exec(connection.Handle, "BEGIN");
            }

            throw;
        }
    }

    private static void Pragma(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constant text
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
