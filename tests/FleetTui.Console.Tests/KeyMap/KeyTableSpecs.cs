using FleetTui.Console.Commands;
using FleetTui.Console.Effects;
using FleetTui.Console.Keys;
using FleetTui.Console.Tests.Fakes;

namespace FleetTui.Console.Tests.KeyMap;

public sealed class KeyTableSpecs
{
    // tmux 3.3a's prefix table, the fleet's letters, and T, where newer tmux titles a pane.
    private const string PrefixKeys =
        "c & , . n p l 0 1 2 3 4 5 6 7 8 9 ' w s \" % Up Down Left Right o ; { } C-o M-o C-Up C-Down C-Left C-Right M-Up M-Down M-Left M-Right [ PgUp ] = # - M-n M-p f i t ~ < > S-Up S-Down S-Left S-Right DC Z " +
        ": ? / d D ( ) L $ x ! z q m M Space E M-1 M-2 M-3 M-4 M-5 r C-z C " +
        "a A R Q G H S K I U e V B P Y X O b u + F W v y J N k h T";

    private const string AltKeys = "M-1 M-2 M-3 M-4 M-5 M-6 M-7 M-8 M-9 M-0 M-- M-= M-a M-h M-j M-k M-l M-; M-z M-w M-q M-x M-i M-e M-s M-/ M-g M-u M-n M-'";

    // What Claude Code and Codex use themselves, or editing keys that must reach them.
    private const string Forwarded = "C-c C-d Escape S-Tab Tab C-o C-t C-r C-s C-g C-l C-v C-j S-Enter M-Enter C-x C-_ C-a C-e C-f C-h C-k C-n C-p C-u C-w C-y M-p M-t M-o M-m M-v M-b M-f M-d M-y M-r M-, M-. M-Up M-Left M-Right M-Down M-BSpace M-DC PgUp PgDn C-Home C-End M-c a Z ! / @ # : [ F5";

    private static readonly KeyTables Tables = new("C-b", altKeys: true, vimNavigation: false, new Dictionary<string, string>(), CommandTable.Default.Has);

    public static TheoryData<string> All(string keys) => [.. keys.Split(' ')];

    public static TheoryData<string> Prefixed => All(PrefixKeys);

    public static TheoryData<string> WithAlt => All(AltKeys);

    public static TheoryData<string> ToTheProgram => All(Forwarded);

    [Theory]
    [MemberData(nameof(Prefixed))]
    public void Every_key_of_the_prefix_table_has_a_command(string key) =>
        Assert.NotNull(CommandTable.Default.Find(Assert.IsType<KeyBinding>(Tables.AfterPrefix(KeyStroke.Parse(key))).Command));

    [Theory]
    [MemberData(nameof(WithAlt))]
    public void Every_Alt_key_has_a_command(string key) =>
        Assert.NotNull(CommandTable.Default.Find(Assert.IsType<KeyBinding>(Tables.WithoutPrefix(KeyStroke.Parse(key))).Command));

    [Fact]
    public void Keys_kept_for_users_and_keys_no_terminal_can_send_are_never_bound()
    {
        Assert.All(DefaultKeys.KeptForUsers, key => Assert.Null(Tables.AfterPrefix(KeyStroke.Parse(key))));
        Assert.All(DefaultKeys.NeverBound, key => Assert.Null(Tables.WithoutPrefix(KeyStroke.Parse(key))));
    }

    [Fact]
    public void Every_bound_key_is_one_of_the_key_map() =>
        Assert.Empty(Tables.Prefix.Select(binding => binding.Key.ToString()).Except(PrefixKeys.Split(' ')).Concat(Tables.Root.Select(binding => binding.Key.ToString()).Except(AltKeys.Split(' '))));

    [Theory]
    [MemberData(nameof(ToTheProgram))]
    public void Keys_that_the_agents_use_reach_the_program(string key)
    {
        var fleet = new SampleFleet(120, 40);
        fleet.Effects.Clear();
        fleet.Press(key);
        Assert.Equal(key, KeyStroke.Of(Assert.Single(fleet.Effects.OfType<Effect.SendKey>()).Key).ToString());
    }

    [Fact]
    public void The_prefix_pressed_twice_reaches_the_program_once()
    {
        var fleet = new SampleFleet(120, 40).Press("C-b C-b");
        Assert.Equal("C-b", KeyStroke.Of(Assert.Single(fleet.Effects.OfType<Effect.SendKey>()).Key).ToString());
    }

    [Fact]
    public void An_unknown_key_after_the_prefix_is_told_and_reaches_nobody()
    {
        var fleet = new SampleFleet(120, 40).Press("C-b |");
        Assert.Empty(fleet.Effects.OfType<Effect.SendKey>());
        Assert.Contains("not bound: |", fleet.Screen(), StringComparison.Ordinal);
        Assert.Equal("x", KeyStroke.Of(Assert.Single(fleet.Press("x").Effects.OfType<Effect.SendKey>()).Key).ToString());
    }

