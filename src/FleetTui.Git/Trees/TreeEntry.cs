namespace FleetTui.Git.Trees;

/// <summary>One entry of a tree.</summary>
/// <param name="Mode">Octal.</param>
/// <param name="Type">blob, tree or commit (a submodule).</param>
/// <param name="Size">Bytes; null for what is not a blob, or when sizes were not asked for.</param>
/// <param name="Path">From the root.</param>
public sealed record TreeEntry(string Mode, string Type, string Id, long? Size, string Path);
