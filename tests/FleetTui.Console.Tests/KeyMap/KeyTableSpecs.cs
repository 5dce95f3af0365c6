using FleetTui.Console.Commands;
using FleetTui.Console.Effects;
using FleetTui.Console.Keys;
using FleetTui.Console.Tests.Fakes;

namespace FleetTui.Console.Tests.KeyMap;

public sealed class KeyTableSpecs
{
    // tmux 3.3a's prefix table, and the fleet's letters.
    private const string PrefixKeys =
        "c & , . n p l 0 1 2 3 4 5 6 7 8 9 ' w s \" % Up Down Left Right o ; { } C-o M-o C-Up C-Down C-Left C-Right M-Up M-Down M-Left M-Right [ PgUp ] = # - M-n M-p f i t ~ < > S-Up S-Down S-Left S-Right DC " +
        ": ? / d D ( ) L $ x ! z q m M Space E M-1 M-2 M-3 M-4 M-5 r C-z C " +
        "a A R Q G H S K I U e V B P Y X O b u + F W v y J N k h";

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

    [Fact]
    public void A_users_key_displaces_the_default_and_says_so()
    {
        var tables = new KeyTables("C-Space", true, false, new Dictionary<string, string> { ["zoom"] = "d", ["lane"] = "-n F2", ["nosuch"] = "x", ["overview"] = "Foo-q" }, CommandTable.Default.Has);
        Assert.Equal("zoom", tables.AfterPrefix(KeyStroke.Parse("d"))?.Command);
        Assert.Null(tables.AfterPrefix(KeyStroke.Parse("z")));
        Assert.Equal("lane", tables.WithoutPrefix(KeyStroke.Parse("F2"))?.Command);
        Assert.Equal(3, tables.Problems.Count);
        Assert.Contains(tables.Problems, problem => problem.Contains("detach", StringComparison.Ordinal));
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
