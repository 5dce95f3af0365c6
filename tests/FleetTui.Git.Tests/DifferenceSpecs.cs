using System.Security.Cryptography;
using System.Text;
using FleetTui.Git.Differences;
using FleetTui.Git.Worktrees;
using FleetTui.Testing;

namespace FleetTui.Git.Tests;

public sealed class DifferenceSpecs
{
    private const string Text = "one\ntwo\nthree\nfour\nfive\nsix\nseven\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_kind_of_change_is_told_with_its_text()
    {
        using var sandbox = new GitSandbox(slots: 1, new Dictionary<string, string>
        {
            ["kept.txt"] = Text, ["gone.txt"] = "1\n", ["old name.txt"] = Text + "tail\n", ["run.sh"] = "#!/bin/sh\n", ["becomes link"] = "content\n", ["picture.png"] = "\0\x01",
        });
        var slot = sandbox.Slot(1);
        sandbox.Write(slot, "kept.txt", Text.Replace("four", "4", StringComparison.Ordinal));
        sandbox.Git(slot, "rm", "-q", "gone.txt");
        sandbox.Git(slot, "mv", "old name.txt", "new\tname\n.txt");
        File.SetUnixFileMode(Path.Combine(slot, "run.sh"), (UnixFileMode)Convert.ToInt32("755", 8));
        File.Delete(Path.Combine(slot, "becomes link"));
        File.CreateSymbolicLink(Path.Combine(slot, "becomes link"), "kept.txt");
        sandbox.Write(slot, "picture.png", "\0\x02");
        sandbox.Write(slot, "new/ü.txt", "a\nb");
        sandbox.CommitAll(slot, "All of it");
        var repository = await sandbox.OpenAsync();

        var read = await repository.Differences.CommittedAsync(sandbox.Main, sandbox.Git(slot, "rev-parse", "HEAD").Trim(), DifferenceLimits.Overview, [], Cancellation);

        var files = read.Files.ToDictionary(file => file.Path);
        Assert.Equal((7, 7), (read.Count, files.Count));
        Assert.Equal(('M', 1, 1), (files["kept.txt"].Status, files["kept.txt"].Added, files["kept.txt"].Deleted));
        Assert.Equal([" one", " two", " three", "-four", "+4", " five", " six", " seven"], files["kept.txt"].Hunks.Single().Lines);
        Assert.Equal((1, 7, 1, 7), (files["kept.txt"].Hunks[0].OldStart, files["kept.txt"].Hunks[0].OldLines, files["kept.txt"].Hunks[0].NewStart, files["kept.txt"].Hunks[0].NewLines));
        Assert.Equal(('D', 1), (files["gone.txt"].Status, files["gone.txt"].Deleted));
        Assert.Equal(('R', "old name.txt", 0), (files["new\tname\n.txt"].Status, files["new\tname\n.txt"].OldPath, files["new\tname\n.txt"].Hunks.Count));
        Assert.Equal(("100644", "100755", 0), (files["run.sh"].OldMode, files["run.sh"].NewMode, files["run.sh"].Hunks.Count));
        Assert.Equal(('T', true, 1, 1), (files["becomes link"].Status, files["becomes link"].IsLink, files["becomes link"].Added, files["becomes link"].Deleted));
        Assert.True(files["picture.png"].IsBinary);
        Assert.Equal(('A', 2), (files["new/ü.txt"].Status, files["new/ü.txt"].Added));
        Assert.Equal(["+a", "+b", @"\ No newline at end of file"], files["new/ü.txt"].Hunks.Single().Lines);
    }

    [Fact]
    public async Task Lines_that_look_like_a_patch_are_text()
    {
        const string Tricky = "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-x\nBinary files a and b differ\n";
        using var sandbox = new GitSandbox(slots: 1, new Dictionary<string, string> { ["a.txt"] = "first\n", ["z.txt"] = Text });
        var slot = sandbox.Slot(1);
        sandbox.Write(slot, "a.txt", Tricky);
        sandbox.Write(slot, "z.txt", Text + Tricky);
        var repository = await sandbox.OpenAsync();

        var read = await repository.Differences.DirtyAsync(slot, DifferenceLimits.Overview, [], Cancellation);

        Assert.Equal(["a.txt", "z.txt"], read.Files.Select(file => file.Path));
        Assert.All(read.Files, file => Assert.Equal((6, false), (file.Added, file.IsBinary)));
        Assert.Equal(Tricky.TrimEnd('\n').Split('\n').Select(line => "+" + line), read.Files[1].Hunks.Single().Lines.Where(line => line[0] == '+'));
    }

