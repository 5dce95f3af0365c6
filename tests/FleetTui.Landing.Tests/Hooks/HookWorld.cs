using FleetTui.Landing.Hooks;
using FleetTui.Landing.Tests.Gates;
using FleetTui.Roles;
using FleetTui.Testing;

namespace FleetTui.Landing.Tests.Hooks;

/// <summary>The gates' world (s1 blog, s2 docs, s3 free) with the commit lock in its worktrees.</summary>
internal sealed class HookWorld : IDisposable
{
    private readonly GateWorld world = new(files: new Dictionary<string, string> { ["blog/a.md"] = "a\n", ["docs/a.md"] = "a\n", ["shared.md"] = "s\n" });

    internal GateWorld Gates => world;

    internal GitSandbox Sandbox => world.Sandbox;

    internal string State => Path.Combine(Sandbox.Hub, ".git", "fleet");

    internal RoleBook Book => RoleBook.Of(world.Configuration);

    internal string Slot(int number) => Sandbox.Slot(number);

    internal async Task<CommitHooks> HooksAsync() => new(await LandingWorld.OpenAsync(Slot(3)), State);

    internal async Task<CommitHooks> InstallAsync()
    {
        var hooks = await HooksAsync();
        await hooks.ApplyAsync(world.Slots, Book, wanted: true, LandingWorld.Cancellation);
        return hooks;
    }

    /// <summary>Writes and stages one file, and commits it with these arguments. The error is what the agent reads.</summary>
    internal (int Code, string Error) Commit(int slot, string path, params string[] arguments)
    {
        Sandbox.Write(Slot(slot), path, Guid.NewGuid() + "\n");
        return CommitAll(slot, arguments);
    }

    internal (int Code, string Error) CommitAll(int slot, params string[] arguments)
    {
        Sandbox.Git(Slot(slot), "add", "-A");
        var (code, _, error) = Sandbox.TryGit(Slot(slot), ["commit", "-q", .. arguments.Length > 0 ? arguments : ["-m", "change"]]);
        return (code, error);
    }

    /// <summary>A hook that notes its name, arguments and standard input in <c>noted</c> beside the repositories.</summary>
    internal string Noting(string more = "") => $"{{ echo \"$(basename \"$0\") $*\"; [ \"$(basename \"$0\")\" != pre-push ] || cat; }} >> '{Noted}'; {more}";

    internal string Noted => Path.Combine(Sandbox.Path, "noted");

    public void Dispose() => world.Dispose();
}
