using System.Globalization;
using FleetTui.Terminal;

namespace FleetTui.TerminalHost.Upgrading;

/// <summary>
/// The versions of what a host hands over to its successor: the form of the hand-over itself, and that of the screens in it.
/// Change <see cref="Version"/> with anything that <see cref="HandOverCodec"/> or a codec it uses writes.
/// </summary>
internal static class HandOverFormat
{
    internal const int Version = 1;

    /// <summary>As a host asks for it: FORM.SCREENS.</summary>
    public static string Name { get; } = string.Create(CultureInfo.InvariantCulture, $"{Version}.{VirtualTerminal.SnapshotVersion}");

    /// <summary>Why this program cannot go on with what a host of those versions hands over; null when it can. Without the second number screens do not matter.</summary>
    public static string? Objection(string versions)
    {
        var parts = versions.Split('.');
        if (parts.Length is not (1 or 2) || !parts.All(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
            return $"'{versions}' is no version of a hand-over, such as {Name}";
        if (parts[0] != Version.ToString(CultureInfo.InvariantCulture)) return $"it reads hand-overs of version {Version}, not {parts[0]}";
        return parts.Length == 2 && parts[1] != VirtualTerminal.SnapshotVersion.ToString(CultureInfo.InvariantCulture)
            ? $"it reads screens of version {VirtualTerminal.SnapshotVersion}, not {parts[1]}; 'fleet host upgrade --lose-screens' keeps every program and lets it draw anew"
            : null;
    }
}
