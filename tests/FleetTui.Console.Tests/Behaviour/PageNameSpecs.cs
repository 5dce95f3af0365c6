using FleetTui.Console.Keeping;
using FleetTui.Console.Layouts;
using FleetTui.Console.Outer.Input;
using FleetTui.Console.Tests.Fakes;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Tests.Behaviour;

/// <summary>Pages have names, as tmux's windows have: set, shown, gone to by, kept.</summary>
public sealed class PageNameSpecs
{
    [Fact]
    public void A_page_is_named_with_tmuxs_key_and_the_status_line_says_so()
    {
        var fleet = Named("C-b ,", "backend");
        Assert.Contains(" backend ", Text(fleet), StringComparison.Ordinal);
        Assert.Equal(LayoutKind.Grid, fleet.Model.Plan.Kind);
        Assert.DoesNotContain("backend", Text(fleet.Press("C-b n")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("backend")]
    [InlineData("back")]
    [InlineData("1")]
    public void A_page_is_gone_to_by_number_or_by_its_name_or_a_part_of_it(string wanted)
    {
        var fleet = Named("C-b ,", "backend").Press("C-b n");
        Assert.Equal(1, fleet.Model.Plan.Page);
        Assert.Equal(0, Type(fleet.Press("C-b '"), wanted).Model.Plan.Page);
    }

    [Fact]
    public void A_name_that_no_page_has_is_said_with_those_there_are()
    {
        var fleet = Type(Named("C-b ,", "backend").Press("C-b '"), "front");
        Assert.Contains("no page is called \"front\"; there are backend", fleet.StatusLine(), StringComparison.Ordinal);
        Assert.Equal(0, fleet.Model.Plan.Page);
    }

    [Fact]
    public void A_page_that_is_cut_keeps_its_name_through_every_change_and_loses_it_only_with_itself()
    {
        var fleet = Named("C-b ,", "backend").Press("C-b % C-b E C-b } C-b \" C-b !");
        Assert.Equal(LayoutKind.Own, fleet.Model.Plan.Kind);
        Assert.Equal(["backend", ""], fleet.Model.Own!.Names);
        Type(fleet.Press("C-b ,"), "alone");
        Assert.Equal(["backend", "alone"], fleet.Model.Own!.Names);
        Assert.Equal(["backend"], fleet.Press("C-b & y").Model.Own!.Names);
        Assert.Equal(["backend", "alone"], fleet.Press("C-b u").Model.Own!.Names);
    }

    [Fact]
    public void Names_are_taken_away_with_an_empty_line_and_given_back_by_undo()
    {
        var fleet = Named("C-b ,", "backend");
        Assert.DoesNotContain("backend", Text(fleet.Press("C-b , C-u Enter")), StringComparison.Ordinal);
        Assert.Contains(" backend ", Text(fleet.Press("C-b u")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_changes_no_layout_and_no_zoom()
    {
        var fleet = new SampleFleet(120, 40);
        var before = (fleet.Model.Plan.Kind, fleet.Press("C-b z").Model.Zoomed);
        Type(fleet.Press("C-b ,"), "all of them");
        Assert.Equal(before, (fleet.Model.Plan.Kind, fleet.Model.Zoomed));
        Assert.Contains(" all of them ", Text(fleet.Press("C-b z")), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_kept_and_go_with_a_saved_layout()
    {
        var before = Named("C-b ,", "backend");
        var own = Type(new SampleFleet(120, 40).Press("C-b % C-b ,"), "two of them");
        Assert.Equal("backend", Again(before).Model.Plan.NameOf(0));
        Assert.Equal(["two of them"], Again(own).Model.Own!.Names);
        var saved = KeptLayout.Of(own.Model);
        saved.Apply(before.Model);
        Assert.Equal(["two of them"], before.Model.Own!.Names);
        Assert.Empty(before.Model.PageNames);
    }

    [Fact]
    public void The_list_of_pages_shows_who_is_where_and_goes_there()
    {
        var fleet = Type(Named("C-b ,", "backend").Press("C-b :"), "pages");
        Screens.Snapshot.Matches("pages-80x24", fleet.Screen());
        Assert.Equal(1, fleet.Press("Down Enter").Model.Plan.Page);
        Type(Type(fleet.Press("C-b :"), "pages").Press("r"), "front");
        Assert.Equal("front", fleet.Model.Plan.NameOf(1));
    }

    [Fact]
    public void The_wheel_over_the_status_line_goes_through_the_pages()
    {
        var fleet = Grid();
        InputEvent.Mouse Wheel(MouseButton button) => new(new MouseEvent(MouseAction.Press, button, 10, fleet.Model.Rows - 1, KeyModifiers.None));
        Assert.Equal(1, fleet.Take(Wheel(MouseButton.WheelDown)).Model.Plan.Page);
        Assert.Equal(0, fleet.Take(Wheel(MouseButton.WheelUp)).Model.Plan.Page);
    }

    /// <summary>Twelve cards on two pages.</summary>
    private static SampleFleet Grid()
    {
        var fleet = new SampleFleet(80, 24);
        Type(fleet.Press("C-b :"), "layout grid");
        return fleet;
    }

    private static SampleFleet Named(string key, string name) => Type(Grid().Press(key), name);

    private static SampleFleet Type(SampleFleet fleet, string line) =>
        fleet.Press($"{string.Join(' ', line.Select(character => character == ' ' ? "Space" : character.ToString()))} Enter");

    /// <summary>The status line without a notice over it.</summary>
    private static string Text(SampleFleet fleet)
    {
        fleet.Model.Notice = null;
        return fleet.StatusLine();
    }

    private static SampleFleet Again(SampleFleet before)
    {
        var kept = KeptState.Write(before.Model, "");
        return new SampleFleet(before.Model.Columns, before.Model.Rows, prepare: model => KeptState.Read(model, kept));
    }
}