    [Fact]
    public void Escape_after_the_prefix_cancels_it()
    {
        var fleet = new SampleFleet(120, 40).Press("C-b");
        Assert.Contains("C-b-", fleet.Screen(), StringComparison.Ordinal);
        fleet.Press("Escape");
        Assert.False(fleet.Model.PrefixPending);
        Assert.Empty(fleet.Effects.OfType<Effect.SendKey>());
    }

    [Fact]
    public void A_repeatable_key_needs_no_second_prefix_for_a_while()
    {
        var fleet = new SampleFleet(200, 50).Press("C-b Right Right");
        Assert.Equal(2, fleet.Model.Focus);
        fleet.Model.Now += TimeSpan.FromSeconds(1);
        fleet.Press("Right");
        Assert.Equal(2, fleet.Model.Focus);
        Assert.Single(fleet.Effects.OfType<Effect.SendKey>());
    }

    private static KeyTables With(params (string Command, string Key)[] keys) =>
        new("C-Space", true, false, keys.ToDictionary(key => key.Command, key => key.Key), CommandTable.Default.Has);

    [Fact]
    public void A_users_key_displaces_the_default_and_the_report_names_both()
    {
        var tables = With(("zoom", "d"), ("lane", "-n F2"));
        Assert.Equal("zoom", tables.AfterPrefix(KeyStroke.Parse("d"))?.Command);
        Assert.Null(tables.AfterPrefix(KeyStroke.Parse("z")));
        Assert.Equal("lane", tables.WithoutPrefix(KeyStroke.Parse("F2"))?.Command);
        Assert.Equal("lane", tables.AfterPrefix(KeyStroke.Parse("Q"))?.Command);
        Assert.Empty(tables.Problems);
        Assert.Empty(tables.Displaced);
        Assert.Contains("\"zoom\"", Assert.Single(With(("zoom", "G")).Displaced), StringComparison.Ordinal);
        Assert.Contains("\"land\"", With(("zoom", "G")).Displaced[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nosuch", "x", "no command \"nosuch\"")]
    [InlineData("overview", "Foo-q", "names no key")]
    [InlineData("zoom", "C-Space", "the prefix pressed twice")]
    [InlineData("zoom", "-n M-[", "terminals begin")]
    [InlineData("zoom", "-n a", "it is for typing")]
    [InlineData("zoom", "-n Enter", "it is for typing")]
    [InlineData("zoom", "-n C-c", "cannot do without it")]
    [InlineData("unbind", "|", "is no bound key")]
    public void A_key_that_cannot_be_is_refused_with_the_reason(string command, string key, string said) =>
        Assert.Contains(said, Assert.Single(With((command, key)).Problems), StringComparison.Ordinal);

    [Fact]
    public void Two_of_the_users_own_commands_on_one_key_are_told_by_name()
    {
        var told = Assert.Single(With(("zoom", "y"), ("lane", "y")).Problems);
        Assert.Contains("\"zoom\"", told, StringComparison.Ordinal);
        Assert.Contains("\"lane\"", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_commands_exchange_their_keys()
    {
        var tables = With(("zoom", "m"), ("mark", "z"));
        Assert.Equal(("zoom", "mark"), (tables.AfterPrefix(KeyStroke.Parse("m"))!.Command, tables.AfterPrefix(KeyStroke.Parse("z"))!.Command));
        Assert.Empty(tables.Problems.Concat(tables.Displaced));
    }

    [Fact]
    public void Several_keys_repeating_ones_and_commands_with_words_can_be_bound_and_single_keys_unbound()
    {
        var tables = With(("next-page", "-r Tab -n M-Tab"), ("layout grid", "y"), ("restart", ""), ("unbind", "& -n M-a"));
        Assert.True(tables.AfterPrefix(KeyStroke.Parse("Tab"))!.Repeat);
        Assert.Equal("next-page", tables.WithoutPrefix(KeyStroke.Parse("M-Tab"))?.Command);
        Assert.Equal("layout grid", tables.AfterPrefix(KeyStroke.Parse("y"))?.Command);
        Assert.Null(tables.Spell("restart"));
        Assert.Null(tables.AfterPrefix(KeyStroke.Parse("&")));
        Assert.Null(tables.WithoutPrefix(KeyStroke.Parse("M-a")));
        Assert.NotNull(tables.AfterPrefix(KeyStroke.Parse("a")));
        Assert.Empty(tables.Problems);
    }

    [Fact]
    public void The_vim_keys_move_the_focus_and_last_page_moves_over()
    {
        var tables = new KeyTables("C-b", true, vimNavigation: true, new Dictionary<string, string>(), CommandTable.Default.Has);
        Assert.Equal(["focus-left", "focus-down", "focus-up", "focus-right", "last-page"], "hjkl^".Select(key => tables.AfterPrefix(KeyStroke.Of(key))!.Command));
    }

    [Fact]
    public void Alt_keys_stay_off_in_a_shell_slot()
    {
        var fleet = new SampleFleet(120, 40);
        fleet.Model.Focused!.Status = fleet.Model.Focused.Status with { Agent = "sh" };
        fleet.Press("M-l");
        Assert.Single(fleet.Effects.OfType<Effect.SendKey>());
        Assert.Equal(0, fleet.Model.Focus);
    }
}
