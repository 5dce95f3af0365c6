using FsCheck;
using FsCheck.Fluent;

namespace FleetTui.Roles.Tests.Globs;

/// <summary>Patterns and paths over a few letters, so that they meet often.</summary>
internal static class Globs
{
    private static readonly string[] Atoms =
        ["a", "b", "ab", "A", ".", "é", "*", "**", "***", "?", "[ab]", "[!a]", "[^b]", "[a-c]", "[]a]", "[a-]", "[[:alpha:]]", "[[:upper:]b]", "[", "[a", "\\a", "\\*", "\\[", "\\", " ", "\\ ", "/", "/", "/", "/**/", "**/", "/**"];

    private static readonly string[] Letters = ["a", "b", "c", "A", "ab", "ba", "é", "*", "[", " ", "-", "]", "."];

    public static Gen<string> Pattern { get; } =
        from prefix in Gen.Elements("", "", "", "", "!", "/", "!/", "#", "\\!", "\\#")
        from count in Gen.Choose(1, 6)
        from atoms in Gen.Elements(Atoms).ListOf(count)
        select prefix + string.Concat(atoms);

    public static Gen<IList<string>> Patterns { get; } = Gen.Choose(1, 5).SelectMany(count => Pattern.ListOf(count)).Select(IList<string> (list) => [.. list]);

    public static Gen<string> Path { get; } =
        from depth in Gen.Choose(1, 4)
        from components in Gen.Choose(1, 3).SelectMany(count => Gen.Elements(Letters).ListOf(count)).Select(string.Concat).Where(name => name is not ("." or "..")).ListOf(depth)
        select string.Join('/', components);

    public static Gen<IList<string>> Paths { get; } = Path.ListOf(60).Select(IList<string> (list) => [.. list.Distinct()]);
}
