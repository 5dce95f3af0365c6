using System.Runtime.InteropServices;

namespace FleetTui.Cli.Connecting;

/// <summary>Who runs this process.</summary>
internal static partial class UserIdentity
{
    /// <summary>geteuid(2).</summary>
    [LibraryImport("libc", EntryPoint = "geteuid")]
    public static partial uint EffectiveId();
}
