using System.Text;
using FleetTui.Configuration.Toml;
using FleetTui.Configuration.Toml.Editing;
using FsCheck;
using FsCheck.Fluent;

namespace FleetTui.Configuration.Tests.Toml;

public sealed class EditingSpecs
{
    [Theory]
    [InlineData("mode = \"train\" # why\n", "", "mode", "mode = \"new\" # why\n")]
    [InlineData("mode='train'", "", "mode", "mode='new'")]
    [InlineData("mode = '''a\nb'''\n", "", "mode", "mode = 'new'\n")]
    [InlineData("a = { b.c = 1, d = 2 }\n", "a.b", "mode", "a = { b.c = 1, b.mode = \"new\", d = 2 }\n")]
    [InlineData("x.a = { b = { c = 1 } }\n", "x.a.b", "mode", "x.a = { b = { c = 1, mode = \"new\" } }\n")]
    [InlineData("", "", "mode", "mode = \"new\"\n")]
    [InlineData("# top\n# of it\n\n[a]\n", "", "mode", "# top\n# of it\nmode = \"new\"\n\n[a]\n")]
    [InlineData("# only", "", "mode", "# only\nmode = \"new\"")]
    [InlineData("x = 1\n\n# about a\n[a]\ny = 1\n", "", "mode", "x = 1\nmode = \"new\"\n\n# about a\n[a]\ny = 1\n")]
    [InlineData("[a]\n  x = 1 # c\n\n[b]\n", "a", "mode", "[a]\n  x = 1 # c\n  mode = \"new\"\n\n[b]\n")]
    [InlineData("[a]\nx = 1", "a", "mode", "[a]\nx = 1\nmode = \"new\"")]
    [InlineData("[a] # empty\r\n[b]\r\n", "a", "mode", "[a] # empty\r\nmode = \"new\"\r\n[b]\r\n")]
    [InlineData("[a]\nx       = 1\nlonger  = 2\n", "a", "mode", "[a]\nx       = 1\nlonger  = 2\nmode    = \"new\"\n")]
    [InlineData("[a]\nx = 1\nlonger = 2\n", "a", "mode", "[a]\nx = 1\nlonger = 2\nmode = \"new\"\n")]
    [InlineData("a = { x = 1 } # c\n", "a", "mode", "a = { x = 1, mode = \"new\" } # c\n")]
    [InlineData("a = {}\n", "a", "mode", "a = { mode = \"new\" }\n")]
    [InlineData("a = { mode = 1, x = 2 }\n", "a", "mode", "a = { mode = \"new\", x = 2 }\n")]
    [InlineData("a.x = 1\nb = 2\n", "a", "mode", "a.x = 1\na.mode = \"new\"\nb = 2\n")]
    [InlineData("a.mode = 1\n", "a", "mode", "a.mode = \"new\"\n")]
    [InlineData("[a]\nb.x = 1\n", "a.b", "mode", "[a]\nb.x = 1\nb.mode = \"new\"\n")]
    [InlineData("x = 1\n", "a.b", "mode", "x = 1\n\n[a.b]\nmode = \"new\"\n")]
    [InlineData("x = 1", "a", "my key", "x = 1\n\n[a]\n\"my key\" = \"new\"\n")]
    [InlineData("[a.b]\nx = 1\n", "a", "mode", "[a.b]\nx = 1\n\n[a]\nmode = \"new\"\n")]
    [InlineData("[a]\nlist = [ # c\n  1,\n]\n", "a", "mode", "[a]\nlist = [ # c\n  1,\n]\nmode = \"new\"\n")]
    public void A_value_is_changed_or_added_and_the_rest_stays(string before, string table, string key, string after)
    {
        var editor = Open(before);

        editor.Set(table.Length == 0 ? [] : table.Split('.'), key, new TomlString("new", default));

        Assert.Equal(after, Encoding.UTF8.GetString(editor.ToBytes()));
    }

