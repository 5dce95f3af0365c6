using System.Text;
using FleetTui.Configuration.Toml;
using FleetTui.Configuration.Toml.Editing;
using FsCheck;
using FsCheck.Fluent;

namespace FleetTui.Configuration.Tests.Toml;

public sealed class RandomDocumentSpecs
{
    private static readonly SourcePosition Nowhere = new("", 0, 0);

    [Fact]
    public void A_random_document_written_in_a_random_style_reads_back_equal() =>
        Prop.ForAll(Arb.From(from table in Tables(3) from style in Gen.Choose(0, int.MaxValue) select (table, style)), pair =>
        {
            var text = new RandomStyle(pair.style).Document(pair.table);
            var result = TomlReader.Instance.Read(Encoding.UTF8.GetBytes(text), "f");
            return (result.Document is { } read && Same(read, pair.table)).Label($"{text}\n{string.Join('\n', result.Errors)}");
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_edit_changes_the_value_asked_for_and_no_other_line() =>
        Prop.ForAll(Arb.From(from table in Tables(3) from style in Gen.Choose(0, int.MaxValue) from value in Scalars from pick in Gen.Choose(0, int.MaxValue) select (table, style, value, pick)), input =>
        {
            var paths = Leaves(input.table, []).ToList();
            if (paths.Count == 0)
                return true.ToProperty();
            var path = paths[input.pick % paths.Count];
            var text = new RandomStyle(input.style).Document(input.table);
            var editor = TomlEditor.Open(Encoding.UTF8.GetBytes(text), "f", out _)!;

            editor.Set(path[..^1], path[^1], input.value);

            var after = Encoding.UTF8.GetString(editor.ToBytes());
            var read = TomlReader.Instance.Read(editor.ToBytes(), "f").Document!;
            var sameMeaning = Same(read, (TomlTable)With(input.table, path, input.value));
            return (sameMeaning && OneSpliceApart(text, after)).Label($"{string.Join('.', path)}\n{text}\n---\n{after}");
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_key_added_to_any_table_is_all_that_changes_and_taking_it_out_gives_the_text_back() =>
        Prop.ForAll(Arb.From(from table in Tables(3) from style in Gen.Choose(0, int.MaxValue) from value in Scalars from pick in Gen.Choose(0, int.MaxValue) select (table, style, value, pick)), input =>
        {
            var paths = Branches(input.table, []).ToList();
            var path = paths[input.pick % paths.Count];
            var text = new RandomStyle(input.style).Document(input.table);
            var editor = TomlEditor.Open(Encoding.UTF8.GetBytes(text), "f", out _)!;

            editor.Set(path, "added!", input.value);
            var added = Encoding.UTF8.GetString(editor.ToBytes());
            var read = TomlReader.Instance.Read(editor.ToBytes(), "f").Document!;
            var removed = editor.Remove(path, "added!");
            var left = TomlReader.Instance.Read(editor.ToBytes(), "f").Document!;

            return (Same(read, With(input.table, [.. path, "added!"], input.value)) && removed && Same(left, input.table))
                .Label($"{string.Join('.', path)}\n{text}\n---\n{added}");
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Random_bytes_never_crash_and_are_either_read_or_refused_with_a_place() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf()), Decided).QuickCheckThrowOnFailure();

    [Fact]
    public void Random_pieces_of_toml_never_crash() =>
        Prop.ForAll(Arb.From(Gen.Elements(Pieces).ArrayOf().Select(pieces => Encoding.UTF8.GetBytes(string.Concat(pieces)))), Decided)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(40));

    private static readonly string[] Pieces =
    [
        "[", "]", "[[", "]]", "{", "}", "=", ".", ",", "#", "\n", "\r\n", "\r", " ", "\t", "a", "b", "a.b", "\"", "'", "\"\"\"", "'''", "\\", "\\u00e9", "\\U", "1", "-", "+", "_",
        "0x", "1.5", "e", "inf", "nan", "true", "2001-01-01", "T", "07:00:00", "Z", "é", "🚀", "\0", "\u007f", "a = 1\n", "[a]\n", "[[a]]\n", "a = { b = 1 }\n", "a = [1, 2]\n",
    ];

    private static bool Decided(byte[] bytes)
    {
        var result = TomlReader.Instance.Read(bytes, "f");
        return result.Document is not null == (result.Errors.Count == 0) && result.Errors.All(error => error.Position is { Line: > 0, Column: > 0 } && error.Message.Length > 0);
    }

    private static Gen<string> Texts => Gen.OneOf(
        Gen.Elements("", "a", "it's", "\"\"\"", "'''", "\\", "two\nlines", "tab\t", "é🚀", "\0\u001f\u007f", "#", " = ", "[x]", "\r\n", "C:\\x"),
        Gen.Choose(0, 0x2FF).Select(code => char.ConvertFromUtf32(code)).ArrayOf().Select(string.Concat));

    private static Gen<TomlValue> Scalars => Gen.OneOf(
        Texts.Select(text => (TomlValue)new TomlString(text, Nowhere)),
        ArbMap.Default.GeneratorFor<long>().Select(value => (TomlValue)new TomlInteger(value, Nowhere)),
        ArbMap.Default.GeneratorFor<double>().Select(value => (TomlValue)new TomlFloat(value, Nowhere)),
        ArbMap.Default.GeneratorFor<bool>().Select(value => (TomlValue)new TomlBoolean(value, Nowhere)),
        Moments.Select(value => (TomlValue)new TomlDateTime(value, Nowhere)));

    private static Gen<TomlMoment> Moments =>
        from kind in Gen.Elements(Enum.GetValues<TomlMomentKind>())
        from date in Gen.Choose(0, 9999).Select(year => (year, month: (year % 12) + 1, day: (year % 28) + 1))
        from time in Gen.Choose(0, 86_399)
        from nanosecond in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Choose(0, 999_999_999)))
        from offset in Gen.Choose(-1439, 1439)
        let hasDate = kind != TomlMomentKind.LocalTime
        let hasTime = kind != TomlMomentKind.LocalDate
        select new TomlMoment(
            kind,
            hasDate ? date.year : 0, hasDate ? date.month : 0, hasDate ? date.day : 0,
            hasTime ? time / 3600 : 0, hasTime ? time / 60 % 60 : 0, hasTime ? time % 60 : 0, hasTime ? nanosecond : 0,
            kind == TomlMomentKind.OffsetDateTime ? offset : 0);

    private static Gen<TomlValue> Values(int depth) => depth == 0
        ? Scalars
        : Gen.Frequency(
            (4, Scalars),
            (1, Values(depth - 1).ArrayOf(3).Select(items => (TomlValue)new TomlArray(items, false, Nowhere))),
            (2, Tables(depth - 1).Select(table => (TomlValue)table)));

    private static Gen<TomlTable> Tables(int depth) =>
        from names in Gen.OneOf(Gen.Elements("a", "b", "c-d", "1", "x_y"), Texts).ArrayOf()
        let distinct = names.Distinct().Take(6).ToArray()
        from values in Values(depth).ArrayOf(distinct.Length)
        select new TomlTable(Nowhere, [.. distinct.Zip(values, (name, value) => new TomlEntry(name, Nowhere, value))]);

    /// <summary>Equal but for positions, order of keys, and how an array was written.</summary>
    private static bool Same(TomlValue one, TomlValue other) => (one, other) switch
    {
        (TomlTable a, TomlTable b) => a.Entries.Count == b.Entries.Count && a.Entries.All(entry => b[entry.Name] is { } value && Same(entry.Value, value)),
        (TomlArray a, TomlArray b) => a.Items.Count == b.Items.Count && a.Items.Zip(b.Items).All(pair => Same(pair.First, pair.Second)),
        (TomlFloat a, TomlFloat b) => a.Value.Equals(b.Value),
        _ => one with { Position = Nowhere } == other with { Position = Nowhere },
    };

    /// <summary>Paths of what may be given another value; an array of tables may be written with headers, and is left out.</summary>
    private static IEnumerable<string[]> Leaves(TomlTable table, string[] above) => table.Entries.SelectMany(entry => entry.Value switch
    {
        TomlTable inner => Leaves(inner, [.. above, entry.Name]),
        TomlArray { Items.Count: > 0 } array when array.Items.All(item => item is TomlTable) => [],
        _ => [[.. above, entry.Name]],
    });

    /// <summary>Paths of all tables that are not in an array.</summary>
    private static IEnumerable<string[]> Branches(TomlTable table, string[] above) =>
        table.Entries.Where(entry => entry.Value is TomlTable).SelectMany(entry => Branches((TomlTable)entry.Value, [.. above, entry.Name])).Prepend(above);

    private static TomlValue With(TomlValue value, IEnumerable<string> path, TomlValue leaf) => path.Any()
        ? new TomlTable(Nowhere, [.. Names((TomlTable)value, path.First()).Select(name => new TomlEntry(name, Nowhere,
            name == path.First() ? With(((TomlTable)value)[name]!, path.Skip(1), leaf) : ((TomlTable)value)[name]!))])
        : leaf;

    private static IEnumerable<string> Names(TomlTable table, string and) => table.Entries.Select(entry => entry.Name).Append(and).Distinct();

    /// <summary>Whether one range replaced by another, that holds no line end outside of it, makes one text of the other.</summary>
    private static bool OneSpliceApart(string before, string after)
    {
        var start = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        var end = before.Reverse().Zip(after.Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        // What was put in is one line: TomlWriter writes no line end.
        var put = after.Length - Math.Min(end, after.Length - start);
        return start > put || !after[start..put].Contains('\n', StringComparison.Ordinal);
    }
}
