namespace FleetTui.TerminalHost.Panes;

/// <summary>OSC 7: where a program says it is, as <c>file://HOST/PATH</c> with percent escapes.</summary>
internal static class WorkingDirectoryUri
{
    private const string Scheme = "file://";

    /// <summary>The absolute path, or null when it is none.</summary>
    public static string? PathOf(string uri)
    {
        if (!uri.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return uri.StartsWith('/') ? uri : null;
        var slash = uri.IndexOf('/', Scheme.Length);
        return slash < 0 ? null : Uri.UnescapeDataString(uri[slash..]);
    }
}
