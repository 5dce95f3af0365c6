using System.Globalization;
using System.Text;

namespace FleetTui.Terminal.Tests.Screens;

/// <summary>
/// Every sequence of Unicode's own lists takes the columns it should and stays one cluster in one cell. The lists are those of Debian's package unicode-data,
/// from which the tables are generated; the counts are told in docs/terminal.md.
/// </summary>
public sealed class WidthSpecs
{
    private const string Folder = "/usr/share/unicode";

    [Fact]
    public void Fully_qualified_emoji_are_wide() => Assert.Equal(3655, Right(Emoji("fully-qualified"), 2));

    [Fact]
    public void Minimally_qualified_emoji_are_wide() => Assert.Equal(827, Right(Emoji("minimally-qualified"), 2));

    [Fact]
    public void Joined_emoji_are_one_wide_cluster() => Assert.Equal(1350, Right(Sequences("emoji/emoji-zwj-sequences.txt", _ => true), 2));

    [Theory]
    [InlineData("RGI_Emoji_Modifier_Sequence", 655)]
    [InlineData("RGI_Emoji_Flag_Sequence", 258)]
    [InlineData("RGI_Emoji_Tag_Sequence", 3)]
    [InlineData("Emoji_Keycap_Sequence", 12)]
    public void Skin_tones_flags_and_keycaps_are_one_wide_cluster(string kind, int count) =>
        Assert.Equal(count, Right(Sequences("emoji/emoji-sequences.txt", fields => fields[1] == kind), 2));

    [Theory]
    [InlineData("emoji style", 2)]
    [InlineData("text style", 1)]
    public void A_variation_selector_chooses_the_width(string style, int width) =>
        Assert.Equal(354, Right(Sequences("emoji/emoji-variation-sequences.txt", fields => fields[1] == style), width));

    [Fact]
    public void Combining_marks_take_no_column() => Assert.Equal(1998, Right(Marks("Mn", "Me").Select(mark => "a" + mark), 1));

    [Fact]
    public void Spacing_marks_take_one_column_beside_their_base() =>
        Assert.Equal(448, Right(Marks("Mc").Where(mark => !"\u302e\u302f".Contains(mark, StringComparison.Ordinal)).Select(mark => "a" + mark), 2, whole: false));

    [Fact]
    public void Wide_and_fullwidth_characters_take_two_columns()
    {
        var wide = Lines("EastAsianWidth.txt").Where(fields => fields[1] is "W" or "F").SelectMany(fields => Range(fields[0])).Except(Marks("Mn", "Mc")).ToList();
        Assert.Equal(182_505, wide.Count);
        Assert.Equal(wide.Count, Right(wide, 2));
    }

    /// <summary>How many sequences move the cursor by <paramref name="width"/> and, when asked, are the whole text of the first cell.</summary>
    private static int Right(IEnumerable<string> sequences, int width, bool whole = true)
    {
        var right = 0;
        var screen = new Screenful(20, 1);
        foreach (var sequence in sequences)
        {
            screen.Feed("\ec" + sequence);
            if (screen.Terminal.Cursor.X == width && (!whole || screen.Cell(0, 0).Text == sequence))
                right++;
        }

        return right;
    }

    private static IEnumerable<string> Emoji(string status) => Sequences("emoji/emoji-test.txt", fields => fields[1] == status);

    private static IEnumerable<string> Sequences(string file, Func<string[], bool> wanted) =>
        Lines(file).Where(wanted).SelectMany(fields => Range(fields[0]));

    private static List<string> Marks(params string[] categories) =>
        [.. Lines("UnicodeData.txt").Where(fields => categories.Contains(fields[2])).Select(fields => Text(fields[0]))];

    private static IEnumerable<string> Range(string field)
    {
        var ends = field.Split("..");
        if (ends.Length == 1)
            return [Text(field)];
        var (first, last) = (Number(ends[0]), Number(ends[1]));
        return Enumerable.Range(first, last - first + 1).Where(Rune.IsValid).Select(c => new Rune(c).ToString());
    }

    private static string Text(string hex) => string.Concat(hex.Split(' ').Select(h => new Rune(Number(h)).ToString()));

    private static int Number(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Lines(string file)
    {
        Assert.SkipUnless(Directory.Exists(Folder), "Debian's package unicode-data is not installed");
        return File.ReadLines(Path.Combine(Folder, file))
            .Select(line => line.Split('#')[0].Trim())
            .Where(line => line.Length > 0)
            .Select(line => line.Split(';').Select(field => field.Trim()).ToArray());
    }
}
