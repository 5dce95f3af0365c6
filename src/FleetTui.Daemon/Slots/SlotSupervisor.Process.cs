using FleetTui.Agents.Launch;
using FleetTui.Agents.State;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Daemon.Slots;

/// <content>Starting, ending, adopting, and what the pane tells of its process.</content>
internal sealed partial class SlotSupervisor
{
    private const int Columns = 80;
    private const int Rows = 24;

    private async Task<SlotAnswer> LaunchAsync()
    {
        run++;
        if (host is null)
        {
            // HostFound starts what is wanted.
            notice = around.HostProblem() ?? "The terminal host is not running yet.";
            return new SlotAnswer($"Slot {Id}: {notice}");
        }

        SlotLaunchPlan plan;
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(ending.Token);
        launching = cancellation;
        try
        {
            Prepare("looking at its worktree");
            plan = await around.Launch.PrepareAsync(slot, Prepare, cancellation.Token);
        }
        catch (OperationCanceledException)
        {
            watch.Take(new AgentSignal.Absent("It was stopped before it had started."), Now);
            throw;
        }
        finally
        {
            launching = null;
        }

        var before = (await host.ListAsync(ending.Token)).FirstOrDefault(pane => pane.Pane == Id);
        var started = await host.StartAsync(
            new PaneStart(Id, plan.Command, plan.WorkingDirectory, plan.Environment, before?.Columns ?? Columns, before?.Rows ?? Rows, around.Configuration().Terminal.Scrollback),
            ending.Token);
        if (started.Life != PaneLife.Running)
        {
            notice = started.Failure ?? "Its command could not be started.";
            watch.Take(new AgentSignal.NotStarted(notice), Now);
            Log("slot.failed", $"Slot {Id} could not be started: {notice}");
            return new SlotAnswer($"Slot {Id}: {notice}");
        }

        pid = started.ProcessId;
        startedAt = started.StartedAt;
        lostWithHost = false;
        notice = plan.Problem ?? "";
        Later(StartTime, new SlotMessage.StartOver(run));
        Log(plan.Problem is null ? "slot.started" : "slot.failed", plan.Problem ?? $"Slot {Id} started {slot.Agent}.");
        return new SlotAnswer(plan.Problem);

        void Prepare(string step)
        {
            watch.Take(new AgentSignal.Preparing(step), Now);
            Publish();
        }
    }

    private async Task<SlotAnswer> EndAsync(string kind, string message)
    {
        if (pid is not { } running)
        {
            if (watch.State.Activity == AgentActivity.Crashed)
            {
                watch.Take(new AgentSignal.Absent("It was stopped."), Now);
            }

            notice = "";
            return SlotAnswer.Done;
        }

        if (host is null)
        {
            return new SlotAnswer($"Slot {Id}: {around.HostProblem() ?? "The terminal host is not running."}");
        }

        endedPid = running;
        await host.StopAsync(Id, Grace, ending.Token);
        pid = null;
        notice = "";
        watch.Take(new AgentSignal.Exited(null, null, Asked: true), Now);
        Log(kind, message);
        return SlotAnswer.Done;
    }

    private async Task<SlotAnswer> AttachAsync(ITerminalHost found, PaneInfo? pane)
    {
        host = found;
        notice = "";
        if (pane is { Life: PaneLife.Running })
        {
            pid = pane.ProcessId;
            startedAt = pane.StartedAt;
            lostWithHost = false;
            if (!wanted)
            {
                Want(true);
            }

            Later(StartTime, new SlotMessage.StartOver(run));
            return SlotAnswer.Done;
        }

        pid = null;
        if (!wanted)
        {
            return SlotAnswer.Done;
        }

        // With its host gone an agent has ended as in a crash; one that ended by itself while no daemon looked is judged by its exit.
        var rule = Agent?.Restart ?? "never";
        var crashed = pane is null || pane.Life == PaneLife.Failed || pane.ExitCode != 0;
        var isFirstStart = pane is null && !lostWithHost;
        return isFirstStart || rule == "always" || (rule == "on-crash" && crashed) ? await LaunchAsync() : SlotAnswer.Done;
    }

    private void Detach()
    {
        host = null;
        heardPid = null;
        notice = around.HostProblem() ?? "";
        if (pid is null)
        {
            return;
        }

        pid = null;
        lostWithHost = true;
        watch.Take(new AgentSignal.Absent("The terminal host ended, and its agents with it."), Now);
    }

    private void Hear(PaneEvent happened)
    {
        var asked = false;
        switch (happened)
        {
            case PaneEvent.Started started:
                heardPid = started.ProcessId;
                break;
            case PaneEvent.Exited:
                asked = heardPid is not null && heardPid == endedPid;
                break;
        }

        // What a process that was replaced since still has to say does not count.
        if (pid is null || heardPid is null || heardPid == pid || asked)
        {
            if (!asked && PaneSignals.Of(happened, asked) is { } signal)
            {
                watch.Take(signal, happened.At);
            }

            if (happened is PaneEvent.Started && Now - happened.At >= StartTime)
            {
                watch.Take(new AgentSignal.Showing(), happened.At);
            }
        }

        if (happened is PaneEvent.Exited exited)
        {
            var ended = heardPid;
            heardPid = null;
            if (!asked && pid is not null && ended == pid)
            {
                pid = null;
                Ended(exited);
            }
        }
    }

    private void Ended(PaneEvent.Exited exited)
    {
        var crashed = exited.ExitCode != 0;
        Log(crashed ? "slot.crashed" : "slot.ended", $"Slot {Id}: {watch.State.Reason}");
        if (crashed && exited.At - startedAt < StartTime)
        {
            around.Launch.StartAfresh(Id);
        }

        if (!wanted)
        {
            return;
        }

        switch (policy.AfterEnd(Agent?.Restart ?? "never", crashed, exited.At - startedAt))
        {
            case RestartDecision.After after:
                notice = $"It is started again in {after.Delay.TotalSeconds:0} s.";
                Later(after.Delay, new SlotMessage.RestartDue(run));
                break;
            case RestartDecision.GiveUp given:
                notice = given.Reason;
                Log("slot.gave-up", $"Slot {Id}: {given.Reason}");
                break;
        }
    }

    /// <summary>Programs make the file, and its directory, some time after their start: tried again with whatever is heard of the slot, which costs a look at the directory.</summary>
    private void FollowStatusFile()
    {
        if (followedPid != pid)
        {
            following?.Dispose();
            (following, followedPid, statusContent) = (null, null, "");
        }

        if (following is not null || pid is not { } running || Agent is not { } agent)
        {
            return;
        }

        var account = around.Configuration().Accounts.GetValueOrDefault(slot.Account);
        if (AgentAdapters.For(agent).StatusFile(agent, account, around.Inherited, running) is { } path)
        {
            following = around.Files.Follow(path, content => Tell(new SlotMessage.StatusFile(running, content)));
            followedPid = following is null ? null : running;
        }
    }

    private void Later(TimeSpan delay, SlotMessage message)
    {
        timer?.Dispose();
        timer = around.Clock.CreateTimer(_ => Tell(message), null, delay, Timeout.InfiniteTimeSpan);
    }
}
