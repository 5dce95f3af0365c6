using System.Text;
using FleetTui.Terminal.Cells;
using FleetTui.TerminalHost.Client;

namespace FleetTui.TerminalHost.Tests.Programs;

/// <summary>Programs look in a pane of ours, cell by cell, as in a bare pane of tmux: text, colours, renditions, cursor.</summary>
public class SameAsBareSpecs
{
    private const int Columns = 90;
    private const int Rows = 28;

    /// <summary>What is typed after the marker shows, then the next marker; the last one has nothing after it.</summary>
    public static TheoryData<string, string, string[]> Programs => new()
    {
        { "vim", "vim -u NONE -i NONE -N '+set nu hls ruler background=dark' '+syntax on' text.c", ["日本", "/int\r", "int", "\x1bjdwA tail e\u0301 ─\x1b", "tail", ":sp\r\x17j", "text.c", ":set list\r\x04", "text.c"] },
        { "less", "less -R --use-color colours.txt", ["line 1", "\x1b[B\x1b[B5j/line 33\r", "line 33", "", ""] },
        { "git", "git -c color.ui=always -c core.pager='less -R' log --graph --stat", ["third", "G", "first"] },
        { "fzf", "seq 1 500 | sed 's/$/ 日本 item/' | fzf --multi --reverse --border --prompt='> ' --ansi", ["500/500", "42", "42", "\t\x1b[B", "(1)"] },
        { "mc", "mc -u -x --nosubshell work/left work/right", ["one.txt", "\x1b[B\x1b[B", "one.txt", "\x1b[20~", "Command", "\x1b[B\x1b[C", "File"] },
        { "tmux", "tmux -T RGB -S .inner -f /dev/null new-session -n w 'PS1=\"$ \" sh' \\; set destroy-unattached on \\; set status-right '' \\; split-window -h 'cat colours.txt; read x' \\; split-window 'sleep 1000'", ["line 90", "", ""] },
        { "bash", "PS1='\\[\\e[32m\\]you\\[\\e[m\\]$ ' INPUTRC=/dev/null bash --norc --noprofile", ["you", "ls --color=always work/left; printf '%0120d' 7\r", "007", "\x12print", "print", "\x05\x17日本\x02\x02\x04", "日"] },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task A_program_looks_as_in_a_bare_pane(string program, string script, string[] steps)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/" + program), $"{program} is not installed");
        await using var fixture = await HostFixture.StartAsync();
        Prepare(fixture.WorkingDirectory);
        var start = fixture.Start("one", ["/bin/sh", "-c", script], Columns, Rows);
        var environment = new Dictionary<string, string>(start.Environment)
        {
            ["LANG"] = "C.UTF-8",
            ["GIT_CONFIG_GLOBAL"] = "/dev/null",
            ["LESSHISTFILE"] = "-",
            ["HISTFILE"] = "/dev/null",
            // How long mc waits for the rest of a key: a second is not enough for it on a machine that is full.
            ["KEYBOARD_KEY_TIMEOUT_US"] = "60000000",
        };
        await fixture.Host.StartAsync(start with { Environment = environment }, default);
        await using var view = await fixture.WatchAsync("one");
        var other = Directory.CreateDirectory(Path.Combine(fixture.WorkingDirectory, ".bare")).FullName;
        Prepare(other);
        await using var bare = await ReferencePane.StartAsync(other, environment.ToDictionary(e => e.Key, e => e.Key == "HOME" ? other : e.Value), script, Columns, Rows);
        for (var step = 0; step < steps.Length; step += 2)
        {
            await view.UntilShowsAsync(steps[step]);
            await UntilAsync(async () => (await bare.TextAsync()).Contains(steps[step], StringComparison.Ordinal), () => $"{program} shows {steps[step]} in tmux");
            if (step + 1 == steps.Length)
                break;
            await fixture.Host.WriteAsync("one", Encoding.UTF8.GetBytes(steps[step + 1]), default);
            if (steps[step + 1].Length > 0)
                await bare.TypeAsync(steps[step + 1]);
            await SameAsync(program, step, view, bare);
        }

        await SameAsync(program, steps.Length, view, bare);
    }

