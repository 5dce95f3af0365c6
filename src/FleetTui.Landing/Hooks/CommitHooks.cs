using FleetTui.Configuration.Files;
using FleetTui.Git;
using FleetTui.Git.Running;
using FleetTui.Git.Worktrees;
using FleetTui.Processes;
using FleetTui.Roles;

namespace FleetTui.Landing.Hooks;

/// <summary>
/// The role's lock at <c>git commit</c>: <c>core.hooksPath</c> of each slot's worktree alone leads to <c>fleet/hooks/SLOT</c> in the git common directory, whose hooks pass on to the
/// user's own. A convenience for who commits; the gate is the lock. Everything it writes is taken away by <see cref="RemoveAsync"/>.
/// </summary>
/// <param name="stateDirectory"><c>fleet/</c> in the common directory.</param>
public sealed class CommitHooks(Repository repository, string stateDirectory)
{
    private const string PathKey = "core.hooksPath";
    private const string BeforeKey = "fleet.hooksPath";
    private const string Script = ".run";
    private const string Lock = ".lock";
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static readonly byte[] ScriptBytes = Read();

    private readonly string root = Path.Combine(stateDirectory, "hooks");

    private GitConfiguration Settings => repository.Configuration;

    /// <summary>Says that the user took the hooks away and wants them to stay away.</summary>
    private string Off => Path.Combine(stateDirectory, "hooks.off");

    /// <summary>Notes that the extension was turned on by us, and which keys that moved.</summary>
    private string TurnedOn => Path.Combine(root, ".worktree-config");

    private string LockFile => Path.Combine(repository.CommonDirectory, "fleet", "worktrees.lock");

    public bool IsRemoved => File.Exists(Off);

