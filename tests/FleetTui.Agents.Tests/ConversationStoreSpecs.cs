using FleetTui.Agents.Conversations;
using FleetTui.Storage;
using FleetTui.Testing;

namespace FleetTui.Agents.Tests;

public sealed class ConversationStoreSpecs
{
    [Fact]
    public void A_conversation_lasts_as_long_as_its_circumstances_and_until_forgotten()
    {
        using var directory = new TemporaryDirectory();
        using var database = ((DatabaseOpening.Opened)FleetDatabase.Open(directory["fleet.db"], ConversationStore.Schema)).Database;
        var store = new ConversationStore(database);

        var first = store.Of("ps1", "claude blog");
        Assert.Equal(first, store.Of("ps1", "claude blog"));
        Assert.NotEqual(first, store.Of("ps2", "claude blog"));

        var other = store.Of("ps1", "claude docs");
        Assert.NotEqual(first, other);

        store.Forget("ps1");
        Assert.NotEqual(other, store.Of("ps1", "claude docs"));
    }
}
