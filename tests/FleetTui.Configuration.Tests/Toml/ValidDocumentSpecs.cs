using System.Text;
using FleetTui.Configuration.Toml;
using FleetTui.Configuration.Toml.Editing;

namespace FleetTui.Configuration.Tests.Toml;

/// <summary>Documents that TOML 1.0.0 allows, and what they mean, written as one inline table.</summary>
public sealed class ValidDocumentSpecs
{
    [Theory]
    [InlineData("", "{}")]
    [InlineData("\n\r\n \t\n", "{}")]
    [InlineData("# comment", "{}")]
    [InlineData("# comment with \ttab and ünïcödé 🚀\n", "{}")]
    [InlineData("a=1#c", "{ a = 1 }")]
    [InlineData("  a = 1  \t# c\r\nb=2\r\n", "{ a = 1, b = 2 }")]
    [InlineData("a = \"# no comment\" # one", "{ a = \"# no comment\" }")]
    public void Blanks_and_comments_mean_nothing(string toml, string meaning) => Means(toml, meaning);

    [Theory]
    [InlineData("bare_key-1 = 1", "{ bare_key-1 = 1 }")]
    [InlineData("1234 = 1", "{ 1234 = 1 }")]
    [InlineData("- = 1\n_ = 2", "{ - = 1, _ = 2 }")]
    [InlineData("true = 1\nfalse = 2\ninf = 3\nnan = 4", "{ true = 1, false = 2, inf = 3, nan = 4 }")]
    [InlineData("\"a b\" = 1\n'c d' = 2", "{ \"a b\" = 1, \"c d\" = 2 }")]
    [InlineData("\"\" = 1", "{ \"\" = 1 }")]
    [InlineData("'' = 1", "{ \"\" = 1 }")]
    [InlineData("\"\\u0061\\n\" = 1", "{ \"a\\n\" = 1 }")]
    [InlineData("'a\\n' = 1", "{ \"a\\\\n\" = 1 }")]
    [InlineData("'a.b' = 1", "{ \"a.b\" = 1 }")]
    [InlineData("\"ʎǝʞ\" = 1", "{ \"ʎǝʞ\" = 1 }")]
    [InlineData("a.b.c = 1", "{ a = { b = { c = 1 } } }")]
    [InlineData("a . b\t.  c = 1", "{ a = { b = { c = 1 } } }")]
    [InlineData("a.\"b.c\".'d' = 1", "{ a = { \"b.c\" = { d = 1 } } }")]
    [InlineData("3.14 = 1", "{ 3 = { 14 = 1 } }")]
    [InlineData("a.x = 1\nb = 2\na.y = 3", "{ a = { x = 1, y = 3 }, b = 2 }")]
    [InlineData("1979-05-27 = 1", "{ 1979-05-27 = 1 }")]
    public void Keys_are_bare_quoted_or_dotted(string toml, string meaning) => Means(toml, meaning);

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"a\\\"b\\\\c\"", "a\"b\\c")]
    [InlineData("\"\\b\\t\\n\\f\\r\"", "\b\t\n\f\r")]
    [InlineData("\"\\u00e9\\U0001F680\\u0000\\uD7FF\\uE000\"", "é🚀\0\uD7FF\uE000")]
    [InlineData("\"tab\there\"", "tab\there")]
    [InlineData("\"'\"", "'")]
    [InlineData("''", "")]
    [InlineData("'C:\\x\\n\"'", "C:\\x\\n\"")]
    [InlineData("'tab\there'", "tab\there")]
    [InlineData("\"\"\"\"\"\"", "")]
    [InlineData("\"\"\"\nx\"\"\"", "x")]
    [InlineData("\"\"\"\r\nx\r\ny\"\"\"", "x\ny")]
    [InlineData("\"\"\"\n\nx\"\"\"", "\nx")]
    [InlineData("\"\"\"a\\\n   b\"\"\"", "ab")]
    [InlineData("\"\"\"a\\ \t\n\n \r\n  b\"\"\"", "ab")]
    [InlineData("\"\"\"\\\n   \"\"\"", "")]
    [InlineData("\"\"\"a \\\n\\\n b\"\"\"", "a b")]
    [InlineData("\"\"\"a\\\\\nb\"\"\"", "a\\\nb")]
    [InlineData("\"\"\"a\"b\"\"c\"\"\"", "a\"b\"\"c")]
    [InlineData("\"\"\"a\"\"\"\"", "a\"")]
    [InlineData("\"\"\"a\"\"\"\"\"", "a\"\"")]
    [InlineData("\"\"\"\"a\"\"\"", "\"a")]
    [InlineData("\"\"\"\"\"a\"\"\"", "\"\"a")]
    [InlineData("\"\"\"a\\\"\"\"\"", "a\"")]
    [InlineData("\"\"\"\\u0041\\\"\\\"\\\"\"\"\"", "A\"\"\"")]
    [InlineData("''''''", "")]
    [InlineData("'''\nx\\n\ny'''", "x\\n\ny")]
    [InlineData("'''\r\nx\\\r\n  y'''", "x\\\n  y")]
    [InlineData("'''a'b''c'''", "a'b''c")]
    [InlineData("''''a'''''", "'a''")]
    [InlineData("'''\"\"\"'''", "\"\"\"")]
    public void Strings_of_all_four_kinds(string toml, string value) =>
        Assert.Equal(value, Assert.IsType<TomlString>(Value(toml)).Value);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("+0", 0)]
    [InlineData("-0", 0)]
    [InlineData("+99", 99)]
    [InlineData("-17", -17)]
    [InlineData("1_000", 1000)]
    [InlineData("1_2_3_4", 1234)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("0xDEADBEEF", 0xDEADBEEF)]
    [InlineData("0xdead_beef", 0xDEADBEEF)]
    [InlineData("0x00ff", 255)]
    [InlineData("0x7fffffffffffffff", long.MaxValue)]
    [InlineData("0o755", 493)]
    [InlineData("0o0_7", 7)]
    [InlineData("0o777777777777777777777", long.MaxValue)]
    [InlineData("0b1101_0110", 214)]
    [InlineData("0b0", 0)]
    public void Integers_in_all_bases(string toml, long value) => Assert.Equal(value, Assert.IsType<TomlInteger>(Value(toml)).Value);

    [Theory]
    [InlineData("1.0", 1.0)]
    [InlineData("+1.5", 1.5)]
    [InlineData("-0.01", -0.01)]
    [InlineData("0.0", 0.0)]
    [InlineData("5e+22", 5e22)]
    [InlineData("1e06", 1e6)]
    [InlineData("-2E-2", -0.02)]
    [InlineData("6.626e-34", 6.626e-34)]
    [InlineData("0e0", 0.0)]
    [InlineData("224_617.445_991_228", 224617.445991228)]
    [InlineData("1_0e1_0", 10e10)]
    [InlineData("3.0_1", 3.01)]
    [InlineData("inf", double.PositiveInfinity)]
    [InlineData("+inf", double.PositiveInfinity)]
    [InlineData("-inf", double.NegativeInfinity)]
    [InlineData("nan", double.NaN)]
    [InlineData("+nan", double.NaN)]
    [InlineData("-nan", double.NaN)]
    [InlineData("1e400", double.PositiveInfinity)]
    [InlineData("4.9406564584124654e-324", double.Epsilon)]
    [InlineData("0.1", 0.1)]
    public void Floats(string toml, double value) => Assert.Equal(value, Assert.IsType<TomlFloat>(Value(toml)).Value);

    [Fact]
    public void Negative_zero_keeps_its_sign() => Assert.True(double.IsNegative(Assert.IsType<TomlFloat>(Value("-0.0")).Value));

    [Theory]
    [InlineData("1979-05-27T07:32:00Z", TomlMomentKind.OffsetDateTime, "1979-05-27T07:32:00Z")]
    [InlineData("1979-05-27t07:32:00z", TomlMomentKind.OffsetDateTime, "1979-05-27T07:32:00Z")]
    [InlineData("1979-05-27 07:32:00Z", TomlMomentKind.OffsetDateTime, "1979-05-27T07:32:00Z")]
    [InlineData("1979-05-27T00:32:00.999999-07:00", TomlMomentKind.OffsetDateTime, "1979-05-27T00:32:00.999999-07:00")]
    [InlineData("1979-05-27T00:32:00+09:30", TomlMomentKind.OffsetDateTime, "1979-05-27T00:32:00+09:30")]
    [InlineData("1979-05-27T07:32:00-00:00", TomlMomentKind.OffsetDateTime, "1979-05-27T07:32:00Z")]
    [InlineData("1990-12-31T23:59:60Z", TomlMomentKind.OffsetDateTime, "1990-12-31T23:59:60Z")]
    [InlineData("1979-05-27T07:32:00.5", TomlMomentKind.LocalDateTime, "1979-05-27T07:32:00.5")]
    [InlineData("1979-05-27 07:32:00", TomlMomentKind.LocalDateTime, "1979-05-27T07:32:00")]
    [InlineData("1979-05-27T07:32:00.1234567891234", TomlMomentKind.LocalDateTime, "1979-05-27T07:32:00.123456789")]
    [InlineData("1979-05-27", TomlMomentKind.LocalDate, "1979-05-27")]
    [InlineData("1979-05-27 ", TomlMomentKind.LocalDate, "1979-05-27")]
    [InlineData("1979-05-27 # c", TomlMomentKind.LocalDate, "1979-05-27")]
    [InlineData("2000-02-29", TomlMomentKind.LocalDate, "2000-02-29")]
    [InlineData("0000-01-01", TomlMomentKind.LocalDate, "0000-01-01")]
    [InlineData("9999-12-31", TomlMomentKind.LocalDate, "9999-12-31")]
    [InlineData("07:32:00", TomlMomentKind.LocalTime, "07:32:00")]
    [InlineData("23:59:59.000001", TomlMomentKind.LocalTime, "23:59:59.000001")]
    [InlineData("00:00:00.000", TomlMomentKind.LocalTime, "00:00:00")]
    public void Dates_and_times(string toml, TomlMomentKind kind, string value)
    {
        var moment = Assert.IsType<TomlDateTime>(Value(toml)).Value;

        Assert.Equal(kind, moment.Kind);
        Assert.Equal(value, moment.ToString());
    }

    [Theory]
    [InlineData("a = []", "{ a = [] }")]
    [InlineData("a = [ ]", "{ a = [] }")]
    [InlineData("a = [1,2 , 3]", "{ a = [1, 2, 3] }")]
    [InlineData("a = [1, 'x', 1.5, true, [2, {b = 1}], 07:00:00]", "{ a = [1, \"x\", 1.5, true, [2, { b = 1 }], 07:00:00] }")]
    [InlineData("a = [\n 1 , # one\n\n # two\n 2,\r\n]", "{ a = [1, 2] }")]
    [InlineData("a = [ # c\n]", "{ a = [] }")]
    [InlineData("a = [[[]],[]]", "{ a = [[[]], []] }")]
    [InlineData("a = [\"\"\"\nx\"\"\", '''\ny''']", "{ a = [\"x\", \"y\"] }")]
    [InlineData("a = ['#', ']', \",\"]", "{ a = [\"#\", \"]\", \",\"] }")]
    [InlineData("a = {}", "{ a = {} }")]
    [InlineData("a = { }", "{ a = {} }")]
    [InlineData("a = { b = 1, c.d = 2, c.e = 3, 'f g' = { h = [] } }", "{ a = { b = 1, c = { d = 2, e = 3 }, \"f g\" = { h = [] } } }")]
    [InlineData("a = { b = [\n1,\n2\n] }", "{ a = { b = [1, 2] } }")]
    [InlineData("a = { b = \"\"\"\nx\ny\"\"\" }", "{ a = { b = \"x\\ny\" } }")]
    [InlineData("a = [{ x = 1 }, { x = 2, y = {} }]", "{ a = [{ x = 1 }, { x = 2, y = {} }] }")]
    public void Arrays_and_inline_tables(string toml, string meaning) => Means(toml, meaning);

    [Theory]
    [InlineData("[a]", "{ a = {} }")]
    [InlineData("[a]\n[b]\n", "{ a = {}, b = {} }")]
    [InlineData("[ a . 'b c' . d ] # c\nx = 1", "{ a = { \"b c\" = { d = { x = 1 } } } }")]
    [InlineData("[a.b]\nx=1\n[a]\ny=2", "{ a = { b = { x = 1 }, y = 2 } }")]
    [InlineData("[a.b.c]\n[a.b]\n[a]", "{ a = { b = { c = {} } } }")]
    [InlineData("[a]\n[a.b]\n[c]\n[a.d]", "{ a = { b = {}, d = {} }, c = {} }")]
    [InlineData("x = 1\n[x2]\nx = 1", "{ x = 1, x2 = { x = 1 } }")]
    [InlineData("[a]\nb.c = 1\nb.d = 2\n[a.e]", "{ a = { b = { c = 1, d = 2 }, e = {} } }")]
    [InlineData("[fruit]\napple.color = 'red'\napple.taste.sweet = true\n[fruit.apple.texture]\nsmooth = true", "{ fruit = { apple = { color = \"red\", taste = { sweet = true }, texture = { smooth = true } } } }")]
    [InlineData("[a.b.c]\nz = 1\n[a]\nb.t = 2", "{ a = { b = { c = { z = 1 }, t = 2 } } }")]
    [InlineData("['']\nx=1", "{ \"\" = { x = 1 } }")]
    [InlineData("[[a]]", "{ a = [{}] }")]
    [InlineData("[[a]]\nx=1\n[[a]]\n[[a]]\nx=3", "{ a = [{ x = 1 }, {}, { x = 3 }] }")]
    [InlineData("[[a]]\n[a.b]\nx=1\n[[a]]\n[a.b]\nx=2", "{ a = [{ b = { x = 1 } }, { b = { x = 2 } }] }")]
    [InlineData("[[a.b]]\nx=1\n[[a.b]]\n[a.c]", "{ a = { b = [{ x = 1 }, {}], c = {} } }")]
    [InlineData("[[a]]\n[[a.b]]\nx=1\n[[a.b]]\nx=2\n[[a]]\n[[a.b]]", "{ a = [{ b = [{ x = 1 }, { x = 2 }] }, { b = [{}] }] }")]
    [InlineData("[[a]]\nb.c = 1\n[a.b.d]", "{ a = [{ b = { c = 1, d = {} } }] }")]
    [InlineData("[[a.b]]\n[a]\nx = 1", "{ a = { b = [{}], x = 1 } }")]
    [InlineData("[[ a . b ]]", "{ a = { b = [{}] } }")]
    public void Tables_and_arrays_of_tables(string toml, string meaning) => Means(toml, meaning);

    [Fact]
    public void A_byte_order_mark_at_the_start_is_no_content()
    {
        var result = TomlReader.Instance.Read([0xEF, 0xBB, 0xBF, .. "a = 1"u8], "f");

        Assert.Equal("{ a = 1 }", TomlWriter.Value(result.Document!));
        Assert.Equal((1, 1), (result.Document!.Entries[0].Position.Line, result.Document.Entries[0].Position.Column));
    }

    [Fact]
    public void Positions_count_lines_and_characters_not_bytes()
    {
        var table = Read("x = 1\r\n\"🚀é\" = [1, 'b']\n");

        var (key, array) = (table.Entries[1].Position, (TomlArray)table.Entries[1].Value);

        Assert.Equal((2, 1), (key.Line, key.Column));
        Assert.Equal((2, 8), (array.Position.Line, array.Position.Column));
        Assert.Equal((2, 12), (array.Items[1].Position.Line, array.Items[1].Position.Column));
    }

    [Fact]
    public void Nesting_ends_at_its_limit_and_not_in_a_crash()
    {
        static string Nested(int depth) => "a = " + new string('[', depth) + new string(']', depth);

        Assert.NotNull(TomlReader.Instance.Read(Encoding.UTF8.GetBytes(Nested(100)), "f").Document);
        Assert.Single(TomlReader.Instance.Read(Encoding.UTF8.GetBytes(Nested(101)), "f").Errors);
        Assert.Single(TomlReader.Instance.Read(Encoding.UTF8.GetBytes("a = " + new string('[', 1_000_000)), "f").Errors);
        Assert.Single(TomlReader.Instance.Read(Encoding.UTF8.GetBytes(string.Join('.', Enumerable.Repeat("a", 100_000)) + " = 1"), "f").Errors);
    }

    private static void Means(string toml, string meaning) => Assert.Equal(meaning, TomlWriter.Value(Read(toml)));

    private static TomlValue Value(string toml) => Read("v = " + toml)["v"]!;

    private static TomlTable Read(string toml)
    {
        var result = TomlReader.Instance.Read(Encoding.UTF8.GetBytes(toml), "f");
        Assert.Empty(result.Errors);
        return result.Document!;
    }
}
