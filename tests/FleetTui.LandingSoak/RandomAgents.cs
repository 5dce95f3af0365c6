using System.Globalization;
using FleetTui.Testing;

namespace FleetTui.LandingSoak;

/// <summary>Agents that commit, amend, give up and leave files lying about in their slots, and an outsider who pushes.</summary>
internal sealed class RandomAgents(GitSandbox sandbox, int slots, Random random, FleetModel model, SoakCounts counts)
{
    internal const string Override = "Fleet-Override: agreed";

    internal void Work(int slot, bool held)
    {
        if (held && random.Next(2) == 0)
            Mend(slot);
        for (var n = random.Next(4); n > 0; n--)
            Commit(slot);
        if (random.Next(6) == 0)
            Amend(slot);
        if (random.Next(4) == 0)
            LeaveDirty(slot);
    }

    internal void OutsiderLands()
    {
        var id = model.Next();
        var path = random.Next(4) == 0 ? $"shared/x{random.Next(2)}.txt" : "outside.txt";
        sandbox.OutsiderLands(path, id + "\n", id + " outsider");
        model.Wanted[id] = 0;
    }

    private void Commit(int slot)
    {
        var worktree = sandbox.Slot(slot);
        var (id, name, subject) = (model.Next(), "", "");
        var own = $"s{slot}/f{random.Next(4)}.txt";
        var exists = File.Exists(Path.Combine(worktree, own));
        List<string> paths = [own];
        switch (random.Next(11))
        {
            case 0 when exists:
                name = "rename";
                paths.Add($"s{slot}/r{id}.txt");
                break;
            case 1 when exists:
                name = "delete";
                break;
            case 2 or 3 when exists:
                name = "mode";
                break;
            case 4:
                (name, paths) = ("link", [$"s{slot}/l{id}"]);
                break;
            case 5:
                (name, paths) = ("migration", [string.Create(CultureInfo.InvariantCulture, $"db/202601010000{random.Next(60):00}_{id}.sql")]);
                break;
            case 6:
                (name, paths) = ("shared", [$"shared/x{random.Next(2)}.txt"]);
                break;
            case 7:
                (name, paths, subject) = ("foreign", [$"s{(slot % slots) + 1}/x.txt"], random.Next(3) == 0 ? "" : "\n\n" + Override);
                break;
            case 8:
                (name, paths) = ("lines", ["shared/long.txt"]);
                break;
            case 9 when random.Next(3) == 0:
                (name, paths) = ("empty", []);
                break;
            default:
                name = "edit";
                break;
        }

        if (paths.Count > 0 && sandbox.Git(worktree, ["status", "--porcelain", "--", .. paths]).Length > 0)
            return;
        Change(worktree, name, id, paths);
        sandbox.Git(worktree, ["commit", "-q", "--no-verify", "--allow-empty", "--only", "-m", $"{id} s{slot} {name}{subject}", "--", .. paths]);
        model.Wanted[id] = slot;
        counts.Commits++;
    }

    private void Change(string worktree, string name, string id, List<string> paths)
    {
        var full = paths.Count > 0 ? Path.Combine(worktree, paths[0]) : "";
        switch (name)
        {
            case "rename":
                sandbox.Git(worktree, "mv", paths[0], paths[1]);
                return;
            case "delete":
                sandbox.Git(worktree, "rm", "-q", paths[0]);
                return;
            case "empty":
                return;
            case "mode":
                File.SetUnixFileMode(full, File.GetUnixFileMode(full) ^ (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute));
                break;
            case "link":
                Directory.CreateDirectory(Path.GetDirectoryName(full)!);
                File.CreateSymbolicLink(full, id);
                break;
            case "lines":
                var lines = File.ReadAllLines(full);
                lines[random.Next(lines.Length)] = id;
                File.WriteAllLines(full, lines);
                break;
            default:
                sandbox.Write(worktree, paths[0], id + "\n");
                break;
        }

        sandbox.Git(worktree, "add", "--", paths[0]);
    }

    private void Amend(int slot)
    {
        var worktree = sandbox.Slot(slot);
        var message = sandbox.Git(worktree, "log", "-1", "--format=%B");
        var id = message.Split(' ')[0];
        if (model.Wanted.GetValueOrDefault(id) != slot)
            return;
        var next = model.Next();
        var onMain = sandbox.Subjects().Any(subject => subject.StartsWith(id + " ", StringComparison.Ordinal));
        sandbox.Write(worktree, $"s{slot}/a{next}.txt", next + "\n");
        sandbox.Git(worktree, "add", "--", $"s{slot}/a{next}.txt");
        sandbox.Git(worktree, "commit", "-q", "--no-verify", "--amend", "--only", "-m", next + message[id.Length..], "--", $"s{slot}/a{next}.txt");
        if (!onMain)
            model.Replace(id);
        model.Wanted[next] = slot;
    }

    /// <summary>What a held slot's agent does: rebase, or begin anew without its commits. Not with files lying about: git refuses.</summary>
    private void Mend(int slot)
    {
        var worktree = sandbox.Slot(slot);
        if (sandbox.Git(worktree, "status", "--porcelain", "--untracked-files=no").Length > 0 || sandbox.TryGit(worktree, "fetch", "-q", "origin").Code != 0)
            return;
        if (random.Next(2) == 0)
        {
            if (sandbox.TryGit(worktree, "rebase", "-q", "-X", "theirs", "origin/main").Code == 0)
                return;
            sandbox.TryGit(worktree, "rebase", "--abort");
        }

        var given = sandbox.Git(worktree, "log", "--format=%s", "origin/main..HEAD").Split('\n').Select(static subject => subject.Split(' ')[0]).ToList();
        if (sandbox.TryGit(worktree, "reset", "-q", "--keep", "origin/main").Code != 0)
            return;
        var main = sandbox.Subjects().Select(static subject => subject.Split(' ')[0]).ToHashSet();
        foreach (var id in given.Where(id => !main.Contains(id)))
            model.Replace(id);
    }

    private void LeaveDirty(int slot)
    {
        var worktree = sandbox.Slot(slot);
        var path = random.Next(3) switch { 0 => "shared/long.txt", 1 => $"s{random.Next(1, slots + 1)}/f{random.Next(4)}.txt", _ => $"s{slot}/f{random.Next(4)}.txt" };
        if (random.Next(3) == 0)
        {
            // Put away again: else all slots are dirty in the end.
            sandbox.TryGit(worktree, "stash", "-q", "--include-untracked");
            return;
        }

        sandbox.Write(worktree, path, $"dirty {random.Next()}\n");
        if (random.Next(4) == 0)
            sandbox.Git(worktree, "add", "--", path);
    }
}
