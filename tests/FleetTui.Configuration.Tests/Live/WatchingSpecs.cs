using FleetTui.Configuration.Live;
using FleetTui.Testing;

namespace FleetTui.Configuration.Tests.Live;

public sealed class WatchingSpecs : IDisposable
{
    private static readonly TimeSpan HangGuard = TimeSpan.FromSeconds(60);
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_file_replaced_by_a_rename_is_loaded_and_one_with_errors_is_told()
    {
        File.WriteAllText(directory["fleet.toml"], "name = 'one'");
        using var watcher = new ConfigurationWatcher(directory.Path, TimeProvider.System, TimeSpan.FromMilliseconds(20));
        using var hang = new CancellationTokenSource(HangGuard);
        await using var changes = watcher.ChangesAsync(hang.Token).GetAsyncEnumerator(hang.Token);

        Assert.Equal("one", watcher.Current.Configuration!.Name);
        Assert.Null(watcher.Trouble);

        File.WriteAllText(directory["new"], "name = 'two'");
        File.Move(directory["new"], directory["fleet.toml"], overwrite: true);
        Assert.True(await changes.MoveNextAsync());
        Assert.Equal("two", changes.Current.Configuration!.Name);

        File.WriteAllText(directory["roles.toml"], "slot = 3");
        Assert.True(await changes.MoveNextAsync());
        while (changes.Current.Errors.Count == 0)
            Assert.True(await changes.MoveNextAsync());
        Assert.Equal("roles.toml", changes.Current.Errors[0].Position.File);

        File.Delete(directory["roles.toml"]);
        Assert.True(await changes.MoveNextAsync());
        Assert.NotNull(changes.Current.Configuration);
    }

    [Fact]
    public async Task Neither_a_touch_nor_another_file_is_a_change()
    {
        File.WriteAllText(directory["fleet.toml"], "name = 'one'");
        using var watcher = new ConfigurationWatcher(directory.Path, TimeProvider.System, TimeSpan.FromMilliseconds(20));
        using var hang = new CancellationTokenSource(HangGuard);
        await using var changes = watcher.ChangesAsync(hang.Token).GetAsyncEnumerator(hang.Token);

        File.WriteAllText(directory["fleet.toml"], "name = 'one'");
        File.WriteAllText(directory["other.toml"], "x");
        var next = changes.MoveNextAsync().AsTask();
        await Task.Delay(200, hang.Token);
        File.WriteAllText(directory["fleet.toml"], "name = 'last'");

        Assert.True(await next);
        while (changes.Current.Configuration?.Name != "last")
            Assert.True(await changes.MoveNextAsync());
    }

    [Fact]
    public async Task A_directory_that_cannot_be_watched_is_told_and_still_read()
    {
        using var watcher = new ConfigurationWatcher(directory["missing"], TimeProvider.System);

        Assert.NotNull(watcher.Trouble);
        Assert.NotNull(watcher.Current.Configuration);
        watcher.Dispose();
        await foreach (var change in watcher.ChangesAsync(TestContext.Current.CancellationToken))
            Assert.Fail(change.ToString());
    }
}
