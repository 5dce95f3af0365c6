using FleetTui.Landing.Gates;

namespace FleetTui.Landing.Tests.Gates;

public sealed class MigrationGraphSpecs : IDisposable
{
    private readonly GateWorld world = new(files: new Dictionary<string, string> { ["db/a.py"] = Text("a", null) }, grammar: "alembic");

    [Fact]
    public async Task Of_two_slots_that_follow_one_revision_the_later_is_held()
    {
        world.Commit(1, "db/b.py", Text("b", "a"));
        world.Commit(2, "db/c.py", Text("c", "a"));
        var finding = Assert.Single(await CheckAsync(2, 1));
        Assert.Equal("s1", finding.Slot);
        Assert.Contains("make it follow c: down_revision = \"c\"", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_follows_another_slot_s_revision_waits_for_it()
    {
        world.Commit(1, "db/b.py", Text("b", "a"));
        world.Sandbox.Write(world.Sandbox.Slot(3), "db/b.py", "");
        world.Commit(2, "db/c.py", Text("c", "b"));
        Assert.Contains("follows db/b.py (s1), which has not landed yet", Assert.Single(await CheckAsync(2)).Reason, StringComparison.Ordinal);
        Assert.Empty(await CheckAsync(1, 2));
    }

    [Fact]
    public async Task A_file_that_is_only_written_is_read_too_and_gives_way()
    {
        world.Commit(1, "db/b.py", Text("b", "a"));
        world.Sandbox.Write(world.Sandbox.Slot(2), "db/b2.py", Text("b", "a"));
        Assert.Empty(await CheckAsync(1));
    }

    [Fact]
    public async Task What_landed_from_outside_meanwhile_counts()
    {
        world.Commit(1, "db/b.py", Text("b", "a"));
        world.Sandbox.OutsiderLands("db/x.py", Text("x", "a"));
        world.Sandbox.Git(world.Sandbox.Hub, "fetch", "-q");
        Assert.Contains("as db/x.py (on main) does", Assert.Single(await CheckAsync(1)).Reason, StringComparison.Ordinal);
    }

    public void Dispose() => world.Dispose();

    private static string Text(string revision, string? follows) => $"revision = \"{revision}\"\ndown_revision = {(follows is null ? "None" : $"\"{follows}\"")}\n";

    private Task<IReadOnlyList<GateFinding>> CheckAsync(params int[] slots) =>
        world.CheckAsync(new MigrationGate(world.Rules, () => world.Slots, () => [], TimeProvider.System), slots);
}
