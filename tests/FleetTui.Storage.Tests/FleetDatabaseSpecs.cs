using System.Data.Common;
using FleetTui.Testing;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FleetTui.Storage.Tests;

public sealed class FleetDatabaseSpecs : IDisposable
{
    private static readonly SchemaStep First = new("notes", 1, "CREATE TABLE notes (id BIGINT PRIMARY KEY, text TEXT NOT NULL)");
    private static readonly SchemaStep Second = new("notes", 2, "ALTER TABLE notes ADD COLUMN author TEXT NOT NULL DEFAULT ''; CREATE INDEX notes_author ON notes (author)");
    private readonly TemporaryDirectory directory = new();

    private string Database => directory["state/fleet.db"];

    public void Dispose() => directory.Dispose();

    [Fact]
    public void A_new_database_gets_every_step_and_keeps_what_is_written()
    {
        using (var database = Opened(First, Second))
        {
            database.Use(transaction => { transaction.Execute("INSERT INTO notes (id, text, author) VALUES (@id, @text, @author)", ("id", 1), ("text", "hello"), ("author", "ps1")); });
        }

        using var again = Opened(First, Second);
        Assert.Equal(["ps1: hello"], again.Use(transaction => transaction.Query("SELECT text, author FROM notes", row => $"{row.GetString(1)}: {row.GetString(0)}")));
    }

    [Fact]
    public void An_older_database_gets_only_the_steps_it_lacks()
    {
        using (var database = Opened(First))
        {
            database.Use(transaction => { transaction.Execute("INSERT INTO notes (id, text) VALUES (1, 'kept')"); });
        }

        using var upgraded = Opened(First, Second);
        Assert.Equal("kept", upgraded.Use(transaction => transaction.Scalar<string>("SELECT text FROM notes WHERE author = ''")));
    }

    [Fact]
    public void A_step_that_fails_leaves_the_database_as_it_was()
    {
        Opened(First).Dispose();

        Assert.ThrowsAny<Exception>(() => FleetDatabase.Open(Database, [First, new("notes", 2, "CREATE TABLE more (id BIGINT); CREATE TABLE notes (id BIGINT)")]));

        using var database = Opened(First);
        Assert.Equal(0, database.Use(transaction => transaction.Scalar<long>("SELECT count(*) FROM sqlite_master WHERE name = 'more'")));
    }

    [Fact]
    public void A_database_newer_than_the_program_is_refused_in_one_sentence()
    {
        Opened(First, Second).Dispose();

        var failure = Assert.IsType<StorageFailure.Newer>(Failed(First));
        Assert.Contains("newer fleet ('notes' is at version 2, this program knows 1)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feature_the_program_does_not_know_is_left_alone()
    {
        using (var database = Opened(First))
        {
            database.Use(transaction => { transaction.Execute("INSERT INTO notes (id, text) VALUES (1, 'kept')"); });
        }

        using var other = Opened(new SchemaStep("other", 1, "CREATE TABLE other (id BIGINT)"));
        Assert.Equal(1, other.Use(transaction => transaction.Scalar<long>("SELECT count(*) FROM notes")));
    }

    [Fact]
    public void The_file_is_for_its_owner_alone_even_when_it_was_not()
    {
        Opened(First).Dispose();
        File.SetUnixFileMode(Database, File.GetUnixFileMode(Database) | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        using var database = Opened(First);
        foreach (var file in Directory.GetFiles(directory["state"]))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public void A_file_that_is_no_database_is_told_and_left_as_it_is()
    {
        Directory.CreateDirectory(directory["state"]);
        File.WriteAllText(Database, new string('x', 5000));

        Assert.Contains("is damaged; move it aside", Assert.IsType<StorageFailure.Corrupt>(Failed(First)).Message, StringComparison.Ordinal);
        Assert.Equal(5000, new FileInfo(Database).Length);
    }

    [Fact]
    public void A_full_disk_is_told_and_what_was_written_before_is_kept()
    {
        using var database = Opened(First);
        database.Use(transaction => { transaction.Execute("INSERT INTO notes (id, text) VALUES (1, 'kept')"); });

        // SQLite answers a page limit exactly as it answers a full disk: SQLITE_FULL.
        var pages = database.Use(transaction => transaction.Scalar<long>("PRAGMA page_count"));
        database.Use(transaction => transaction.Scalar<long>($"PRAGMA max_page_count = {pages}"));
        var error = Assert.Throws<StorageException>(() => database.Use(transaction => { transaction.Execute("INSERT INTO notes (id, text) VALUES (2, @text)", ("text", new string('x', 100_000))); }));

        Assert.Contains("is full; free some space", Assert.IsType<StorageFailure.DiskFull>(error.Failure).Message, StringComparison.Ordinal);
        Assert.Equal([1L], database.Use(transaction => transaction.Query("SELECT id FROM notes", row => row.GetInt64(0))));
    }

    [Fact]
    public void A_directory_in_the_way_is_told()
    {
        File.WriteAllText(directory["state"], "");
        Assert.IsType<StorageFailure.Inaccessible>(Failed(First));
    }

    [Fact]
    public void A_use_that_throws_leaves_nothing_behind()
    {
        using var database = Opened(First);

        Assert.Throws<InvalidOperationException>(() => database.Use(transaction =>
        {
            transaction.Execute("INSERT INTO notes (id, text) VALUES (1, 'half')");
            throw new InvalidOperationException();
        }));

        Assert.Equal(0, database.Use(transaction => transaction.Scalar<long>("SELECT count(*) FROM notes")));
    }

    [Fact]
    public void A_commit_that_the_database_itself_rolled_back_fails_alone()
    {
        using var database = Opened(First);

        // As with a full disk: COMMIT fails, and no transaction is left.
        Assert.Throws<SqliteException>(() => database.Use(transaction =>
        {
            transaction.Execute("INSERT INTO notes (id, text) VALUES (1, 'lost')");
            raw.sqlite3_commit_hook(Handle(transaction), static _ => 1, null);
        }));
        database.Use(static transaction => raw.sqlite3_commit_hook(Handle(transaction), null, null));

        database.Use(transaction => { transaction.Execute("INSERT INTO notes (id, text) VALUES (2, 'kept')"); });
        Assert.Equal("kept", database.Use(transaction => transaction.Scalar<string>("SELECT text FROM notes")));

        static sqlite3 Handle(DbTransaction transaction) => ((SqliteConnection)transaction.Connection!).Handle!;
    }

    [Fact]
    public async Task Two_programs_may_write_at_once()
    {
        using var one = Opened(First);
        using var two = Opened(First);

        await Task.WhenAll(Writes(one, 0), Writes(two, 1000));

        Assert.Equal(200, one.Use(transaction => transaction.Scalar<long>("SELECT count(*) FROM notes")));

        static Task Writes(FleetDatabase database, int from) => Task.Run(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                database.Use(transaction => { transaction.Execute("INSERT INTO notes (id, text) VALUES (@id, 'x')", ("id", from + i)); });
            }
        });
    }

    private FleetDatabase Opened(params SchemaStep[] steps) =>
        FleetDatabase.Open(Database, steps) switch
        {
            DatabaseOpening.Opened opened => opened.Database,
            DatabaseOpening.Failed failed => throw new InvalidOperationException(failed.Failure.Message),
            _ => throw new InvalidOperationException(),
        };

    private StorageFailure Failed(params SchemaStep[] steps) => Assert.IsType<DatabaseOpening.Failed>(FleetDatabase.Open(Database, steps)).Failure;
}
