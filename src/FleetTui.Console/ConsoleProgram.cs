using FleetTui.Api.Client;
using FleetTui.Console.Commands;
using FleetTui.Console.Keeping;
using FleetTui.Console.Keys;
using FleetTui.Console.Loop;
using FleetTui.Console.Model;
using FleetTui.Console.Outer;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Console;

/// <summary>The full-screen console on this process's standard input and output.</summary>
public static class ConsoleProgram
{
    /// <summary>
    /// Runs until the user detaches, the terminal goes away, or a signal asks to end. The terminal is brought back to what it was on every way out.
    /// </summary>
    /// <param name="connectHost">Called again whenever the connection is lost.</param>
    /// <param name="connectDaemon">Called again whenever the connection is lost. Given true when the user has asked to start something. Null: the fleet was ended on purpose.</param>
    /// <returns>0, or 2 when this terminal cannot show the console (told in one sentence on standard error).</returns>
    public static async Task<int> RunAsync(
        ConsoleOptions options,
        Func<CancellationToken, Task<ITerminalHost>> connectHost,
        Func<bool, CancellationToken, Task<IFleetApi?>> connectDaemon,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        options = options with { Terminal = OuterTerminal.Name() };
        var profile = TerminalProfile.From(Environment.GetEnvironmentVariable);
        using var terminal = OuterTerminal.Open();
        var size = OuterTerminal.Size();
        if (Refusal(terminal is not null, profile, size, options.Ascii) is { } refusal)
        {
            await SayAsync(System.Console.OpenStandardError(), refusal).ConfigureAwait(false);
            return 2;
        }

        var keys = new KeyTables(options.Prefix, options.AltKeys, options.VimNavigation, options.Keys, CommandTable.Default.Has);
        var model = new ConsoleModel(options, keys, clock.GetUtcNow()) { Zone = clock.LocalTimeZone, Columns = size.Columns, Rows = size.Rows, Remote = profile.Remote };
        model.Clipboard = ClipboardRoute.Of(profile.Remote, Environment.GetEnvironmentVariable, options.Programs);
        using var kept = KeptPlace.Claim(options.StateFile, options.Terminal);
        KeptState.Read(model, kept.File is null ? null : AtomicFile.Read(kept.File));
        model.Arrange();
        if (profile.InsideTmux && options.Prefix == "C-b" && options.StateFile is { } state && !File.Exists(state))
        {
            model.Say("inside tmux, whose prefix is C-b, too: press it twice for this console, or set console.prefix = \"C-Space\" in fleet.toml");
        }

        foreach (var change in keys.Displaced)
        {
            model.Say(change);
        }

        foreach (var problem in keys.Problems)
        {
            model.Say(problem, error: true);
        }

        ConfigurationNews.SayAtStart(model);

        using var log = FrameLog.Open(Environment.GetEnvironmentVariable(FrameLog.Variable), profile);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        ConsoleSignals? signals = null;
        try
        {
            using var loop = new ConsoleLoop(
                new Controller(model),
                terminal!,
                profile,
                post => new HostLink(connectHost, post, clock),
                post => new DaemonLink(connectDaemon, post, clock),
                post => new Keeper(kept.File, options.LayoutsFile, post, options.Reread),
                log,
                clock);
            terminal!.Enter(options.Mouse);
            // Until the terminal is restored: a hang-up comes twice, from the kernel and from the shell.
            signals = new ConsoleSignals(loop.Post, stop.Cancel);
            await loop.RunAsync(stop.Token).ConfigureAwait(false);
        }
        finally
        {
            terminal!.Leave();
            signals?.Dispose();
        }

        if (kept.File is { } file && model.Slots.Count > 0)
        {
            AtomicFile.Write(file, KeptState.Write(model, options.Terminal));
        }

        if (options.Fleets?.Next is not null)
        {
            return 0;
        }

        await SayAsync(System.Console.OpenStandardOutput(), $"[detached from fleet {model.Fleet?.Name}]").ConfigureAwait(false);
        return 0;
    }

    /// <summary>Not through the runtime's console writers: those switch the terminal's keypad mode on and leave it so.</summary>
    private static async Task SayAsync(Stream stream, string line)
    {
        await using (stream.ConfigureAwait(false))
        {
            await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(line + "\n")).ConfigureAwait(false);
        }
    }

    /// <summary>Why this terminal cannot show the console; one sentence with what to do, or null.</summary>
    public static string? Refusal(bool isTerminal, TerminalProfile profile, (int Columns, int Rows) size, bool ascii)
    {
        if (!isTerminal)
        {
            return "fleet: the console needs a terminal on standard input and output; in a script use \"fleet status\" or another verb (fleet --help)";
        }

        if (profile.Term is "" or "dumb")
        {
            return $"fleet: TERM is \"{profile.Term}\", which can place no text on the screen; set TERM to what your terminal is, e.g. xterm-256color";
        }

        if (profile.Term is "vt52" or "vt100" or "vt102" or "vt125" or "vt132")
        {
            return $"fleet: TERM is \"{profile.Term}\", a terminal without colours that cannot erase within a line; set TERM to what your terminal is, e.g. xterm-256color";
        }

        if (!profile.Utf8 && !ascii)
        {
            return "fleet: the locale is not UTF-8, and the slots' programs draw with it; run \"LC_ALL=C.UTF-8 fleet\", or set console.ascii = true in fleet.toml";
        }

        return size.Columns < 20 || size.Rows < 4
            ? $"fleet: this terminal is {size.Columns}x{size.Rows}, too small for the console; make it at least 40x10"
            : null;
    }
}
