using FleetTui.Storage;

namespace FleetTui.Agents.Conversations;

/// <summary>
/// Which conversation each slot's agent is in, by the id its program goes on with. It is the same as long as the agent, its account, its worktree and its role are.
/// </summary>
public sealed class ConversationStore(FleetDatabase database)
{
    public static IReadOnlyList<SchemaStep> Schema { get; } =
    [
        new SchemaStep("conversations", 1, "CREATE TABLE conversations (slot TEXT PRIMARY KEY, circumstances TEXT NOT NULL, id TEXT NOT NULL)"),
    ];

    /// <summary>The slot's conversation; a new one when the circumstances are others than before.</summary>
    /// <exception cref="StorageException">The database cannot be used now.</exception>
    public string Of(string slot, string circumstances) => database.Use(transaction =>
    {
        var known = transaction.Scalar<string>("SELECT id FROM conversations WHERE slot = @slot AND circumstances = @circumstances", ("slot", slot), ("circumstances", circumstances));
        if (known is not null)
        {
            return known;
        }

        var fresh = Guid.NewGuid().ToString();
        transaction.Execute(
            "INSERT INTO conversations (slot, circumstances, id) VALUES (@slot, @circumstances, @id) ON CONFLICT (slot) DO UPDATE SET circumstances = excluded.circumstances, id = excluded.id",
            ("slot", slot),
            ("circumstances", circumstances),
            ("id", fresh));
        return fresh;
    });

    /// <summary>The conversation the slot was in last; empty when there was none.</summary>
    /// <exception cref="StorageException">The database cannot be used now.</exception>
    public string Last(string slot) => database.Use(transaction => transaction.Scalar<string>("SELECT id FROM conversations WHERE slot = @slot", ("slot", slot))) ?? "";

    /// <summary>The next start begins a new one: the old could not be gone on with.</summary>
    /// <exception cref="StorageException">The database cannot be used now.</exception>
    public void Forget(string slot) => database.Use(transaction => { transaction.Execute("DELETE FROM conversations WHERE slot = @slot", ("slot", slot)); });
}
