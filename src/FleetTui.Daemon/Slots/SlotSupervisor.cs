using System.Threading.Channels;
using FleetTui.Agents.Launch;
using FleetTui.Agents.State;
using FleetTui.Configuration;
using FleetTui.Storage;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Daemon.Slots;

/// <summary>
/// Looks after one slot: starts, stops and restarts its agent, adopts one that runs already, and follows its state. All it knows is changed by its own loop, one message
/// at a time; <see cref="Snapshot"/> may be read by anyone.
/// </summary>
internal sealed partial class SlotSupervisor : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(10);
    private readonly SlotSurroundings around;
    private readonly Channel<SlotMessage> inbox = Channel.CreateUnbounded<SlotMessage>(new UnboundedChannelOptions { SingleReader = true });
    private readonly RestartPolicy policy = new();
    private readonly Task loop;
    private readonly CancellationTokenSource ending = new();
    private CancellationTokenSource? launching;
    private AgentWatch watch;
    private SlotDefinition slot;
    private ITerminalHost? host;
    private bool wanted;
    private string notice = "";

    // The process that runs in the pane; the one whose events arrive now (they lag behind); the one the fleet ended.
    private int? pid;
    private int? heardPid;
    private int? endedPid;
    private DateTimeOffset startedAt;
    private bool lostWithHost;
    private int run;
    private ITimer? timer;

    // The file in which the process that runs says its state, once it is there.
    private IDisposable? following;
    private int? followedPid;

    public SlotSupervisor(SlotDefinition slot, SlotSurroundings around)
    {
        this.slot = slot;
        this.around = around;
        wanted = around.Store.IsWanted(slot.Id);
        watch = NewWatch();
        transcript = new SlotTranscriptFile(around.Files, () => Tell(new SlotMessage.TranscriptGrew()));
        Snapshot = Picture();
        loop = RunAsync();
    }

    public string Id => slot.Id;

    public SlotSnapshot Snapshot { get; private set; }

    public Task<SlotAnswer> StartAsync() => AskAsync(done => new SlotMessage.Start(done));

    public Task<SlotAnswer> StopAsync()
    {
        // A long set-up must not keep the user waiting.
        launching?.Cancel();
        return AskAsync(done => new SlotMessage.Stop(done));
    }

    public Task<SlotAnswer> RestartAsync() => AskAsync(done => new SlotMessage.Restart(done));

    public void Tell(SlotMessage message) => inbox.Writer.TryWrite(message);

    /// <summary>Ends the supervision; the agent goes on.</summary>
    public async ValueTask DisposeAsync()
    {
        inbox.Writer.TryComplete();
        await ending.CancelAsync();
        await loop;
        timer?.Dispose();
        following?.Dispose();
        transcript.Dispose();
        ending.Dispose();
    }

    private Task<SlotAnswer> AskAsync(Func<TaskCompletionSource<SlotAnswer>, SlotMessage> make)
    {
        var done = new TaskCompletionSource<SlotAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!inbox.Writer.TryWrite(make(done)))
        {
            done.SetResult(new SlotAnswer($"The daemon is ending; slot {Id} was left as it is."));
        }

        return done.Task;
    }

    private async Task RunAsync()
    {
        await foreach (var message in inbox.Reader.ReadAllAsync())
        {
            SlotAnswer answer;
            try
            {
                answer = await TakeAsync(message);
            }
            catch (OperationCanceledException)
            {
                answer = new SlotAnswer($"Slot {Id}: interrupted.");
            }
            catch (StorageException error)
            {
                answer = new SlotAnswer($"Slot {Id}: {error.Message}");
                notice = error.Message;
            }
            catch (Exception error) when (error is IOException or TerminalHostException)
            {
                answer = new SlotAnswer($"Slot {Id}: the terminal host did not do it: {error.Message}");
                notice = answer.Problem!;
            }
            catch (Exception bug)
            {
                around.Tell($"slot {Id}: {bug}");
                answer = new SlotAnswer($"Slot {Id}: an error of fleet itself; the daemon's log has it.");
                notice = answer.Problem!;
            }

            FollowStatusFile();
            FollowTranscript();
            Publish();
            Done(message)?.TrySetResult(answer);
        }
    }

    private static TaskCompletionSource<SlotAnswer>? Done(SlotMessage message) => message switch
    {
        SlotMessage.Start start => start.Done,
        SlotMessage.Stop stop => stop.Done,
        SlotMessage.Restart restart => restart.Done,
        _ => null,
    };

    private async Task<SlotAnswer> TakeAsync(SlotMessage message)
    {
        switch (message)
        {
            case SlotMessage.Start:
                policy.Reset();
                Want(true);
                return pid is null ? await LaunchAsync() : SlotAnswer.Done;
            case SlotMessage.Stop:
                Want(false);
                return await EndAsync("slot.stopped", $"Slot {Id} was stopped.");
            case SlotMessage.Restart:
                policy.Reset();
                Want(true);
                var ended = await EndAsync("slot.stopped", $"Slot {Id} was stopped to be started again.");
                return ended.Problem is null ? await LaunchAsync() : ended;
            case SlotMessage.HostFound found:
                return await AttachAsync(found.Host, found.Pane);
            case SlotMessage.HostLost:
                Detach();
                return SlotAnswer.Done;
            case SlotMessage.RestartDue due when due.Run == run && wanted && pid is null:
                return await LaunchAsync();
            case SlotMessage.StartOver over when over.Run == run && pid is not null:
                watch.Take(new AgentSignal.Showing(), Now);
                return SlotAnswer.Done;
            case SlotMessage.Happened happened:
                Hear(happened.Event);
                return SlotAnswer.Done;
            case SlotMessage.TranscriptGrew:
                transcript.Read();
                return SlotAnswer.Done;
            case SlotMessage.StatusFile file when file.ProcessId == pid:
                statusContent = file.Content;
                watch.Take(new AgentSignal.StatusFile(file.Content), Now);
                return SlotAnswer.Done;
            case SlotMessage.ConfigurationChanged:
                slot = around.Configuration().Slots.FirstOrDefault(one => one.Id == Id) ?? slot;
                return SlotAnswer.Done;
            default:
                return SlotAnswer.Done;
        }
    }

    private DateTimeOffset Now => around.Clock.GetUtcNow();

    private void Want(bool up)
    {
        run++;
        if (wanted != up)
        {
            around.Store.SetWanted(Id, up);
            wanted = up;
        }
    }

    private AgentDefinition? Agent => around.Configuration().Agents.GetValueOrDefault(slot.Agent);

    private AgentWatch NewWatch() => new(signal => Agent is { } agent ? AgentAdapters.For(agent).Read(signal) : SignalReading.Nothing.Instance, Now);

    private void Log(string kind, string message) => around.Log.Append(kind, Id, message);

    private void Publish()
    {
        var before = Snapshot;
        Snapshot = Picture();
        if (before.State.Activity != Snapshot.State.Activity && Snapshot.State.Activity == AgentActivity.NeedsInput)
        {
            Log("slot.attention", $"Slot {Id} needs you{(Snapshot.State.Detail.Length == 0 ? "" : $": {Snapshot.State.Detail.TrimEnd('.')}")}.");
        }

        if (before.State.Activity is AgentActivity.Working or AgentActivity.NeedsInput or AgentActivity.RateLimited && Snapshot.State.Activity is AgentActivity.Idle or AgentActivity.Done)
        {
            around.TurnEnded(Snapshot);
        }

        if (before.State != Snapshot.State || before.Pid != Snapshot.Pid || before.Notice != Snapshot.Notice || before.Slot != Snapshot.Slot
            || before.Wanted != Snapshot.Wanted || before.Transcript != Snapshot.Transcript || before.Context != Snapshot.Context)
        {
            around.Changed();
        }
    }

    private SlotSnapshot Picture() =>
        new(slot, around.Worktree(slot), watch.State, notice, pid, wanted, [.. watch.History], watch.Winner, transcript.Path, pid is null ? null : transcript.Fill);
}
