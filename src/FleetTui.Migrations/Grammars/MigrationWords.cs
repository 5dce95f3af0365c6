using System.Globalization;
using System.Text;

namespace FleetTui.Migrations.Grammars;

/// <summary>A migration's name as files spell it.</summary>
internal static class MigrationWords
{
    /// <summary><c>Add users, twice</c> → <c>add_users_twice</c>.</summary>
    public static string Snake(string name) => string.Join('_', Words(name).Select(word => word.ToLowerInvariant()));

    /// <summary><c>add users</c> → <c>AddUsers</c>.</summary>
    public static string Pascal(string name) => string.Concat(Words(name).Select(word => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..]));

    private static List<string> Words(string name)
    {
        var text = new StringBuilder(name);
        for (var at = 0; at < text.Length; at++)
            if (!char.IsAsciiLetterOrDigit(text[at])) text[at] = ' ';
        var words = text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        return words.Count > 0 ? words : ["migration"];
    }
}
