using FleetTui.Testing;

namespace FleetTui.Processes.Tests;

public sealed class FileLockSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_holds_it_and_the_next_gets_it_when_that_one_lets_go()
    {
        using var directory = new TemporaryDirectory();
        var path = directory["made/lane.lock"];
        var first = FileLock.TryAcquire(path);
        Assert.NotNull(first);
        Assert.Null(FileLock.TryAcquire(path));

        var second = FileLock.AcquireAsync(path, Cancellation);
        Assert.False(second.IsCompleted);
        first.Dispose();

        using (await second.WaitAsync(TimeSpan.FromSeconds(60), Cancellation))
            Assert.Null(FileLock.TryAcquire(path));
    }

    [Fact]
    public async Task Who_gives_up_waiting_does_not_keep_it()
    {
        using var directory = new TemporaryDirectory();
        var path = directory["lock"];
        var first = FileLock.TryAcquire(path)!;
        using var impatient = new CancellationTokenSource();
        var waiting = FileLock.AcquireAsync(path, impatient.Token);

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        first.Dispose();

        using var next = await FileLock.AcquireAsync(path, Cancellation).WaitAsync(TimeSpan.FromSeconds(60), Cancellation);
    }

    [Fact]
    public async Task A_holder_that_is_killed_leaves_nothing_behind()
    {
        using var directory = new TemporaryDirectory();
        var path = directory["lock"];
        using (var holder = LongLivedProcess.Start(new Command("flock", path, "cat")))
        {
            holder.Input.Write("x\n"u8);
            holder.Input.Flush();
            Assert.Equal('x', holder.Output.ReadByte());
            Assert.Null(FileLock.TryAcquire(path));
            holder.Kill();
        }

        using var freed = await FileLock.AcquireAsync(path, Cancellation).WaitAsync(TimeSpan.FromSeconds(60), Cancellation);
    }
}
