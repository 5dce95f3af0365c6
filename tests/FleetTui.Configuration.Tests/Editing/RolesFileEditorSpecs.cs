using FleetTui.Configuration.Editing;
using FleetTui.Testing;

namespace FleetTui.Configuration.Tests.Editing;

public sealed class RolesFileEditorSpecs : IDisposable
{
    private const string Before = """
        # who does what

        [[slot]]
        id   = "ps1"
        role = "blog"   # for now

        [[slot]]
        id   = "ps2"
        role = "docs"

        [[slot]]
        id   = "ps3"
        """ + "\n";

    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public void A_swap_is_written_in_one_step_and_comments_and_permissions_stay()
    {
        var path = directory["roles.toml"];
        File.WriteAllText(path, Before);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite);

        var change = Assign(("ps1", "docs"), ("ps2", ""), ("ps3", "blog"));

        Assert.IsType<RolesFileChange.Written>(change);
        Assert.Equal(
            Before.Replace("\"docs\"", "\"\"", StringComparison.Ordinal).Replace("\"blog\"   #", "\"docs\"   #", StringComparison.Ordinal) + "role = \"blog\"\n",
            File.ReadAllText(path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite, File.GetUnixFileMode(path));
        Assert.Equal([path], Directory.GetFiles(directory.Path));
    }

    [Fact]
    public void Freeing_a_slot_that_names_no_role_changes_nothing()
    {
        File.WriteAllText(directory["roles.toml"], Before);

        Assert.IsType<RolesFileChange.Unchanged>(Assign(("ps3", "")));
        Assert.Equal(Before, File.ReadAllText(directory["roles.toml"]));
    }

    [Fact]
    public void A_slot_that_is_not_there_leaves_the_file_as_it_was_even_when_others_are()
    {
        File.WriteAllText(directory["roles.toml"], Before);

        Assert.Equal(new RolesFileChange.SlotMissing("ps9"), Assign(("ps1", "docs"), ("ps9", "")));
        Assert.Equal(Before, File.ReadAllText(directory["roles.toml"]));
    }

    [Fact]
    public void An_invalid_file_is_left_alone()
    {
        File.WriteAllText(directory["roles.toml"], "[[slot]]\nid = ");

        var change = Assert.IsType<RolesFileChange.Invalid>(Assign(("ps1", "docs")));

        Assert.Equal(2, Assert.Single(change.Errors).Position.Line);
        Assert.Equal("[[slot]]\nid = ", File.ReadAllText(directory["roles.toml"]));
    }

    [Fact]
    public void A_missing_file_is_told() => Assert.IsType<RolesFileChange.Failed>(Assign(("ps1", "docs")));

    [Fact]
    public void A_symbolic_link_stays_one_and_its_target_changes()
    {
        File.WriteAllText(directory["real.toml"], Before);
        File.CreateSymbolicLink(directory["roles.toml"], "real.toml");

        Assert.IsType<RolesFileChange.Written>(Assign(("ps1", "docs"), ("ps2", "blog")));

        Assert.Equal("real.toml", new FileInfo(directory["roles.toml"]).LinkTarget);
        Assert.NotEqual(Before, File.ReadAllText(directory["real.toml"]));
    }

    private RolesFileChange Assign(params (string Slot, string Role)[] roles) =>
        RolesFileEditor.Assign(directory.Path, roles.ToDictionary(pair => pair.Slot, pair => pair.Role));
}