    /// <summary>Brings the hooks of all these slots that have a worktree up to date, and takes those of others away. With <paramref name="wanted"/> false all go.</summary>
    /// <exception cref="GitException">The configuration cannot be written now.</exception>
    /// <exception cref="IOException">Nor the files.</exception>
    public async Task ApplyAsync(IReadOnlyList<LaneSlot> slots, RoleBook book, bool wanted, CancellationToken cancellation)
    {
        if (!wanted || IsRemoved)
        {
            await TakeAwayAsync(cancellation).ConfigureAwait(false);
            return;
        }

        using var held = await FileLock.AcquireAsync(LockFile, cancellation).ConfigureAwait(false);
        var known = slots.Select(slot => Home(slot.Id)).ToHashSet(StringComparer.Ordinal);
        foreach (var slot in slots)
            await PutAsync(slot, book, cancellation).ConfigureAwait(false);
        foreach (var file in repository.WorktreeConfiguration.Files())
        {
            if (await Settings.GetFromAsync(file, PathKey, cancellation).ConfigureAwait(false) is { } path && IsOurs(path) && !known.Contains(path))
                await ReleaseAsync(file, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>What <see cref="ApplyAsync"/> does, for one slot whose worktree was just made.</summary>
    public async Task EnsureAsync(LaneSlot slot, RoleBook book, bool wanted, CancellationToken cancellation)
    {
        if (!wanted || IsRemoved)
            return;
        using var held = await FileLock.AcquireAsync(LockFile, cancellation).ConfigureAwait(false);
        await PutAsync(slot, book, cancellation).ConfigureAwait(false);
    }

    /// <summary>The user wants them (again): only then does <see cref="ApplyAsync"/> put them anywhere.</summary>
    public void Allow()
    {
        if (IsRemoved)
            File.Delete(Off);
    }

    /// <summary>Takes every trace away and keeps it so. Returns what could not be, one sentence; null when all is as before.</summary>
    public async Task<string?> RemoveAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(stateDirectory);
        await File.WriteAllTextAsync(Off, "", cancellation).ConfigureAwait(false);
        return await TakeAwayAsync(cancellation).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<HookState>> StatusAsync(IReadOnlyList<LaneSlot> slots, CancellationToken cancellation)
    {
        var states = new List<HookState>();
        var isOn = await repository.WorktreeConfiguration.IsOnAsync(cancellation).ConfigureAwait(false);
        foreach (var slot in slots)
        {
            if (WorktreeGitDirectory.Of(slot.Worktree) is not { } gitDirectory)
            {
                states.Add(new HookState(slot.Id, false, "", "it has no worktree yet"));
                continue;
            }

            var file = WorktreeConfiguration.FileOf(gitDirectory);
            var path = isOn ? await Settings.GetFromAsync(file, PathKey, cancellation).ConfigureAwait(false) : null;
            var own = await Settings.GetFromAsync(file, BeforeKey, cancellation).ConfigureAwait(false)
                ?? await Settings.GetAsync(PathKey, cancellation).ConfigureAwait(false)
                ?? Path.Combine(repository.CommonDirectory, "hooks");
            var installed = path == Home(slot.Id) && File.Exists(Path.Combine(path, "commit-msg"));
            var detail = installed ? "" : path is null || path == Home(slot.Id) ? "it is not installed" : $"core.hooksPath of this worktree is {path}";
            states.Add(new HookState(slot.Id, installed, own, detail));
        }

        return states;
    }

    private string Home(string slot) => Path.Combine(root, slot);

    private bool IsOurs(string path) => path.StartsWith(root + "/", StringComparison.Ordinal);

    private async Task PutAsync(LaneSlot slot, RoleBook book, CancellationToken cancellation)
    {
        if (WorktreeGitDirectory.Of(slot.Worktree) is not { } gitDirectory)
            return;
        Prepare();
        var home = Home(slot.Id);
        WriteLock(Path.Combine(home, Lock), LockFiles.Of(book, slot.Id));
        GiveBackForeign(home);
        foreach (var name in HookNames.Always)
            Link(home, name);

        var file = WorktreeConfiguration.FileOf(gitDirectory);
        if (await repository.WorktreeConfiguration.TurnOnAsync(cancellation).ConfigureAwait(false) is { } moved)
            AtomicFile.Write(TurnedOn, System.Text.Encoding.UTF8.GetBytes(string.Concat(moved.Select(static key => key + "\n"))));
        var path = await Settings.GetFromAsync(file, PathKey, cancellation).ConfigureAwait(false);
        if (path is not null && !IsOurs(path))
            await Settings.SetInAsync(file, BeforeKey, path, cancellation).ConfigureAwait(false);
        if (path != home)
            await Settings.SetInAsync(file, PathKey, home, cancellation).ConfigureAwait(false);

        var own = await OwnAsync(slot.Worktree, file, cancellation).ConfigureAwait(false);
        foreach (var name in HookNames.WherePresent.Where(name => File.Exists(Path.Combine(own, name))))
            Link(home, name);
    }

    /// <summary>The script, and an empty repository in which git matches paths against the patterns.</summary>
    private void Prepare()
    {
        var match = Path.Combine(root, ".match");
        Directory.CreateDirectory(Path.Combine(match, "empty"));
        foreach (var part in new[] { "objects", "refs" })
            Directory.CreateDirectory(Path.Combine(match, "git", part));
        var head = Path.Combine(match, "git", "HEAD");
        if (!File.Exists(head))
            AtomicFile.Write(head, "ref: refs/heads/none\n"u8);
        var script = Path.Combine(root, Script);
        if (!File.Exists(script) || !File.ReadAllBytes(script).AsSpan().SequenceEqual(ScriptBytes))
            AtomicFile.Write(script, ScriptBytes, Executable);
        File.SetUnixFileMode(script, Executable);
    }

    /// <summary>All at once: a commit that comes in between sees the old lock or the new one.</summary>
    private static void WriteLock(string directory, IReadOnlyDictionary<string, string> files)
    {
        if (Directory.Exists(directory) && Directory.GetFiles(directory).Length == files.Count
            && files.All(file => File.Exists(Path.Combine(directory, file.Key)) && File.ReadAllText(Path.Combine(directory, file.Key)) == file.Value))
        {
            return;
        }

        var (fresh, old) = (directory + ".new", directory + ".old");
        Delete(fresh);
        Delete(old);
        Directory.CreateDirectory(fresh);
        foreach (var (name, content) in files)
            File.WriteAllText(Path.Combine(fresh, name), content);
        if (Directory.Exists(directory))
            Directory.Move(directory, old);
        Directory.Move(fresh, directory);
        Delete(old);
    }

    private static void Link(string home, string name)
    {
        var link = Path.Combine(home, name);
        if (new FileInfo(link) is { LinkTarget: null, Exists: false })
            File.CreateSymbolicLink(link, Path.Combine("..", Script));
    }

    /// <summary>An installer that asked git where hooks go (<c>lefthook install</c> in the worktree) has put its own here: they move to where they would be without us.</summary>
    private void GiveBackForeign(string home)
    {
        foreach (var file in new DirectoryInfo(home).GetFiles().Where(static file => file.LinkTarget is null))
        {
            var hooks = Directory.CreateDirectory(Path.Combine(repository.CommonDirectory, "hooks"));
            var to = Path.Combine(hooks.FullName, file.Name);
            File.Move(file.FullName, File.Exists(to) ? to + ".slot" : to, overwrite: true);
        }
    }

    /// <summary>Where the user's hooks are, for the links that are only made where there is one.</summary>
    private async Task<string> OwnAsync(string worktree, string file, CancellationToken cancellation)
    {
        var own = await Settings.GetFromAsync(file, BeforeKey, cancellation).ConfigureAwait(false) ?? await Settings.GetAsync(PathKey, cancellation).ConfigureAwait(false);
        return own is null ? Path.Combine(repository.CommonDirectory, "hooks") : Path.GetFullPath(own, worktree);
    }

    private async Task<string?> TakeAwayAsync(CancellationToken cancellation)
    {
        if (!Directory.Exists(root))
            return null;
        using var held = await FileLock.AcquireAsync(LockFile, cancellation).ConfigureAwait(false);
        foreach (var file in repository.WorktreeConfiguration.Files())
        {
            if (await Settings.GetFromAsync(file, PathKey, cancellation).ConfigureAwait(false) is { } path && IsOurs(path))
                await ReleaseAsync(file, cancellation).ConfigureAwait(false);
        }

        var kept = false;
        if (File.Exists(TurnedOn))
            kept = !await repository.WorktreeConfiguration.TurnOffAsync(await File.ReadAllLinesAsync(TurnedOn, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        foreach (var home in Directory.GetDirectories(root).Where(static home => !Path.GetFileName(home).StartsWith('.')))
            GiveBackForeign(home);
        Delete(root);
        return kept ? "extensions.worktreeConfig stays on: a worktree has other settings of its own now." : null;
    }

    private async Task ReleaseAsync(string file, CancellationToken cancellation)
    {
        var before = await Settings.GetFromAsync(file, BeforeKey, cancellation).ConfigureAwait(false);
        await Settings.SetInAsync(file, PathKey, before, cancellation).ConfigureAwait(false);
        await Settings.SetInAsync(file, BeforeKey, null, cancellation).ConfigureAwait(false);
        if ((await Settings.KeysOfAsync(file, cancellation).ConfigureAwait(false)).Count == 0)
            File.Delete(file);
    }

    private static void Delete(string directory)
    {
        if (Directory.Exists(directory))
            Directory.Delete(directory, recursive: true);
    }

    private static byte[] Read()
    {
        using var stream = typeof(CommitHooks).Assembly.GetManifestResourceStream("commit-lock.sh")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
