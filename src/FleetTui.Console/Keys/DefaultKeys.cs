namespace FleetTui.Console.Keys;

/// <summary>The tables before the user's own changes: tmux's prefix table with the fleet's letters where tmux leaves room, and the Alt set.</summary>
public static class DefaultKeys
{
    /// <summary>Free for the user, and so never bound here.</summary>
    public static readonly IReadOnlyList<string> KeptForUsers = ["|", "_", "\\", "`"];

    /// <summary>The bytes that open CSI, SS3, OSC and their like: no terminal sends them as keys one could trust.</summary>
    public static readonly IReadOnlyList<string> NeverBound = ["M-[", "M-O", "M-]", "M-\\", "M-P", "M-X", "M-N", "M-^", "M-_"];

    // key, command, "r" when repeatable.
    private const string PrefixTable = """
        c new-page
        & close-page
        , rename-page
        . move-slot
        ? keys
        / describe-key
        n next-page
        p previous-page
        l last-page
        0 page 10
        1 page 1
        2 page 2
        3 page 3
        4 page 4
        5 page 5
        6 page 6
        7 page 7
        8 page 8
        9 page 9
        ' page
        : prompt
        d detach
        D detach
        w overview
        s fleets
        ( previous-fleet
        ) next-fleet
        L last-fleet
        $ rename-fleet
        " split below
        % split right
        x stop
        ! break
        z zoom
        Up focus-up r
        Down focus-down r
        Left focus-left r
        Right focus-right r
        o next-slot
        ; last-slot
        q numbers
        { swap-up
        } swap-down
        C-o rotate
        M-o rotate-back
        m mark
        M mark clear
        C-Up resize up r
        C-Down resize down r
        C-Left resize left r
        C-Right resize right r
        M-Up resize up 5 r
        M-Down resize down 5 r
        M-Left resize left 5 r
        M-Right resize right 5 r
        Space next-layout
        E even
        M-1 layout even-horizontal
        M-2 layout even-vertical
        M-3 layout main-horizontal
        M-4 layout main-vertical
        M-5 layout tiled
        [ copy-mode
        PgUp copy-mode up
        ] paste
        = buffers
        # buffers
        - drop-buffer
        M-n next-attention
        M-p previous-attention
        f goto
        i info
        t clock
        ~ messages
        r redraw
        C-z suspend
        C settings
        < page-menu
        > slot-menu
        S-Up pan-up r
        S-Down pan-down r
        S-Left pan-left r
        S-Right pan-right r
        DC pan-reset r
        Z take-size
        a next-attention r
        A assign
        R restart
        Q lane
        G land
        H hold
        S migrations
        K tasks
        I inbox
        U usage
        e log
        V review
        B broadcast
        P palette
        Y style
        X exchange
        O observe
        b rail
        v view-keys
        y roles
        u undo
        J join
        N order
        k pin
        h hints
        T rename-slot
        + new-slot
        F find-all
        W save-layout
        """;

    private const string RootTable = """
        M-1 slot 1
        M-2 slot 2
        M-3 slot 3
        M-4 slot 4
        M-5 slot 5
        M-6 slot 6
        M-7 slot 7
        M-8 slot 8
        M-9 slot 9
        M-0 slot 10
        M-- slot 11
        M-= slot 12
        M-a next-attention
        M-h focus-left
        M-j focus-down
        M-k focus-up
        M-l focus-right
        M-; last-slot
        M-z zoom
        M-w overview
        M-q lane
        M-x palette
        M-i inbox
        M-e log
        M-s compose
        M-/ find-all
        M-g goto
        M-u undo
        M-n next-slot
        M-' pass-next
        """;

    private const string VimTable = """
        h focus-left r
        j focus-down r
        k focus-up r
        l focus-right r
        ^ last-page
        """;

    public static IEnumerable<KeyBinding> Prefix => Read(PrefixTable);

    public static IEnumerable<KeyBinding> Root => Read(RootTable);

    public static IEnumerable<KeyBinding> VimNavigation => Read(VimTable);

    private static IEnumerable<KeyBinding> Read(string table)
    {
        foreach (var line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var command = line[(space + 1)..];
            var repeat = command.EndsWith(" r", StringComparison.Ordinal);
            yield return new KeyBinding(KeyStroke.Parse(line[..space]), repeat ? command[..^2] : command, repeat);
        }
    }
}