    [Fact]
    public async Task The_worktrees_index_stays_byte_for_byte_and_a_touched_file_is_no_change()
    {
        using var sandbox = new GitSandbox(slots: 1, new Dictionary<string, string> { ["touched.txt"] = Text, ["changed.txt"] = Text });
        var slot = sandbox.Slot(1);
        File.SetLastWriteTimeUtc(Path.Combine(slot, "touched.txt"), new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        sandbox.Write(slot, "changed.txt", "other\n");
        var index = Path.Combine(WorktreeGitDirectory.Of(slot)!, "index");
        var before = (Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(index, Cancellation))), File.GetLastWriteTimeUtc(index));
        var repository = await sandbox.OpenAsync();

        var dirty = await repository.Differences.DirtyAsync(slot, DifferenceLimits.Overview, [], Cancellation);
        await repository.Differences.UntrackedAsync(slot, DifferenceLimits.Overview, [], Cancellation);

        Assert.Equal(("changed.txt", 1), (Assert.Single(dirty.Files).Path, dirty.Count));
        Assert.Equal(before, (Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(index, Cancellation))), File.GetLastWriteTimeUtc(index)));
    }

    [Fact]
    public async Task The_users_own_settings_change_nothing()
    {
        using var sandbox = new GitSandbox(slots: 1, new Dictionary<string, string> { ["sub/a.txt"] = Text });
        var slot = sandbox.Slot(1);
        foreach (var (key, value) in new[] { ("diff.orderFile", "nowhere"), ("color.ui", "always"), ("diff.noprefix", "true"), ("diff.mnemonicPrefix", "true"), ("diff.external", "false"), ("diff.context", "0"), ("diff.renames", "false"), ("core.quotePath", "false"), ("diff.wordRegex", "."), ("diff.submodule", "log"), ("diff.relative", "true"), ("diff.suppressBlankEmpty", "true"), ("core.pager", "false") })
        {
            sandbox.Git(slot, "config", key, value);
        }

        sandbox.Write(slot, "sub/a.txt", Text.Replace("six", "6", StringComparison.Ordinal));
        var repository = await sandbox.OpenAsync();

        var file = Assert.Single((await repository.Differences.DirtyAsync(slot, DifferenceLimits.Overview, [], Cancellation)).Files);

        Assert.Equal([" three", " four", " five", "-six", "+6", " seven"], file.Hunks.Single().Lines);
    }

    [Fact]
    public async Task What_is_too_long_is_cut_but_counted_and_one_file_can_be_read_whole()
    {
        using var sandbox = new GitSandbox(slots: 1, new Dictionary<string, string> { ["a.txt"] = "", ["b.txt"] = "", ["large.txt"] = "" });
        var slot = sandbox.Slot(1);
        sandbox.Write(slot, "a.txt", string.Concat(Enumerable.Range(1, 5000).Select(i => $"line {i}\n")));
        sandbox.Write(slot, "b.txt", new string('x', 9000) + "\n");
        sandbox.Write(slot, "large.txt", new string('y', 3 << 20));
        var repository = await sandbox.OpenAsync();

        var read = await repository.Differences.DirtyAsync(slot, DifferenceLimits.Overview, [], Cancellation);
        var whole = await repository.Differences.DirtyAsync(slot, DifferenceLimits.OneFile, ["a.txt"], Cancellation);

        Assert.Equal((true, 5000, 2000), (read.Files[0].IsCut, read.Files[0].Added, read.Files[0].Hunks.Single().Lines.Count));
        Assert.Equal(2001, read.Files[1].Hunks.Single().Lines.Single(line => line[0] == '+').Length);
        Assert.True(read.Files[2].IsBinary);
        Assert.Equal((false, 5000), (Assert.Single(whole.Files).IsCut, whole.Files[0].Hunks.Single().Lines.Count));
    }

    [Fact]
    public async Task Untracked_files_are_additions_links_are_not_followed_and_repositories_not_entered()
    {
        using var sandbox = new GitSandbox(slots: 1, new Dictionary<string, string> { [".gitignore"] = "*.log\n" });
        var slot = sandbox.Slot(1);
        sandbox.Write(slot, "deep/new.txt", "a\r\nb\r\n");
        sandbox.Write(slot, "ignored.log", "x");
        sandbox.Write(slot, "data.bin", "a\0b");
        sandbox.Write(slot, "empty", "");
        File.CreateSymbolicLink(Path.Combine(slot, "link"), "/etc/passwd");
        sandbox.Git(slot, "init", "-q", "nested");
        sandbox.Git(Path.Combine(slot, "nested"), "config", "user.email", "n@example.invalid");
        sandbox.Git(Path.Combine(slot, "nested"), "config", "user.name", "N");
        sandbox.Commit(Path.Combine(slot, "nested"), "n.txt", "n", "n");
        var repository = await sandbox.OpenAsync();

        var read = await repository.Differences.UntrackedAsync(slot, DifferenceLimits.Overview, [], Cancellation);

        var files = read.Files.ToDictionary(file => file.Path);
        Assert.Equal(["data.bin", "deep/new.txt", "empty", "link", "nested/"], files.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["+a\r", "+b\r"], files["deep/new.txt"].Hunks.Single().Lines);
        Assert.True(files["data.bin"].IsBinary);
        Assert.Empty(files["empty"].Hunks);
        Assert.Equal(["+/etc/passwd", @"\ No newline at end of file"], files["link"].Hunks.Single().Lines);
        Assert.True(files["nested/"].IsSubmodule);
    }

    [Fact]
    public async Task A_name_that_is_not_UTF_8_is_shown_by_its_bytes()
    {
        using var sandbox = new GitSandbox(slots: 1);
        var slot = sandbox.Slot(1);
        sandbox.Git(slot, "config", "core.precomposeUnicode", "false");
        var blob = sandbox.Git(slot, "hash-object", "-w", "--stdin").Trim();
        var tree = TreeOf(sandbox, slot, blob);
        var commit = sandbox.Git(slot, "commit-tree", "-p", "HEAD", "-m", "odd", tree).Trim();
        var repository = await sandbox.OpenAsync();

        var file = Assert.Single((await repository.Differences.CommittedAsync("refs/remotes/origin/main", commit, DifferenceLimits.Overview, [], Cancellation)).Files, one => one.Status == 'A');

        Assert.Equal((@"caf\xe9", "caf\uFFFD"), (file.ShownPath, file.Path));
    }

    [Fact]
    public async Task Unmerged_files_are_told_as_such()
    {
        using var sandbox = new GitSandbox(slots: 1, new Dictionary<string, string> { ["a.txt"] = Text, ["b.txt"] = Text });
        var slot = sandbox.Slot(1);
        sandbox.Git(slot, "checkout", "-q", "-b", "side");
        sandbox.Commit(slot, "a.txt", "side\n", "side");
        sandbox.Git(slot, "checkout", "-q", GitSandbox.Branch(1));
        sandbox.Commit(slot, "a.txt", "own\n", "own");
        sandbox.TryGit(slot, "merge", "side");
        sandbox.Write(slot, "b.txt", "changed\n");
        var repository = await sandbox.OpenAsync();

        var read = await repository.Differences.DirtyAsync(slot, DifferenceLimits.Overview, [], Cancellation);

        Assert.Equal([('U', "a.txt"), ('M', "b.txt")], read.Files.Select(file => (file.Status, file.Path)));
        Assert.Contains(read.Files[0].Hunks.Single().Lines, line => line.StartsWith("+<<<<<<<", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("\"tab\\there\"", "tab\there")]
    [InlineData("\"\\303\\274\\\"\\\\\\n\"", "ü\"\\\n")]
    public void Quoted_paths_are_read(string written, string path) => Assert.Equal(path, Encoding.UTF8.GetString(QuotedPath.Bytes(written)));

    /// <summary>A tree with a name in Latin-1, which no .NET string can hand to git.</summary>
    private static string TreeOf(GitSandbox sandbox, string slot, string blob)
    {
        var list = Path.Combine(sandbox.Path, "tree");
        File.WriteAllBytes(list, [.. Encoding.ASCII.GetBytes($"100644 blob {blob}\tcaf"), 0xE9, 0]);
        var script = Path.Combine(sandbox.Path, "mktree.sh");
        File.WriteAllText(script, $"git ls-tree -z HEAD | cat - '{list}' | git mktree -z\n");
        sandbox.Git(slot, "config", "alias.odd", $"!sh {script}");
        return sandbox.Git(slot, "odd").Trim();
    }
}
