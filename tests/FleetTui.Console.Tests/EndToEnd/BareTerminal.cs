using System.Diagnostics;
using System.Globalization;
using System.Text;
using FleetTui.Testing;

namespace FleetTui.Console.Tests.EndToEnd;

/// <summary>The real console in a pseudo-terminal that answers nothing by itself, records every byte, and compares termios (<c>bare_terminal.py</c>).</summary>
internal sealed class BareTerminal : IAsyncDisposable
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(60);

    private readonly TemporaryDirectory _directory = new();
    private readonly Process _process;
    private long _from;
    private string _termios = "";

    private BareTerminal(ProcessStartInfo start)
    {
        start.ArgumentList[1] = Record;
        _process = Process.Start(start)!;
    }

    /// <summary>What the console has sent since <see cref="Forget"/>.</summary>
    public string Sent
    {
        get
        {
            if (!File.Exists(Record))
            {
                return "";
            }

            using var file = new FileStream(Record, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            file.Position = _from;
            using var reader = new StreamReader(file, Encoding.UTF8);
            return reader.ReadToEnd();
        }
    }

    private string Record => _directory["sent"];

    public static Task<BareTerminal> StartAsync(string socket, string term, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("python3", [Path.Combine(AppContext.BaseDirectory, "EndToEnd", "bare_terminal.py"), "", Environment.ProcessPath!, "--console", socket])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in ConsoleInTerminal.Variables())
        {
            start.Environment[name] = value;
        }

        start.Environment["TERM"] = term;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Task.FromResult(new BareTerminal(start));
    }

    public void Forget() => _from = new FileInfo(Record).Length;

    public async Task UntilSentAsync(string text)
    {
        using var guard = new CancellationTokenSource(Guard);
        while (!Sent.Contains(text, StringComparison.Ordinal))
        {
            Assert.False(guard.IsCancellationRequested || _process.HasExited, $"never sent {text}: {Sent.Replace("\e", "^[", StringComparison.Ordinal)}");
            await Task.Delay(20, CancellationToken.None);
        }
    }

    /// <summary>Bytes as from the keyboard, or as the terminal answers.</summary>
    public Task AnswerAsync(string bytes) => TellAsync($"type {Convert.ToHexString(Encoding.UTF8.GetBytes(bytes))}");

    public Task SignalAsync(string name) => TellAsync($"signal {name}");

    public Task HangUpAsync() => TellAsync("hangup");

    public async Task StoppedAsync()
    {
        var words = await HeardAsync();
        Assert.Equal("stopped", words[0]);
        _termios = words[1];
    }

    /// <summary>The exit code, or 128 and the signal.</summary>
    public async Task<int> EndedAsync()
    {
        var words = await HeardAsync();
        Assert.Equal("ended", words[0]);
        _termios = words[2];
        return int.Parse(words[1], CultureInfo.InvariantCulture);
    }

    /// <summary>All that was switched on is off, in what was sent last of each; termios are what they were.</summary>
    public void AssertGivenBack(bool kitty)
    {
        Assert.Equal("same", _termios);
        var sent = Sent;
        foreach (var mode in new[] { 1000, 1002, 1003, 1004, 1006, 1049, 2004, 2026, 2031 })
        {
            Assert.True(sent.LastIndexOf($"\e[?{mode}h", StringComparison.Ordinal) < sent.LastIndexOf($"\e[?{mode}l", StringComparison.Ordinal), $"mode {mode} stays on");
        }

        Assert.True(sent.LastIndexOf("\e[?25l", StringComparison.Ordinal) < sent.LastIndexOf("\e[?25h", StringComparison.Ordinal), "the cursor stays hidden");
        Assert.True(sent.LastIndexOf("\e[>4;1m", StringComparison.Ordinal) < sent.LastIndexOf("\e[>4m", StringComparison.Ordinal), "modifyOtherKeys stays on");
        Assert.Equal(kitty ? 1 : 0, Count(sent, @"\e\[>\d+u"));
        Assert.Equal(Count(sent, @"\e\[>\d+u"), Count(sent, @"\e\[<u"));
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _directory.Dispose();
    }

    private static int Count(string text, string pattern) => System.Text.RegularExpressions.Regex.Count(text, pattern);

    private Task TellAsync(string line) => _process.StandardInput.WriteAsync(line + "\n").ContinueWith(_ => _process.StandardInput.Flush(), TaskScheduler.Default);

    private async Task<string[]> HeardAsync()
    {
        using var guard = new CancellationTokenSource(Guard);
        return (await _process.StandardOutput.ReadLineAsync(guard.Token) ?? throw new InvalidOperationException("the terminal ended early")).Split(' ');
    }
}
