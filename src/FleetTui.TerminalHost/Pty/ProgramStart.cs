using System.ComponentModel;
using FleetTui.TerminalHost.Client;

namespace FleetTui.TerminalHost.Pty;

/// <summary>
/// Starts a program in a session of its own with the pseudo-terminal as its controlling terminal: posix_spawn(3) makes the session before it
/// opens the slave, and the first terminal a session leader opens becomes its own. A fork in a managed runtime is not safe.
/// Every signal is back at its default (a .NET process ignores SIGPIPE, and that would be inherited) and none is blocked.
/// </summary>
internal static unsafe class ProgramStart
{
    // posix_spawnattr_t is 336 bytes, posix_spawn_file_actions_t 80 and sigset_t 128 in glibc on 64-bit Linux; musl's are no larger.
    private const int OpaqueSize = 512;
    private const int NotExecutableFormat = 8;

    public static SpawnOutcome Run(PaneStart start, int columns, int rows)
    {
        if (!Directory.Exists(start.WorkingDirectory))
            return new SpawnOutcome.Refused($"The working directory {start.WorkingDirectory} does not exist.");
        var path = CommandLookup.Find(start.Command[0], start.WorkingDirectory, start.Environment.GetValueOrDefault("PATH"), out var reason);
        if (path is null) return new SpawnOutcome.Refused(reason);

        PseudoTerminal terminal;
        try
        {
            terminal = PseudoTerminal.Open(columns, rows);
        }
        catch (Win32Exception none)
        {
            return new SpawnOutcome.Refused($"The system gives no pseudo-terminal: {none.Message}.");
        }

        var outcome = Run(path, start, terminal);
        if (outcome is SpawnOutcome.Refused) terminal.Dispose();
        return outcome;
    }

    private static SpawnOutcome Run(string path, PaneStart start, PseudoTerminal terminal)
    {
        var environment = new List<string>(start.Environment.Count);
        foreach (var (name, value) in start.Environment) environment.Add($"{name}={value}");
        using var arguments = new NativeStrings(start.Command);
        using var variables = new NativeStrings(environment);
        using var paths = new NativeStrings([path, terminal.SlavePath, start.WorkingDirectory]);

        byte* attributes = stackalloc byte[OpaqueSize], actions = stackalloc byte[OpaqueSize], signals = stackalloc byte[OpaqueSize];
        _ = PtyLibc.InitAttributes(attributes);
        _ = PtyLibc.InitActions(actions);
        try
        {
            _ = PtyLibc.SetFlags(attributes, PtyLibc.SpawnSetSession | PtyLibc.SpawnSetSignalDefaults | PtyLibc.SpawnSetSignalMask);
            _ = PtyLibc.FillSignals(signals);
            _ = PtyLibc.SetSignalDefaults(attributes, signals);
            _ = PtyLibc.ClearSignals(signals);
            _ = PtyLibc.SetSignalMask(attributes, signals);
            _ = PtyLibc.AddOpen(actions, 0, paths.Pointer[1], PtyLibc.ReadWrite, 0);
            _ = PtyLibc.AddDuplicate(actions, 0, 1);
            _ = PtyLibc.AddDuplicate(actions, 0, 2);
            _ = PtyLibc.AddChangeDirectory(actions, paths.Pointer[2]);
            CloseInherited(actions);

            int process;
            var error = PtyLibc.Spawn(&process, paths.First, actions, attributes, arguments.Pointer, variables.Pointer);
            return error switch
            {
                0 => new SpawnOutcome.Started(process, terminal),
                NotExecutableFormat => new SpawnOutcome.Refused($"{path} is not a program this machine can run: a script needs a first line such as #!/bin/sh."),
                _ => new SpawnOutcome.Refused($"{path} could not be started: {new Win32Exception(error).Message}."),
            };
        }
        finally
        {
            _ = PtyLibc.DestroyActions(actions);
            _ = PtyLibc.DestroyAttributes(attributes);
        }
    }

    /// <summary>Our own descriptors are closed on exec; this is for those we were started with. glibc has it since 2.34.</summary>
    private static void CloseInherited(byte* actions)
    {
        try
        {
            _ = PtyLibc.AddCloseFrom(actions, 3);
        }
        catch (EntryPointNotFoundException)
        {
        }
    }
}
