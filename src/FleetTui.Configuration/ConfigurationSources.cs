namespace FleetTui.Configuration;

/// <summary>What a configuration is made from. The bytes are null when there is no such file.</summary>
/// <param name="Root">The repository's root, absolute.</param>
/// <param name="Home">The user's home directory, for <c>~/</c>; null when it is not known.</param>
public sealed record ConfigurationSources(string Root, string? Home, byte[]? FleetToml, byte[]? RolesToml);