    [Theory]
    [InlineData("x = 1\nmode = 2 # c\ny = 3\n", "", "x = 1\ny = 3\n")]
    [InlineData("[a]\nmode = [\n1 ]\n", "a", "[a]\n")]
    [InlineData("a = { mode = 1 }", "a", "a = {  }")]
    [InlineData("a = { mode = 1, x = 2 }", "a", "a = { x = 2 }")]
    [InlineData("a = { x = 2, mode = 1 }", "a", "a = { x = 2 }")]
    [InlineData("a = { x = 2, mode = 1, y = 3 }", "a", "a = { x = 2, y = 3 }")]
    public void A_value_is_taken_out_with_its_line(string before, string table, string after)
    {
        var editor = Open(before);

        Assert.True(editor.Remove(table.Length == 0 ? [] : [table], "mode"));
        Assert.False(editor.Remove(table.Length == 0 ? [] : [table], "mode"));
        Assert.Equal(after, Encoding.UTF8.GetString(editor.ToBytes()));
    }

    [Fact]
    public void Elements_of_an_array_of_tables_are_found_by_their_key_in_both_spellings()
    {
        var headers = Open("[[slot]]\nid = 'a'\nrole = 'x'\n[[slot]]\nid = 'b'\nrole = 'y' # keep\n[[other]]\nid = 'b'\n");
        var inline = Open("slot = [\n  { id = 'a', role = 'x' }, # one\n  { id = 'b' },\n]\n");

        Assert.True(headers.SetInElement("slot", "id", "b", "role", new TomlString("it's", default)));
        Assert.True(inline.SetInElement("slot", "id", "b", "role", new TomlString("z", default)));

        Assert.Equal("[[slot]]\nid = 'a'\nrole = 'x'\n[[slot]]\nid = 'b'\nrole = \"it's\" # keep\n[[other]]\nid = 'b'\n", Encoding.UTF8.GetString(headers.ToBytes()));
        Assert.Equal("slot = [\n  { id = 'a', role = 'x' }, # one\n  { id = 'b', role = \"z\" },\n]\n", Encoding.UTF8.GetString(inline.ToBytes()));
        Assert.False(headers.SetInElement("slot", "id", "c", "role", new TomlString("z", default)));
    }

    [Theory]
    [InlineData("[[slot]]\nid = 'a'\n\n[[slot]]\nid = 'b'\n", "[[slot]]\nid = 'a'\n\n[[slot]]\nid = 'b'\n\n[[slot]]\nid = \"c\"\nrole = \"\"\n")]
    [InlineData("[[slot]]\nid   = 'a'\nrole = 'x'\n# the end", "[[slot]]\nid   = 'a'\nrole = 'x'\n\n[[slot]]\nid   = \"c\"\nrole = \"\"\n# the end")]
    [InlineData("[[slot]]\nid = 'a'", "[[slot]]\nid = 'a'\n\n[[slot]]\nid = \"c\"\nrole = \"\"\n")]
    [InlineData("[[slot]]\r\nid = 'a'\r\n\r\n[[role]]\r\n", "[[slot]]\r\nid = 'a'\r\n\r\n[[slot]]\r\nid = \"c\"\r\nrole = \"\"\r\n\r\n[[role]]\r\n")]
    [InlineData("a = 1\n", "a = 1\n\n[[slot]]\nid = \"c\"\nrole = \"\"\n")]
    [InlineData("", "[[slot]]\nid = \"c\"\nrole = \"\"\n")]
    public void An_element_is_added_behind_the_last_one(string before, string after)
    {
        var editor = Open(before);
        Assert.True(editor.AddElement("slot", [new("id", new TomlString("c", default)), new("role", new TomlString("", default))]));
        Assert.Equal(after, Encoding.UTF8.GetString(editor.ToBytes()));
    }

    [Fact]
    public void An_array_in_one_line_gets_no_element_and_loses_none()
    {
        var editor = Open("slot = [{ id = 'a' }]\n");
        Assert.False(editor.AddElement("slot", [new("id", new TomlString("c", default))]));
        Assert.False(editor.RemoveElement("slot", "id", "a", out _, out _));
    }