    /// <summary>Its numbers change all the time: the same bytes go to both, and it is held while they are compared.</summary>
    [Fact]
    public async Task Htop_looks_as_in_a_bare_pane()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/htop"), "htop is not installed");
        using var directory = new FleetTui.Testing.TemporaryDirectory();
        var environment = FleetTui.TerminalHost.Panes.PaneEnvironment.ForPane([new("PATH", "/usr/bin:/bin"), new("HOME", directory.Path)]);
        var (bytes, number) = (directory["bytes.vt"], directory["pid"]);
        await using var bare = await ReferencePane.StartAsync(directory.Path, environment, $"script -qf -O {bytes} -c 'echo $$ >{number}; exec htop'", Columns, Rows);
        await UntilAsync(async () => (await bare.TextAsync()).Contains("F10", StringComparison.Ordinal), () => "htop shows its keys");
        await bare.TypeAsync("\x1b[B\x1bOS");
        var process = (await File.ReadAllTextAsync(number)).Trim();
        await SignalAsync("-STOP", process);
        try
        {
            await SameBytesAsync(bytes, bare);
        }
        finally
        {
            // script would go on without its terminal.
            await SignalAsync("-KILL", process);
        }
    }

    private static async Task SameBytesAsync(string bytes, ReferencePane bare)
    {
        var difference = "";
        await UntilAsync(
            async () =>
            {
                var terminal = new FleetTui.Terminal.VirtualTerminal(Columns, Rows, new FleetTui.Terminal.TerminalOptions(), new FleetTui.Terminal.SilentEffects());
                // What script itself says stands on the first line.
                var recorded = await File.ReadAllBytesAsync(bytes);
                terminal.Feed(recorded.AsSpan(Array.IndexOf(recorded, (byte)'\n') + 1));
                var (rows, _, _) = await bare.CellsAsync(Columns, Rows);
                var cells = new Cell[Columns];
                difference = Difference(row => terminal.CopyLine(terminal.FirstScreenLine + row, cells) ? cells : cells, rows) ?? "";
                return difference.Length == 0;
            },
            () => $"htop looks the same: {difference}");
    }

    private static async Task SignalAsync(string signal, string process)
    {
        using var kill = System.Diagnostics.Process.Start("kill", [signal, process]);
        await kill.WaitForExitAsync();
    }

    private static async Task SameAsync(string program, int step, IPaneView view, ReferencePane bare)
    {
        var difference = "";
        await UntilAsync(
            async () =>
            {
                var (rows, x, y) = await bare.CellsAsync(Columns, Rows);
                difference = Difference(view, rows, x, y) ?? "";
                return difference.Length == 0;
            },
            () => $"{program} looks the same after step {step}: {difference}\n{string.Join('\n', view.Text())}");
    }

    private static string? Difference(IPaneView view, Cell[][] rows, int x, int y)
    {
        lock (view.Gate)
        {
            return Difference(row => view.Row(row).ToArray(), rows)
                ?? ((view.Cursor.X, view.Cursor.Y) == (x, y) || !view.Cursor.Visible ? null : $"the cursor is at {view.Cursor.X},{view.Cursor.Y}, in tmux at {x},{y}");
        }
    }

    private static string? Difference(Func<int, Cell[]> ours, Cell[][] rows)
    {
        for (var row = 0; row < Rows; row++)
        {
            var (here, there) = (ours(row), rows[row]);
            for (var column = 0; column < Columns; column++)
            {
                if (column >= there.Length ? here[column].Text != " " : Seen(here[column]) != Seen(there[column]))
                    return $"row {row}, column {column}: {Told(here[column])} here, {(column < there.Length ? Told(there[column]) : "erased")} in tmux";
            }
        }

        return null;
    }

    /// <summary>What the eye sees of a cell: of a blank, only what is painted behind, under or through it.</summary>
    private static (string Text, CellStyle Style) Seen(Cell cell)
    {
        var style = cell.Style with { Link = 0, Attributes = cell.Style.Attributes & ~CellAttributes.Protected };
        if (cell.Width == 0)
            return ("", CellStyle.Default);
        if (cell.Text == " " && (style.Attributes & (CellAttributes.Inverse | CellAttributes.Strike | CellAttributes.Overline)) == 0 && style.Underline == UnderlineStyle.None)
            style = new CellStyle { Background = style.Background };
        return (cell.Text, style);
    }

    private static string Told(Cell cell) =>
        $"'{cell.Text}' {cell.Style.Foreground.Packed:x} on {cell.Style.Background.Packed:x}, {cell.Style.Attributes}, {cell.Style.Underline}";

    private static async Task UntilAsync(Func<Task<bool>> condition, Func<string> told)
    {
        var waited = System.Diagnostics.Stopwatch.StartNew();
        while (!await condition())
        {
            if (waited.Elapsed > HostFixture.Hang)
                Assert.Fail("never: " + told());
            await Task.Delay(20);
        }
    }

    /// <summary>The same files, dates and commits wherever it is.</summary>
    private static void Prepare(string directory)
    {
        string In(params string[] parts) => Path.Combine([directory, .. parts]);
        File.WriteAllText(In("text.c"), "/* 日本語 e\u0301 👍 */\nint main(void)\n{\n\tint x = 1;\n\treturn \"wide 日本\" ? x : 0;\n}\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"// {i} {new string('x', i * 3)}\n")));
        File.WriteAllText(In("colours.txt"), string.Concat(Enumerable.Range(1, 90).Select(i => $"\e[3{i % 8};4{(i + 3) % 8}mline {i}\e[m \e[38;5;{i}mindexed\e[m \e[1;3;4;38;2;{i};{2 * i};9mtrue\e[m {new string('y', i)}\n")));
        foreach (var side in new[] { "left", "right" })
        {
            Directory.CreateDirectory(In("work", side));
            foreach (var (name, length) in new[] { ("one.txt", 10), ("two 日本.c", 2000), ("run.sh", 5) })
            {
                File.WriteAllText(In("work", side, name), new string('z', length));
                File.SetLastWriteTimeUtc(In("work", side, name), new DateTime(2020, 2, 3, 4, 5, 6, DateTimeKind.Utc));
            }

            File.SetUnixFileMode(In("work", side, "run.sh"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            Directory.SetLastWriteTimeUtc(In("work", side), new DateTime(2020, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        }

        Directory.SetLastWriteTimeUtc(In("work"), new DateTime(2020, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        Directory.CreateDirectory(In(".config", "mc"));
        File.WriteAllText(In(".config", "mc", "ini"), "[Midnight-Commander]\nauto_save_setup=0\n[Layout]\nmessage_visible=0\nfree_space=0\ncommand_prompt=0\n");
        using var git = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("/bin/sh", ["-c", """
            export GIT_CONFIG_GLOBAL=/dev/null GIT_AUTHOR_DATE='2020-01-01T00:00:00Z' GIT_COMMITTER_DATE='2020-01-01T00:00:00Z' GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b
            git init -q -b main . && git add text.c && git commit -qm 'first 日本' && git checkout -qb side && git add colours.txt && git commit -qm second && git checkout -q main &&
            git add work && git commit -qm third && git merge -q --no-ff -m merge side
            """]) { WorkingDirectory = directory })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
