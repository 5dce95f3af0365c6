using System.Globalization;
using System.Runtime.InteropServices;
using FleetTui.Testing;

namespace FleetTui.EndToEnd.Tests.Harness;

/// <summary>A user with a home, a state and a runtime directory of their own. At the end every fleet started in it is ended, and whatever still runs is killed.</summary>
public sealed partial class UserWorld : IAsyncDisposable
{
    /// <summary>A variable that every program of this world inherits, whatever else it changes.</summary>
    private const string Mark = "FLEET_TEST_WORLD";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly TemporaryDirectory _directory = new();
    private readonly HashSet<string> _repositories = [];

    public UserWorld()
    {
        foreach (var folder in (string[])["home", "state", "run", "config", "bin", "tmp"])
        {
            Directory.CreateDirectory(_directory[folder], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Environment = new Dictionary<string, string>
        {
            ["HOME"] = _directory["home"],
            ["XDG_STATE_HOME"] = _directory["state"],
            ["XDG_RUNTIME_DIR"] = _directory["run"],
            ["XDG_CONFIG_HOME"] = _directory["config"],
            ["TMPDIR"] = _directory["tmp"],
            ["PATH"] = $"{_directory["bin"]}:{System.Environment.GetEnvironmentVariable("PATH")}",
            ["GIT_CONFIG_GLOBAL"] = "/dev/null",
            ["GIT_CONFIG_SYSTEM"] = "/dev/null",
            ["LANG"] = "C.UTF-8",
            [Mark] = _directory.Path,
            ["DOTNET_ROOT"] = BuiltFleet.DotnetRoot ?? "",
            ["NO_COLOR"] = "",
            ["TMUX"] = "",
            ["FLEET_SLOT"] = "",
            ["FLEET_TOKEN"] = "",
        };
    }

    public Dictionary<string, string> Environment { get; }

    public string this[string relative] => _directory[relative];

    /// <summary>Runs fleet in a directory to its end.</summary>
    public Task<ProgramRun> FleetAsync(string directory, params string[] arguments)
    {
        _repositories.Add(directory);
        return ProgramRun.OfAsync(BuiltFleet.Executable, arguments, directory, Environment, Patience);
    }

    /// <summary>As <see cref="FleetAsync"/>, and fails the test unless it ends with 0.</summary>
    public async Task<ProgramRun> DoneAsync(string directory, params string[] arguments)
    {
        var run = await FleetAsync(directory, arguments);
        Assert.True(run.Code == 0, $"fleet {string.Join(' ', arguments)} answered {run.Code}:\n{run.Output}{run.Error}");
        return run;
    }

    /// <summary>A terminal that runs fleet in a directory.</summary>
    public Task<TmuxTerminal> OpenAsync(string directory, int columns, int rows, params string[] arguments)
    {
        _repositories.Add(directory);
        return TmuxTerminal.OpenAsync(Environment, directory, columns, rows, [BuiltFleet.Executable, .. arguments]);
    }

    /// <summary>Puts a program on the user's PATH.</summary>
    public void Install(string name, string script)
    {
        var path = _directory[$"bin/{name}"];
        File.WriteAllText(path, script);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Pids of the programs that run in this world.</summary>
    public IReadOnlyList<int> Processes() => Processes(_ => true);

    /// <summary>Pids of the programs of this world whose command line has this in it.</summary>
    public IReadOnlyList<int> Processes(string words) => Processes(pid => CommandLine(pid).Contains(words, StringComparison.Ordinal));

    /// <summary>SIGKILL.</summary>
    public static void Kill(int pid) => _ = SendSignal(pid, 9);

    public async ValueTask DisposeAsync()
    {
        foreach (var repository in _repositories.Where(Directory.Exists))
        {
            await FleetAsync(repository, "down", "--all");
        }

        foreach (var pid in Processes())
        {
            Kill(pid);
        }

        await Eventually.TrueAsync(() => Processes().Count == 0, () => $"processes {string.Join(',', Processes())} to be gone");
        _directory.Dispose();
    }

    private List<int> Processes(Func<int, bool> which)
    {
        var mark = $"{Mark}={_directory.Path}\0";
        return [.. from directory in Directory.EnumerateDirectories("/proc")
                   let name = Path.GetFileName(directory)
                   where char.IsAsciiDigit(name[0])
                   let pid = int.Parse(name, CultureInfo.InvariantCulture)
                   where Read($"/proc/{pid}/environ").Contains(mark, StringComparison.Ordinal) && which(pid)
                   select pid];
    }

    private static string CommandLine(int pid) => Read($"/proc/{pid}/cmdline").Replace('\0', ' ');

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int pid, int signal);
}