    [Theory]
    [InlineData("a", "# the file\n\n# about b\n[[slot]]\nid = 'b' # b\n# in b\nrole = 'y'\n\n[[other]]\n[[slot]]\nid = 'c'\n")]
    [InlineData("b", "# the file\n\n# about a\n[[slot]]\nid = 'a'\n\n[[other]]\n[[slot]]\nid = 'c'\n")]
    [InlineData("c", "# the file\n\n# about a\n[[slot]]\nid = 'a'\n\n# about b\n[[slot]]\nid = 'b' # b\n# in b\nrole = 'y'\n\n[[other]]\n")]
    public void An_element_is_taken_out_with_its_comments_and_put_back_as_it_was(string id, string after)
    {
        const string Before = "# the file\n\n# about a\n[[slot]]\nid = 'a'\n\n# about b\n[[slot]]\nid = 'b' # b\n# in b\nrole = 'y'\n\n[[other]]\n[[slot]]\nid = 'c'\n";
        var editor = Open(Before);
        Assert.True(editor.RemoveElement("slot", "id", id, out var text, out var before));
        Assert.Equal(after, Encoding.UTF8.GetString(editor.ToBytes()));

        // Other tables may lie between it and the one it is put before, or behind.
        Assert.True(editor.PutElement("slot", "id", text, before));
        Assert.True(editor.HasInElement("slot", "id", id, "id"));
        if (id == "a")
            Assert.Equal(Before, Encoding.UTF8.GetString(editor.ToBytes()));
    }

    [Fact]
    public void Taking_out_and_putting_back_gives_the_same_bytes_whatever_stands_between()
    {
        var document =
            from head in Part("\n", "# top\n\n", "shared = []\n", "shared = []\n\n")
            from count in Gen.Choose(1, 5)
            from slots in Gen.ArrayOf(from above in Part("", "\n", "\n# about\n", "# near\n# lines\n") from keys in Part("", "role = 'x'\n", "# inside\nrole = 'x' # why\n") select (above, keys), count)
            from victim in Gen.Choose(0, count - 1)
            from end in Part("\n", "")
            select (Text: (head + string.Concat(slots.Select((slot, index) => $"{slot.above}[[slot]]\nid = 's{index}'\n{slot.keys}"))).TrimEnd('\n') + end, Victim: $"s{victim}");
        Prop.ForAll(document.ToArbitrary(), one =>
        {
            var editor = Open(one.Text);
            Assert.True(editor.RemoveElement("slot", "id", one.Victim, out var text, out var before));
            Assert.False(editor.HasInElement("slot", "id", one.Victim, "id"));
            Assert.True(editor.PutElement("slot", "id", text, before));
            Assert.Equal(one.Text.TrimEnd('\n'), Encoding.UTF8.GetString(editor.ToBytes()).TrimEnd('\n'));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_does_not_fit_any_more_is_not_put_back()
    {
        var editor = Open("[[slot]]\nid = 'a'\n");
        Assert.False(editor.PutElement("slot", "id", "[[slot]]\nid = 'b'\n", before: "gone"));
        Assert.False(editor.PutElement("slot", "id", "[[slot\n", before: null));
        Assert.Equal("[[slot]]\nid = 'a'\n", Encoding.UTF8.GetString(editor.ToBytes()));
    }

    [Fact]
    public void A_byte_order_mark_stays()
    {
        var editor = TomlEditor.Open([0xEF, 0xBB, 0xBF, .. "a = 1\n"u8], "f", out _)!;

        editor.Set([], "a", new TomlInteger(2, default));

        Assert.Equal([0xEF, 0xBB, 0xBF, .. "a = 2\n"u8], editor.ToBytes());
    }

    [Fact]
    public void An_invalid_document_is_not_opened()
    {
        Assert.Null(TomlEditor.Open("a = "u8, "f", out var errors));
        Assert.Single(errors);
    }

    private static Gen<string> Part(params string[] all) => Gen.Elements(all);

    private static TomlEditor Open(string text) => TomlEditor.Open(Encoding.UTF8.GetBytes(text), "f", out _)!;
}
