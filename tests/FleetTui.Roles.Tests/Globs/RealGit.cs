using System.Diagnostics;
using System.Text;
using FleetTui.Testing;

namespace FleetTui.Roles.Tests.Globs;

/// <summary>Asks <c>git check-ignore</c> itself what a list of patterns takes in.</summary>
internal sealed class RealGit : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public RealGit() => Run("", "init", "-q");

    public IReadOnlySet<string> Ignored(IEnumerable<string> patterns, IEnumerable<string> paths)
    {
        File.WriteAllText(directory[".git/info/exclude"], string.Join('\n', patterns) + "\n");
        return Run(string.Concat(paths.Select(path => path + "\0")), "check-ignore", "--no-index", "--stdin", "-z")
            .Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.Ordinal);
    }

    public void Dispose() => directory.Dispose();

    private string Run(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = directory.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            Environment = { ["GIT_CONFIG_GLOBAL"] = "/dev/null", ["GIT_CONFIG_SYSTEM"] = "/dev/null", ["GIT_DIR"] = directory[".git"], ["GIT_WORK_TREE"] = directory.Path },
        };
        using var git = Process.Start(start)!;
        // The input is far smaller than a pipe's buffer: git reads it whole before it answers.
        git.StandardInput.Write(input);
        git.StandardInput.Close();
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.InRange(git.ExitCode, 0, 1);
        return output;
    }
}
