using FleetTui.Git.Building;
using FleetTui.Git.Differences;
using FleetTui.Git.History;
using FleetTui.Git.Refs;
using FleetTui.Git.Remotes;
using FleetTui.Git.Running;
using FleetTui.Git.Status;
using FleetTui.Git.Trees;
using FleetTui.Git.Worktrees;

namespace FleetTui.Git;

/// <summary>One git repository with its worktrees. Made by <see cref="Discovery.RepositoryDiscovery"/>. Methods that find git failing in an unexpected way throw <see cref="GitException"/>.</summary>
public sealed class Repository
{
    /// <param name="git">Runs in <paramref name="root"/>.</param>
    /// <param name="root">The main worktree's directory; of a bare repository with linked worktrees, the worktree it was found from. Absolute.</param>
    /// <param name="commonDirectory">What all worktrees share (<c>.git</c> of the main one). Absolute.</param>
    /// <param name="version">git's own.</param>
    /// <param name="objectFormat"><c>sha1</c> or <c>sha256</c>.</param>
    public Repository(GitRunner git, string root, string commonDirectory, Version version, string objectFormat)
    {
        Git = git;
        Root = root;
        CommonDirectory = commonDirectory;
        Version = version;
        ZeroId = new string('0', objectFormat == "sha256" ? 64 : 40);
        Worktrees = new WorktreeSet(this);
        Status = new StatusReader(git);
        Refs = new RefStore(git);
        Commits = new CommitLog(git);
        Trees = new TreeReader(git);
        Objects = new ObjectReader(git);
        Remotes = new RemoteSet(git);
        Merging = new TreeMerge(this);
        FastImport = new FastImport(git);
        Configuration = new GitConfiguration(git);
        Differences = new DifferenceReader(git);
        WorktreeConfiguration = new WorktreeConfiguration(this);
    }

    public GitRunner Git { get; }

    public string Root { get; }

    public string CommonDirectory { get; }

    public Version Version { get; }

    /// <summary>The id that stands for "none", in this repository's hash.</summary>
    public string ZeroId { get; }

    public WorktreeSet Worktrees { get; }

    public StatusReader Status { get; }

    public RefStore Refs { get; }

    public CommitLog Commits { get; }

    public TreeReader Trees { get; }

    public ObjectReader Objects { get; }

    public RemoteSet Remotes { get; }

    public TreeMerge Merging { get; }

    public FastImport FastImport { get; }

    public GitConfiguration Configuration { get; }

    public DifferenceReader Differences { get; }

    public WorktreeConfiguration WorktreeConfiguration { get; }
}
