using System.Text;

namespace FleetTui.Processes;

/// <summary>What a finished command left behind.</summary>
/// <param name="Output">Standard output, at most <see cref="Command.OutputLimit"/> bytes of it.</param>
/// <param name="Error">Standard error, likewise.</param>
/// <param name="Truncated">Whether either was cut.</param>
public sealed record CommandResult(CommandEnd End, ReadOnlyMemory<byte> Output, ReadOnlyMemory<byte> Error, bool Truncated)
{
    public bool Succeeded => End is CommandEnd.Exited { Code: 0 };

    /// <summary>The exit code; 128 + n after signal n, 124 after a deadline, 127 when it never started (as shells say it).</summary>
    public int ExitCode => End switch
    {
        CommandEnd.Exited exited => exited.Code,
        CommandEnd.Signalled signalled => 128 + signalled.Signal,
        CommandEnd.TimedOut => 124,
        _ => 127,
    };

    /// <summary>Standard output as UTF-8; bytes that are not become U+FFFD.</summary>
    public string OutputText => Encoding.UTF8.GetString(Output.Span);

    /// <summary>Standard error as UTF-8, or why it never started.</summary>
    public string ErrorText => End is CommandEnd.NotStarted notStarted ? notStarted.Reason : Encoding.UTF8.GetString(Error.Span);
}
