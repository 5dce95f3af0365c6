using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace FleetTui.Testing;

/// <summary>
/// A throw-away world of real git: a bare <c>origin.git</c>, a clone <c>hub</c> of it, and worktrees of that clone (<c>slotNN</c> on branch <c>slot/NN</c>).
/// It starts git by itself, not through the code under test. Author and committer are fixed by the clone's own configuration; the user's is not read.
/// </summary>
public sealed class GitSandbox : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    /// <param name="slots">How many worktrees.</param>
    /// <param name="files">Files on main at the start: path → content.</param>
    public GitSandbox(int slots = 0, IReadOnlyDictionary<string, string>? files = null)
    {
        Git(directory.Path, "init", "-q", "--bare", "-b", "main", Origin);
        Git(directory.Path, "clone", "-q", "file://" + Origin, Hub);
        Configure(Hub);
        Git(Hub, "checkout", "-q", "-B", "main");
        Write(Hub, "README.md", "# sandbox\n");
        foreach (var (path, content) in files ?? new Dictionary<string, string>())
            Write(Hub, path, content);
        CommitAll(Hub, "Begin");
        Git(Hub, "push", "-q", "origin", "main");
        Git(Hub, "remote", "set-head", "origin", "main");
        Git(Hub, "checkout", "-q", "--detach");
        for (var i = 1; i <= slots; i++)
            AddSlot(i);
    }

    /// <summary>Everything lives below this.</summary>
    public string Path => directory.Path;

    /// <summary>The bare remote.</summary>
    public string Origin => directory["origin.git"];

    /// <summary>The clone that owns the worktrees; its HEAD is detached, so that <c>main</c> is free.</summary>
    public string Hub => directory["hub"];

    /// <summary>The commit origin's main is at.</summary>
    public string Main => Git(Origin, "rev-parse", "refs/heads/main");

    /// <summary>What every git here runs with; give it to the code under test too.</summary>
    public static IReadOnlyDictionary<string, string?> Environment { get; } = new Dictionary<string, string?>
    {
        ["GIT_CONFIG_GLOBAL"] = "/dev/null",
        ["GIT_CONFIG_SYSTEM"] = "/dev/null",
        ["GIT_CONFIG_NOSYSTEM"] = "1",
        ["GIT_TERMINAL_PROMPT"] = "0",
        ["LC_ALL"] = "C",
    };

    /// <summary>Worktree of slot <paramref name="number"/>, counted from 1.</summary>
    public string Slot(int number) => directory["slot" + number.ToString("00", CultureInfo.InvariantCulture)];

    public static string Branch(int number) => "slot/" + number.ToString("00", CultureInfo.InvariantCulture);

    public void AddSlot(int number) => Git(Hub, "worktree", "add", "-q", "--no-track", "-b", Branch(number), Slot(number), "refs/remotes/origin/main");

    /// <summary>Another developer's clone, to push from behind the fleet's back.</summary>
    public string Outsider(string name = "outsider")
    {
        var path = directory[name];
        if (!Directory.Exists(path))
        {
            Git(directory.Path, "clone", "-q", "file://" + Origin, path);
            Configure(path);
        }

        return path;
    }

    /// <summary>The outsider commits one file on the newest main and pushes it.</summary>
    public string OutsiderLands(string path, string content, string message = "From outside")
    {
        var clone = Outsider();
        Git(clone, "fetch", "-q", "origin");
        Git(clone, "checkout", "-q", "-B", "main", "origin/main");
        var commit = Commit(clone, path, content, message);
        Git(clone, "push", "-q", "origin", "main");
        return commit;
    }

    /// <summary>Writes one file and commits it; returns the commit.</summary>
    public string Commit(string worktree, string path, string content, string message)
    {
        Write(worktree, path, content);
        return CommitAll(worktree, message);
    }

    public string CommitAll(string worktree, string message)
    {
        Git(worktree, "add", "-A");
        // Past the commit hooks: what the gates are to hold has to get there.
        Git(worktree, "commit", "-q", "--no-verify", "--allow-empty", "-m", message);
        return Git(worktree, "rev-parse", "HEAD");
    }

    public void Write(string worktree, string path, string content)
    {
        var full = System.IO.Path.Combine(worktree, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
    }

    /// <summary>Subjects of origin's main, oldest first.</summary>
    public IReadOnlyList<string> Subjects() => Lines(Git(Origin, "log", "--reverse", "--topo-order", "--format=%s", "refs/heads/main"));

    /// <summary>A file of origin's main; null when it is not there.</summary>
    public string? OnMain(string path)
    {
        var (code, output, _) = TryGit(Origin, "show", "refs/heads/main:" + path);
        return code == 0 ? output : null;
    }

    /// <summary>Makes a hook of the bare remote from a shell script.</summary>
    public void OriginHook(string name, string script) => Hook(System.IO.Path.Combine(Origin, "hooks", name), script);

    /// <summary>A hook of the clone, for all its worktrees.</summary>
    public void HubHook(string name, string script) => Hook(System.IO.Path.Combine(Hub, ".git", "hooks", name), script);

    /// <summary><c>git fsck</c> over both repositories; throws with what it found.</summary>
    public void Check()
    {
        Git(Origin, "fsck", "--full", "--strict", "--no-dangling");
        Git(Hub, "fsck", "--full", "--strict", "--no-dangling");
    }

    /// <summary>Runs git and returns what it printed, without the last line's end.</summary>
    public string Git(string worktree, params string[] arguments)
    {
        var (code, output, error) = TryGit(worktree, arguments);
        return code == 0 ? output.TrimEnd('\n') : throw new InvalidOperationException($"git {string.Join(' ', arguments)} in {worktree}: {code}\n{output}\n{error}");
    }

    public (int Code, string Output, string Error) TryGit(string worktree, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = worktree,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    public void Dispose() => directory.Dispose();

    private void Configure(string clone)
    {
        foreach (var (key, value) in new[] { ("user.name", "Agent"), ("user.email", "agent@example.invalid"), ("gc.auto", "0"), ("maintenance.auto", "false"), ("commit.gpgSign", "false") })
            Git(clone, "config", key, value);
    }

    private static void Hook(string path, string script)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "#!/bin/sh\n" + script + "\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
