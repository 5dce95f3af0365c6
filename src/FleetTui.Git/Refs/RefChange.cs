namespace FleetTui.Git.Refs;

/// <summary>One change of a reference.</summary>
/// <param name="Name">In full: <c>refs/fleet/train/7</c>.</param>
/// <param name="New">The new id; null deletes it.</param>
/// <param name="Old">What it must be now; all zeros: it must not exist; null: whatever it is.</param>
public sealed record RefChange(string Name, string? New, string? Old);
