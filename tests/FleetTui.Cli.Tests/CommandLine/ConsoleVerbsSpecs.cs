using System.Text;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Connecting;

namespace FleetTui.Cli.Tests.CommandLine;

/// <summary>The console's palette has the command line's own table.</summary>
public sealed class ConsoleVerbsSpecs
{
    private static CliContext Context(FakeFleet fleet) => new("/", TextWriter.Null, TextWriter.Null, _ => null, fleet, TimeProvider.System);

    [Fact]
    public void No_verb_of_the_help_is_missing()
    {
        var context = Context(new FakeFleet());
        var root = CommandTree.Create(context);
        var names = new ConsoleVerbs(context).All.Select(verb => verb.Name).ToList();
        foreach (var verb in root.Subcommands.Where(verb => !verb.Hidden))
        {
            Assert.Contains(names, name => name == verb.Name || name.StartsWith(verb.Name + " ", StringComparison.Ordinal));
            foreach (var part in verb.Subcommands.Where(part => !part.Hidden))
            {
                Assert.Contains($"{verb.Name} {part.Name}", names);
            }
        }
    }

    [Fact]
    public void Verbs_that_are_named_here_exist()
    {
        var names = new ConsoleVerbs(Context(new FakeFleet())).All.Select(verb => verb.Name).ToHashSet();
        Assert.Empty(ConsoleVerbs.Named.Except(names));
    }

    [Theory]
    [InlineData("role list", 0, "blog")]
    [InlineData("role assign ps2 blog --reason \"two words\"", 0, "ps2 now holds blog")]
    [InlineData("role asign ps2 blog", 2, "assign")]
    public async Task A_line_is_run_by_the_same_parser_and_what_it_prints_comes_back(string line, int code, string printed)
    {
        var text = new StringBuilder();
        var ended = await new ConsoleVerbs(Context(new FakeFleet())).RunAsync(line, piece => text.Append(piece), TestContext.Current.CancellationToken);
        Assert.Equal(code, ended);
        Assert.Contains(printed, text.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("role ", "assign")]
    [InlineData("migration next ps2 --n", "--name")]
    public void Words_are_completed(string line, string word) => Assert.Contains(word, new ConsoleVerbs(Context(new FakeFleet())).Complete(line));
}
