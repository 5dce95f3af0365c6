using System.Collections.Concurrent;
using FleetTui.TerminalHost.Client;
using FleetTui.TerminalHost.Pty;
using FleetTui.Testing;

namespace FleetTui.Soak;

/// <summary>What happened at the console: bytes it wrote, lines of its frame log, its end.</summary>
internal abstract record ConsoleEvent
{
    internal sealed record Wrote(byte[] Bytes) : ConsoleEvent;

    internal sealed record Logged(string Line) : ConsoleEvent;

    internal sealed record Ended : ConsoleEvent;
}

/// <summary><c>fleet demo</c> in a pseudo-terminal and in directories of its own, with what it writes and logs in one queue.</summary>
internal sealed class ConsoleProcess : IDisposable
{
    private const int Terminate = 15;
    private readonly TemporaryDirectory _directory = new();
    private readonly BlockingCollection<ConsoleEvent> _events = [];
    private readonly PseudoTerminal _terminal;
    private readonly Lock _gate = new();

    public ConsoleProcess(string program, int columns, int rows)
    {
        var log = _directory["frames"];
        _ = LibC.MakeFifo(log, 0x180);
        var variables = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .Select(pair => KeyValuePair.Create((string)pair.Key, (string?)pair.Value ?? ""))
            .Where(pair => !pair.Key.StartsWith("FLEET_", StringComparison.Ordinal) && !pair.Key.StartsWith("TMUX", StringComparison.Ordinal) && !pair.Key.StartsWith("SSH_", StringComparison.Ordinal))
            .ToDictionary(StringComparer.Ordinal);
        foreach (var (name, folder) in new[] { ("HOME", "home"), ("XDG_STATE_HOME", "state"), ("XDG_RUNTIME_DIR", "run"), ("XDG_CONFIG_HOME", "config"), ("TMPDIR", "tmp") })
        {
            variables[name] = _directory[folder];
            Directory.CreateDirectory(_directory[folder], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        foreach (var (name, value) in new[] { ("TERM", "xterm-256color"), ("COLORTERM", "truecolor"), ("LC_ALL", "C.UTF-8"), ("NO_COLOR", ""), ("FLEET_FRAME_LOG", log) })
        {
            variables[name] = value;
        }

        if (File.Exists(Path.Combine(Path.GetDirectoryName(program)!, ".dotnet-root")) && !variables.ContainsKey("DOTNET_ROOT"))
        {
            variables["DOTNET_ROOT"] = File.ReadAllText(Path.Combine(Path.GetDirectoryName(program)!, ".dotnet-root")).Trim();
        }

        new Thread(() => ReadLog(log)) { IsBackground = true, Name = "frame log" }.Start();
        var outcome = ProgramStart.Run(new PaneStart("console", [program, "demo"], _directory["home"], variables, columns, rows, 0), columns, rows);
        if (outcome is not SpawnOutcome.Started started)
        {
            throw new InvalidOperationException(((SpawnOutcome.Refused)outcome).Reason);
        }

        (_terminal, ProcessId) = (started.Terminal, started.ProcessId);
        new Thread(ReadTerminal) { IsBackground = true, Name = "terminal" }.Start();
    }

    public int ProcessId { get; }

    /// <summary>Null: nothing happened for so long.</summary>
    public ConsoleEvent? Next(TimeSpan patience) => _events.TryTake(out var happened, patience) ? happened : null;

    public bool HasMore => _events.Count > 0;

    public void Type(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            while (bytes.Length > 0 && _terminal.Write(bytes) is >= 0 and var taken)
            {
                bytes = bytes[taken..];
            }
        }
    }

    public void Resize(int columns, int rows) => _terminal.Resize(columns, rows);

    /// <summary>Asks it to leave as a detach does.</summary>
    public void End() => _ = LibC.Kill(ProcessId, Terminate);

    public int? ExitCode()
    {
        ChildExit.AwaitEnd(ProcessId);
        return ChildExit.Reap(ProcessId)?.Code;
    }

    public void Dispose()
    {
        _terminal.Dispose();
        _directory.Dispose();
    }

    private void ReadTerminal()
    {
        var buffer = new byte[64 * 1024];
        while (true)
        {
            LibC.AwaitReadable(_terminal.Descriptor);
            var count = _terminal.Read(buffer);
            if (count < 0)
            {
                _events.Add(new ConsoleEvent.Ended());
                return;
            }

            if (count > 0)
            {
                _events.Add(new ConsoleEvent.Wrote(buffer[..count]));
            }
        }
    }

    private void ReadLog(string path)
    {
        // Open for both, so that nobody waits for the other to open it.
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite));
        while (reader.ReadLine() is { } line)
        {
            _events.Add(new ConsoleEvent.Logged(line));
        }
    }
}
