using System.Text;
using FleetTui.Configuration.Schema;
using FleetTui.Configuration.Toml;
using FleetTui.Configuration.Toml.Editing;

namespace FleetTui.Configuration.Tests.Reference;

/// <summary>The files that explain the configuration say what the loader does. <c>FLEET_WRITE_REFERENCE=1</c> writes them anew.</summary>
public sealed class ReferenceSpecs
{
    private const string Begin = "<!-- from here on written by FleetTui.Configuration.Tests -->\n";

    [Fact]
    public void The_example_of_fleet_toml_is_what_the_schema_says() => Holds("fleet.toml.example", WrittenFiles.FleetExample);

    [Fact]
    public void The_example_of_roles_toml_is_what_the_schema_says() => Holds("roles.toml.example", WrittenFiles.RolesExample);

    [Fact]
    public void The_reference_page_is_what_the_schema_says() => Holds("docs/configuration.md", () =>
    {
        var page = Read("docs/configuration.md");
        return page[..(page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)] + "\n" + WrittenFiles.Tables();
    });

    [Fact]
    public void The_examples_load_as_they_are_and_with_every_key_taken_over()
    {
        var roles = Encoding.UTF8.GetBytes(Read("roles.toml.example"));
        var asIs = ConfigurationLoader.Read(new ConfigurationSources("/r", "/home/me", Encoding.UTF8.GetBytes(Read("fleet.toml.example")), roles));
        var taken = ConfigurationLoader.Read(new ConfigurationSources("/r", "/home/me", Encoding.UTF8.GetBytes(TakenOver()), roles));

        Assert.Empty(asIs.Errors);
        Assert.Empty(taken.Errors);
        Assert.Equal("my-project", taken.Configuration!.Name);
        Assert.Empty(taken.Configuration.Landing.Checks);
        Assert.Equal(asIs.Configuration!.Landing with { Checks = [] }, taken.Configuration.Landing with { Checks = [] });
        Assert.Equal(asIs.Configuration.Agents["claude"].Command, taken.Configuration.Agents["claude"].Command);
        Assert.Equal(asIs.Configuration.Agents["claude"].Restart, taken.Configuration.Agents["claude"].Restart);
    }

    [Fact]
    public void Every_key_is_in_the_examples_and_shown_defaults_are_the_real_ones()
    {
        var fleet = Document(TakenOver());
        foreach (var table in FleetSchema.Tables)
        {
            var found = Samples.Path(table).Split('.', StringSplitOptions.RemoveEmptyEntries).Aggregate((TomlValue)fleet, (value, name) => ((TomlTable)value)[name]!);
            foreach (var key in table.Keys)
            {
                var shown = ((TomlTable)found)[key.Name];
                Assert.True(shown is not null, $"{table.Path}.{key.Name} is not in the example");
                if (key.Default is not null)
                    Assert.Equal(TomlWriter.Value(Document("x = " + key.Default)["x"]!), TomlWriter.Value(shown));
            }
        }

        var roles = Document(Read("roles.toml.example"));
        Assert.All(RolesSchema.RoleTable.Keys, key => Assert.NotNull(((TomlTable)((TomlArray)roles["role"]!).Items[0])[key.Name]));
        Assert.All(RolesSchema.SlotTable.Keys, key => Assert.NotNull(((TomlTable)((TomlArray)roles["slot"]!).Items[0])[key.Name]));
    }

    [Fact]
    public void Every_default_of_the_schema_is_one_its_own_rule_accepts()
    {
        foreach (var key in FleetSchema.Tables.Concat(RolesSchema.Tables).SelectMany(table => table.Keys).Where(key => key.Default is not null))
            Assert.NotNull(key.GetType().GetProperty("DefaultValue")!.GetValue(key));
    }

    /// <summary>The example with the # of each key and header taken away.</summary>
    private static string TakenOver() => string.Join('\n', Read("fleet.toml.example").Split('\n').Select(line => line.StartsWith('#') && !line.StartsWith("# ", StringComparison.Ordinal) ? line[1..] : line));

    private static TomlTable Document(string toml)
    {
        var result = TomlReader.Instance.Read(Encoding.UTF8.GetBytes(toml), "f");
        Assert.Empty(result.Errors);
        return result.Document!;
    }

    private static void Holds(string file, Func<string> expected)
    {
        if (Environment.GetEnvironmentVariable("FLEET_WRITE_REFERENCE") == "1")
            File.WriteAllText(Path.Combine(Root, file), expected());
        Assert.True(expected() == Read(file), $"{file} is not what the schema says; write it anew with FLEET_WRITE_REFERENCE=1 scripts/test Configuration");
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string Root
    {
        get
        {
            var place = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(place, "FleetTui.sln")))
                place = Path.GetDirectoryName(place)!;
            return place;
        }
    }
}
