using FleetTui.Cli.CommandLine;
using FleetTui.Testing;

namespace FleetTui.Cli.Tests.Setup;

/// <summary>A repository with a remote, a home of its own, and a PATH that holds only the agents a test installs.</summary>
internal sealed class SetupPlace : IDisposable
{
    private readonly Dictionary<string, string> environment;

    public SetupPlace(params string[] files)
    {
        Git = new GitSandbox(files: files.ToDictionary(file => file, _ => "x\n"));
        // A user who ignores .claude everywhere must see the same tests pass.
        Git.Git(Git.Hub, "config", "core.excludesFile", "/dev/null");
        environment = new Dictionary<string, string>
        {
            ["HOME"] = Path.Combine(Git.Path, "home"),
            ["XDG_STATE_HOME"] = Path.Combine(Git.Path, "state"),
            ["XDG_RUNTIME_DIR"] = Path.Combine(Git.Path, "run"),
            ["PATH"] = Path.Combine(Git.Path, "bin"),
            ["TERM"] = "xterm-256color",
            ["LANG"] = "C.UTF-8",
        };
    }

    public GitSandbox Git { get; }

    public string Root => Git.Hub;

    public void Install(string program)
    {
        Directory.CreateDirectory(environment["PATH"]);
        var path = Path.Combine(environment["PATH"], program);
        File.WriteAllText(path, "#!/bin/sh\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    public string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public Task<CommandRun> RunAsync(params string[] args) => RunInAsync(Root, args);

    public async Task<CommandRun> RunInAsync(string directory, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var context = new CliContext(directory, output, error, environment.GetValueOrDefault, new FakeFleet(), TimeProvider.System);
        var code = await FleetCommand.RunAsync(args, context, TestContext.Current.CancellationToken);
        return new CommandRun(code, output.ToString(), error.ToString());
    }

    public void Dispose() => Git.Dispose();
}
