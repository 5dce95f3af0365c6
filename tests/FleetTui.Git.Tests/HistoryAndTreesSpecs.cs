using System.Text;
using FleetTui.Git.Building;
using FleetTui.Git.Refs;
using FleetTui.Git.Trees;
using FleetTui.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace FleetTui.Git.Tests;

public sealed class HistoryAndTreesSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commits_come_parents_first_with_everything_people_wrote()
    {
        using var sandbox = new GitSandbox(slots: 1);
        var slot = sandbox.Slot(1);
        sandbox.Git(slot, "commit", "-q", "--allow-empty", "--date=100000000 +0000", "-m", "Old clock");
        sandbox.Write(slot, "a.txt", "x");
        sandbox.Git(slot, "add", "-A");
        sandbox.Git(slot, "-c", "user.name=Zoë \"Q\" Ø", "commit", "-q", "--date=1999999999 -0330", "-m", "Süß\n\nBody\nmore.\n\nFleet-Override: because\nReviewed-by: A <a@b.c>");
        var repository = await sandbox.OpenAsync();

        var commits = await repository.Commits.ListAsync([GitSandbox.Branch(1)], ["refs/remotes/origin/main"], Cancellation);

        Assert.Equal(["Old clock", "Süß"], commits.Select(c => c.Subject));
        Assert.Equal(commits[0].Id, Assert.Single(commits[1].Parents));
        Assert.Equal("Zoë \"Q\" Ø", commits[1].Author.Name);
        Assert.Equal(new DateTimeOffset(2033, 5, 18, 0, 3, 19, TimeSpan.FromMinutes(-210)), commits[1].Author.At);
        Assert.Equal("because", commits[1].Trailer("fleet-override"));
        Assert.Equal("Süß\n\nBody\nmore.\n\nFleet-Override: because\nReviewed-by: A <a@b.c>\n", commits[1].Message);
    }

    [Fact]
    public async Task The_same_change_has_the_same_patch_id_on_another_base()
    {
        using var sandbox = new GitSandbox(slots: 1);
        var mine = sandbox.Commit(sandbox.Slot(1), "a.txt", "x\n", "mine");
        sandbox.OutsiderLands("other.txt", "y\n");
        var theirs = sandbox.OutsiderLands("a.txt", "x\n", "theirs");
        sandbox.Git(sandbox.Hub, "fetch", "-q", "origin");
        var repository = await sandbox.OpenAsync();

        var ids = await repository.Commits.PatchIdsAsync([mine, theirs], Cancellation);

        Assert.Equal(ids[mine], ids[theirs]);
    }

    [Fact]
    public async Task Changes_and_entries_of_odd_paths_come_back_exactly()
    {
        string[] odd = ["-dash", "with space/ü ñ.txt", "quo\"te\\back", "tab\there", "*/star?[x]", "line\nfeed"];
        using var sandbox = new GitSandbox(slots: 1);
        foreach (var path in odd)
            sandbox.Write(sandbox.Slot(1), path, path);
        var commit = sandbox.CommitAll(sandbox.Slot(1), "odd");
        var repository = await sandbox.OpenAsync();

        var changes = (await repository.Trees.ChangesAsync([commit], Cancellation))[commit];
        var entries = await repository.Trees.EntriesAsync(commit, [.. odd, "no/such"], Cancellation);
        var sizes = await repository.Trees.ListAsync(commit, ["-dash"], Cancellation);

        Assert.Equal(odd.Order(StringComparer.Ordinal), changes.Select(c => c.Path).Order(StringComparer.Ordinal));
        Assert.All(changes, c => Assert.Equal(("000000", repository.ZeroId, 'A'), (c.OldMode, c.OldId, c.Status)));
        Assert.Equal(changes.Select(c => (c.Path, c.NewId)).Order(), entries.Where(e => e.Type == "blob").Select(e => (e.Path, e.Id)).Order());
        Assert.Equal(5, Assert.Single(sizes).Size);
    }

    [Fact]
    public async Task Commits_made_from_tree_entries_equal_those_made_by_hand()
    {
        string[] odd = ["-dash", "with space/ü ñ.txt", "quo\"te\\back", "tab\there", "*/star?[x]"];
        using var sandbox = new GitSandbox(slots: 1, new Dictionary<string, string> { ["becomes"] = "a file\n" });
        File.Delete(Path.Combine(sandbox.Slot(1), "becomes"));
        foreach (var path in odd.Append("becomes/a directory"))
            sandbox.Write(sandbox.Slot(1), path, path);
        var commit = sandbox.CommitAll(sandbox.Slot(1), "odd\n\nwithout an end");
        var repository = await sandbox.OpenAsync();
        var source = CommitObject.Parse((await repository.Objects.ContentsAsync([commit], Cancellation))[0]!.Value);
        var changes = (await repository.Trees.ChangesAsync([commit], Cancellation))[commit];

        var made = await repository.FastImport.RunAsync(
            "refs/fleet/test", sandbox.Main, [new ImportedCommit(source.Author, source.Committer, source.Encoding, source.Message, changes)], Cancellation);

        Assert.Equal([commit], made);
        Assert.Equal(commit, await repository.Refs.ResolveAsync("refs/fleet/test", Cancellation));
    }

    [Fact]
    public async Task A_replay_merges_or_names_the_paths_in_conflict()
    {
        using var sandbox = new GitSandbox(slots: 1, new Dictionary<string, string> { ["x y.txt"] = "old\n", ["ok.txt"] = "1\n2\n3\n4\n5\n6\n7\n8\n9\n" });
        var slot = sandbox.Slot(1);
        var clean = sandbox.Commit(slot, "ok.txt", "1\n2\n3\n4\n5\n6\n7\n8\nnine\n", "clean");
        var conflicting = sandbox.Commit(slot, "x y.txt", "mine\n", "conflicting");
        sandbox.OutsiderLands("ok.txt", "one\n2\n3\n4\n5\n6\n7\n8\n9\n");
        sandbox.OutsiderLands("x y.txt", "theirs\n");
        sandbox.Git(sandbox.Hub, "fetch", "-q", "origin");
        var repository = await sandbox.OpenAsync();

        var merged = Assert.IsType<MergeResult.Merged>(await repository.Merging.ReplayAsync(sandbox.Main, clean, clean + "^", Cancellation));
        var conflict = Assert.IsType<MergeResult.Conflict>(await repository.Merging.ReplayAsync(sandbox.Main, conflicting, clean, Cancellation));

        Assert.Equal("one\n2\n3\n4\n5\n6\n7\n8\nnine", sandbox.Git(sandbox.Hub, "show", merged.Tree + ":ok.txt"));
        Assert.Equal(["x y.txt"], conflict.Paths);
        Assert.Contains("CONFLICT (content)", Assert.Single(conflict.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Objects_are_read_many_at_once_and_missing_ones_are_said_so()
    {
        using var sandbox = new GitSandbox(files: new Dictionary<string, string> { ["a b"] = "x\n\ny" });
        var repository = await sandbox.OpenAsync();

        var contents = await repository.Objects.ContentsAsync(["HEAD:a b", "HEAD:none", "HEAD:README.md"], Cancellation);
        var headers = await repository.Objects.HeadersAsync(["HEAD", "HEAD:none", "HEAD:a b"], Cancellation);

        Assert.Equal(["x\n\ny", null, "# sandbox\n"], contents.Select(c => c is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null));
        Assert.Equal(["commit", null, "blob"], headers.Select(h => h?.Type));
    }

    [Fact]
    public async Task References_change_all_together_or_not_at_all()
    {
        using var sandbox = new GitSandbox();
        var repository = await sandbox.OpenAsync();
        var main = sandbox.Main;

        Assert.True(await repository.Refs.TryChangeAsync([new RefChange("refs/fleet/a", main, repository.ZeroId)], Cancellation));
        Assert.False(await repository.Refs.TryChangeAsync([new RefChange("refs/fleet/b", main, null), new RefChange("refs/fleet/a", main, repository.ZeroId)], Cancellation));
        Assert.Equal(["refs/fleet/a"], (await repository.Refs.ListAsync(["refs/fleet/"], Cancellation)).Keys);
        Assert.True(await repository.Refs.TryChangeAsync([new RefChange("refs/fleet/a", null, main)], Cancellation));
        Assert.Empty(await repository.Refs.ListAsync(["refs/fleet/"], Cancellation));
    }

    [Fact]
    public void A_commit_object_written_again_unchanged_is_the_same_bytes_without_its_signature()
    {
        const string Signed = "tree 1\nparent 2\nauthor A <a> 1 +0000\ncommitter B <b> 2 +0000\ngpgsig -----BEGIN\n line\n \n -----END\nencoding latin1\nx-custom keep me\n\nsubject\n\nbody";
        var commit = CommitObject.Parse(Encoding.UTF8.GetBytes(Signed));

        var again = Encoding.UTF8.GetString(commit.Rewritten("9", "8", "C <c> 3 +0000"u8.ToArray()).Span);

        Assert.Equal("tree 9\nparent 8\nauthor A <a> 1 +0000\ncommitter C <c> 3 +0000\nencoding latin1\nx-custom keep me\n\nsubject\n\nbody", again);
        Assert.False(commit.IsPlain);
        Assert.Equal("latin1", commit.Encoding);
    }

    [Fact]
    public void Any_changes_written_raw_are_read_back() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyString[]>(), paths =>
        {
            var clean = paths.Select(p => p.Get.Replace("\0", "", StringComparison.Ordinal)).Where(p => p.Length > 0).ToList();
            var text = string.Concat(clean.Select(p => $":100644 100755 {new string('a', 40)} {new string('b', 40)} M\0{p}\0"));
            var read = RawDifferenceParser.Parse(text);
            return clean.Count == 0 ? read.Count == 0 : read[""].Select(c => c.Path).SequenceEqual(clean);
        }).QuickCheckThrowOnFailure();
}
