using FleetTui.Console.Loop;
using FleetTui.Console.Tests.Fakes;

namespace FleetTui.Console.Tests.Pacing;

public sealed class TurnQueueSpecs
{
    [Fact]
    public void What_is_posted_is_taken_by_the_thread_that_posted_it()
    {
        var threads = new List<int>();
        TurnQueue? turns = null;
        turns = new TurnQueue(new ManualClock(), () =>
        {
            while (turns!.TryTake(out _)) threads.Add(Environment.CurrentManagedThreadId);
        });
        turns.Post(new ConsoleMessage.Wake());
        Assert.Equal([Environment.CurrentManagedThreadId], threads);
    }

    [Fact]
    public void What_is_posted_within_a_turn_is_taken_after_it_and_not_in_its_midst()
    {
        var order = new List<string>();
        TurnQueue? turns = null;
        turns = new TurnQueue(new ManualClock(), () =>
        {
            order.Add("begin");
            while (turns!.TryTake(out var message))
            {
                order.Add(message.GetType().Name);
                if (message is ConsoleMessage.Wake) turns.Post(new ConsoleMessage.Continued());
            }

            order.Add("end");
        });
        turns.Post(new ConsoleMessage.Wake());
        Assert.Equal(["begin", "Wake", "Continued", "end"], order);
    }

    [Fact]
    public async Task Of_many_that_post_at_once_every_message_is_taken_once_and_never_two_at_a_time()
    {
        int taken = 0, inside = 0, together = 0;
        TurnQueue? turns = null;
        turns = new TurnQueue(TimeProvider.System, () =>
        {
            if (Interlocked.Increment(ref inside) > 1) together++;
            while (turns!.TryTake(out _)) taken++;
            Interlocked.Decrement(ref inside);
        });
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var post = 0; post < 20_000; post++) turns.Post(new ConsoleMessage.Wake());
        })));
        Assert.Equal((80_000, 0), (taken, together));
    }

    [Fact]
    public void The_clock_thread_takes_a_turn_when_the_time_has_come_and_ends_when_told()
    {
        using var came = new SemaphoreSlim(0);
        var turns = new TurnQueue(TimeProvider.System, () => came.Release());
        var thread = new Thread(turns.RunClock) { IsBackground = true };
        thread.Start();
        Assert.True(came.Wait(TimeSpan.FromSeconds(30)));
        turns.WakeAfter(TimeSpan.FromHours(1));
        turns.WakeAfter(TimeSpan.FromMilliseconds(1));
        Assert.True(came.Wait(TimeSpan.FromSeconds(30)));
        turns.End();
        Assert.True(thread.Join(TimeSpan.FromSeconds(30)));
    }
}
