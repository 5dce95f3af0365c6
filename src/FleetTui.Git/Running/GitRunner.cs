using FleetTui.Processes;

namespace FleetTui.Git.Running;

/// <summary>The only place that starts git.</summary>
/// <param name="settings">Executable, deadlines, extra environment.</param>
/// <param name="directory">Where commands run unless they say otherwise.</param>
public sealed class GitRunner(GitSettings settings, string directory)
{
    private readonly Lock gate = new();
    private Task<bool>? ownSsh;

    public GitSettings Settings => settings;

    public string Directory => directory;

    /// <summary>The same git somewhere else.</summary>
    public GitRunner At(string other) => new(settings, other);

    /// <summary>Runs it, whatever comes of it.</summary>
    public async Task<CommandResult> RunAsync(GitCommand command, CancellationToken cancellation)
    {
        var ssh = command.Access is GitAccess.Network && await HasOwnSshAsync().ConfigureAwait(false);
        return await Build(command, ssh).RunAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Runs it and returns standard output.</summary>
    /// <exception cref="GitException">It did not end with 0.</exception>
    public async Task<ReadOnlyMemory<byte>> BytesAsync(GitCommand command, CancellationToken cancellation)
    {
        var result = await RunAsync(command, cancellation).ConfigureAwait(false);
        return result.Succeeded ? result.Output : throw Failure(command, result);
    }

    /// <summary>Standard output as text, without the last line's end.</summary>
    /// <exception cref="GitException">It did not end with 0.</exception>
    public async Task<string> TextAsync(GitCommand command, CancellationToken cancellation)
    {
        var bytes = await BytesAsync(command, cancellation).ConfigureAwait(false);
        return System.Text.Encoding.UTF8.GetString(bytes.Span).TrimEnd('\n');
    }

    /// <summary>A git that is talked to; the caller owns it.</summary>
    public LongLivedProcess Start(GitCommand command) => LongLivedProcess.Start(Build(command, ssh: true) with { Deadline = null });

    /// <summary>What <see cref="RunAsync"/> would start.</summary>
    public Command Build(GitCommand command, bool ssh)
    {
        var environment = new Dictionary<string, string?>(GitEnvironment.For(command.Access, ssh), StringComparer.Ordinal);
        foreach (var (name, value) in settings.Environment.Concat(command.Environment))
            environment[name] = value;
        var built = new Command(settings.Executable, command.Arguments())
        {
            WorkingDirectory = command.Directory ?? directory,
            Environment = environment,
            Input = command.Input,
            Deadline = command.Deadline ?? (command.Access is GitAccess.Network ? settings.NetworkDeadline : settings.LocalDeadline),
        };
        return command.OutputLimit is { } limit ? built with { OutputLimit = limit } : built;
    }

    public static GitException Failure(GitCommand command, CommandResult result) => new($"git {command.Words[0]}", result);

    /// <summary>Whether the user chose an ssh command; asked of git once, since the environment would override core.sshCommand.</summary>
    private Task<bool> HasOwnSshAsync()
    {
        lock (gate)
            return ownSsh ??= AskAsync();

        async Task<bool> AskAsync()
        {
            if (new[] { "GIT_SSH_COMMAND", "GIT_SSH" }.Any(n => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(n))))
                return true;
            var result = await RunAsync(GitCommand.Read("config", "--get", "core.sshCommand"), CancellationToken.None).ConfigureAwait(false);
            return result.Succeeded;
        }
    }
}
