namespace FleetTui.Configuration.Schema.Shapes;

/// <summary>A directory of the user's, or empty. <c>~/</c> is left as it is here.</summary>
internal static class AbsolutePathShape
{
    public static TextShape Instance { get; } = new(
        "an absolute path, one that begins with ~/, or empty",
        text => text.Any(char.IsControl) ? null : text.Length == 0 || text[0] == '/' || text.StartsWith("~/", StringComparison.Ordinal) ? text : null);
}
