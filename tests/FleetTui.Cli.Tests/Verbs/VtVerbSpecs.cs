using System.Text;
using System.Text.Json;
using FleetTui.Cli.Verbs;

namespace FleetTui.Cli.Tests.Verbs;

public sealed class VtVerbSpecs
{
    [Fact]
    public void Text_is_every_row_right_trimmed() =>
        Assert.Equal("ab\n  c\n\n", Run("ab\r\n  c  ", "--cols", "10", "--rows", "3"));

    [Fact]
    public void Json_leaves_out_what_is_default()
    {
        var json = Run("\e]2;t\a\e[1;31;48;2;1;2;3m日\e[0m\e[4mx", "--cols", "4", "--rows", "1", "--json");
        Assert.StartsWith("{\"cols\":4,\"rows\":1,\"cursor\":{\"x\":3,\"y\":0},\"title\":\"t\",\"modes\":[", json, StringComparison.Ordinal);
        Assert.EndsWith(
            "\"scrollback\":0,\"lines\":[[{\"t\":\"日\",\"w\":2,\"fg\":1,\"bg\":\"#010203\",\"bold\":true},{\"t\":\"\",\"w\":0,\"fg\":1,\"bg\":\"#010203\",\"bold\":true},{\"t\":\"x\",\"underline\":true},{}]]}\n",
            json,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_is_told_by_its_target()
    {
        using var json = JsonDocument.Parse(Run("\e]8;;http://a/\ax\e]8;;\a", "--cols=2", "--rows=1", "--json"));
        Assert.Equal("http://a/", json.RootElement.GetProperty("lines")[0][0].GetProperty("link").GetString());
    }

    [Fact]
    public void Replies_are_what_the_terminal_answers()
    {
        Assert.Equal("\e[0n\e[1;3R", Run("ab\e[5n\e[6n", "--cols", "9", "--rows", "2", "--replies"));
        using var json = JsonDocument.Parse(Run("\e[5n", "--json", "--replies"));
        Assert.Equal("\e[0n", json.RootElement.GetProperty("replies").GetString());
    }

    [Fact]
    public void Operations_write_and_resize()
    {
        var write = Convert.ToBase64String(Encoding.UTF8.GetBytes("abcdef"));
        Assert.Equal("abc\ndef\n\n", Run($"[[\"w\",\"{write}\"],[\"r\",3,3]]", "--cols", "10", "--rows", "2", "--ops"));
    }

    [Fact]
    public void Chunks_change_nothing() =>
        Assert.Equal(Run("é\e[31m日本\e]2;x\a", "--cols", "9", "--rows", "1", "--json"), Run("é\e[31m日本\e]2;x\a", "--cols", "9", "--rows", "1", "--json", "--chunk", "1"));

    [Theory]
    [InlineData("", "--cols", "0")]
    [InlineData("", "--cols")]
    [InlineData("", "--nonsense")]
    [InlineData("{}", "--ops")]
    [InlineData("[[\"x\"]]", "--ops")]
    [InlineData("[[\"w\",\"***\"]]", "--ops")]
    [InlineData("[[\"r\",99999999999,1]]", "--ops")]
    [InlineData("[[\"r\",0,1]]", "--ops")]
    [InlineData("[[\"r\",80]]", "--ops")]
    [InlineData("[[\"r\",\"80\",24]]", "--ops")]
    [InlineData("[[\"w\",7]]", "--ops")]
    [InlineData("[[]]", "--ops")]
    [InlineData("[3]", "--ops")]
    [InlineData("", "--ops")]
    [InlineData("", "--rows", "1001")]
    [InlineData("", "--chunk", "-1")]
    [InlineData("", "--format", "xml")]
    public void Wrong_input_is_refused(string input, params string[] arguments) =>
        Assert.Equal(2, VtVerb.Run(arguments, new MemoryStream(Encoding.UTF8.GetBytes(input)), new MemoryStream()));

    [Fact]
    public void Operations_replies_and_cells_come_together()
    {
        var write = Convert.ToBase64String("a\e[6n"u8);
        using var json = JsonDocument.Parse(Run($"[[\"w\",\"{write}\"],[\"r\",5,2],[\"w\",\"{write}\"]]", "--cols", "3", "--rows", "1", "--ops", "--json", "--replies", "--chunk", "1"));
        Assert.Equal("\e[1;2R\e[1;3R", json.RootElement.GetProperty("replies").GetString());
        Assert.Equal(5, json.RootElement.GetProperty("cols").GetInt32());
        Assert.Equal(2, json.RootElement.GetProperty("lines").GetArrayLength());
    }

    private static string Run(string input, params string[] arguments)
    {
        using var output = new MemoryStream();
        Assert.Equal(0, VtVerb.Run(arguments, new MemoryStream(Encoding.UTF8.GetBytes(input)), output));
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
