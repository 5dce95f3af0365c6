using System.Collections;
using System.ComponentModel;

namespace FleetTui.Processes.Native;

/// <summary>
/// Starts a child with <c>posix_spawn(3)</c>: a new session, all signals at their defaults and unblocked (the runtime ignores SIGPIPE, which children
/// must not inherit), standard streams as given, nothing else open. <c>fork</c> in a managed runtime is unsafe, and <c>Process.Start</c> has no setsid.
/// </summary>
internal static unsafe class Spawn
{
    private const short SetSignalDefaults = 0x04, SetSignalMask = 0x08, SetSession = 0x80;

    /// <summary>glibc: 80 and 336 bytes, musl: 80 and 336; sigset_t is 128. Room to spare.</summary>
    private const int OpaqueSize = 512;

    internal readonly record struct Outcome(int Pid, string? Problem);

    /// <param name="command">What to start; its Input and Deadline are the caller's business.</param>
    /// <param name="input">Descriptor to become 0, or -1 for <c>/dev/null</c>; likewise the others.</param>
    internal static Outcome Start(Command command, int input, int output, int error, string? logFile = null)
    {
        if (command.WorkingDirectory is { } directory && !Directory.Exists(directory))
            return new Outcome(0, $"{command.Executable} was not started: the directory {directory} does not exist.");

        var actions = stackalloc byte[OpaqueSize];
        var attributes = stackalloc byte[OpaqueSize];
        var signals = stackalloc byte[OpaqueSize];
        _ = Posix.posix_spawn_file_actions_init(actions);
        _ = Posix.posix_spawnattr_init(attributes);
        try
        {
            using var paths = new StringBlock(["/dev/null", logFile ?? "/dev/null", command.WorkingDirectory ?? "/", command.Executable]);
            Attach(actions, input, 0, paths.Pointers[0], Posix.ReadWrite);
            Attach(actions, output, 1, paths.Pointers[1], Posix.WriteOnly | Posix.Create | Posix.Append);
            if (error < 0)
                _ = Posix.posix_spawn_file_actions_adddup2(actions, 1, 2);
            else
                _ = Posix.posix_spawn_file_actions_adddup2(actions, error, 2);
            if (command.WorkingDirectory is not null)
                _ = Posix.posix_spawn_file_actions_addchdir_np(actions, paths.Pointers[2]);

            _ = Posix.sigfillset(signals);
            _ = Posix.posix_spawnattr_setsigdefault(attributes, signals);
            _ = Posix.sigemptyset(signals);
            _ = Posix.posix_spawnattr_setsigmask(attributes, signals);
            _ = Posix.posix_spawnattr_setflags(attributes, SetSignalDefaults | SetSignalMask | SetSession);

            using var arguments = new StringBlock([command.Executable, .. command.Arguments]);
            using var environment = new StringBlock(Merge(command.Environment));
            int pid;
            var failure = Posix.posix_spawnp(&pid, paths.Pointers[3], actions, attributes, arguments.Pointers, environment.Pointers);
            return failure == 0 ? new Outcome(pid, null) : new Outcome(0, Explain(command, failure));
        }
        finally
        {
            _ = Posix.posix_spawn_file_actions_destroy(actions);
            _ = Posix.posix_spawnattr_destroy(attributes);
        }
    }

    private static void Attach(void* actions, int descriptor, int standard, byte* path, int flags)
    {
        if (descriptor >= 0)
            _ = Posix.posix_spawn_file_actions_adddup2(actions, descriptor, standard);
        else
            _ = Posix.posix_spawn_file_actions_addopen(actions, standard, path, flags, 0x180); // 0600
    }

    private static List<string> Merge(IReadOnlyDictionary<string, string?> changes)
    {
        var merged = new List<string>();
        foreach (DictionaryEntry entry in System.Environment.GetEnvironmentVariables())
        {
            if (!changes.ContainsKey((string)entry.Key))
                merged.Add($"{entry.Key}={entry.Value}");
        }

        foreach (var (name, value) in changes)
        {
            if (value is not null)
                merged.Add($"{name}={value}");
        }

        return merged;
    }

    private static string Explain(Command command, int failure) => failure switch
    {
        Posix.NoEntry => $"{command.Executable} was not found; install it or put it on PATH.",
        Posix.NoAccess => $"{command.Executable} may not be executed (permission denied).",
        Posix.ExecFormat => $"{command.Executable} is not a program this machine can run.",
        _ => $"{command.Executable} could not be started: {new Win32Exception(failure).Message}.",
    };
}
