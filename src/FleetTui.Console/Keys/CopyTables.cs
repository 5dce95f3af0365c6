namespace FleetTui.Console.Keys;

/// <summary>
/// The keys of copy mode, by the names of tmux's copy-mode commands. vi's table is tmux's but that <c>v</c> selects, <c>y</c> copies and <c>C-v</c> selects a block;
/// it also has emacs's keys where they do not clash.
/// </summary>
public static class CopyTables
{
    private const string Common = """
        Up cursor-up
        Down cursor-down
        Left cursor-left
        Right cursor-right
        Home start-of-line
        End end-of-line
        PgUp page-up
        PgDn page-down
        C-Up scroll-up
        C-Down scroll-down
        M-< history-top
        M-> history-bottom
        M-{ previous-paragraph
        M-} next-paragraph
        M-w copy-selection
        M-m back-to-indentation
        M-f next-word-end
        M-b previous-word
        M-v page-up
        M-x jump-to-mark
        X set-mark
        r refresh
        C-c cancel
        q cancel
        C-n cursor-down
        C-p cursor-up
        C-a start-of-line
        C-s search-forward
        C-r search-backward
        C-g clear-selection
        C-Space begin-selection
        f jump-forward
        F jump-backward
        t jump-to-forward
        T jump-to-backward
        ; jump-again
        , jump-reverse
        n search-again
        N search-reverse
        """;

    private const string ViTable = """
        h cursor-left
        j cursor-down
        k cursor-up
        l cursor-right
        BSpace cursor-left
        w next-word
        b previous-word
        e next-word-end
        W next-space
        B previous-space
        E next-space-end
        0 start-of-line
        $ end-of-line
        ^ back-to-indentation
        C-b page-up
        C-f page-down
        C-u halfpage-up
        C-d halfpage-down
        C-y scroll-up
        C-e scroll-down
        K scroll-up
        J scroll-down
        H top-line
        M middle-line
        L bottom-line
        g history-top
        G history-bottom
        : goto-line
        { previous-paragraph
        } next-paragraph
        % matching-bracket
        / search-forward
        ? search-backward
        * search-word-forward
        # search-word-backward
        Space begin-selection
        v begin-selection
        V select-line
        C-v rectangle-toggle
        o other-end
        y copy-selection
        Enter copy-selection
        C-j copy-selection
        D copy-end-of-line
        A append-selection
        Escape clear-or-cancel
        O open
        """;

    private const string EmacsTable = """
        C-b cursor-left
        C-f cursor-right
        C-e end-of-line
        C-v page-down
        Space page-down
        M-Up halfpage-up
        M-Down halfpage-down
        M-R top-line
        M-r middle-line
        g goto-line
        M-C-b previous-bracket
        C-M-b previous-bracket
        M-C-f next-bracket
        C-M-f next-bracket
        R rectangle-toggle
        C-w copy-selection
        C-k copy-end-of-line
        Escape cancel
        o open
        """;

    public static IReadOnlyDictionary<KeyStroke, string> Vi { get; } = Read(Common, ViTable);

    public static IReadOnlyDictionary<KeyStroke, string> Emacs { get; } = Read(Common, EmacsTable);

    private static Dictionary<KeyStroke, string> Read(params string[] tables)
    {
        var keys = new Dictionary<KeyStroke, string>();
        foreach (var line in tables.SelectMany(table => table.Split('\n', StringSplitOptions.RemoveEmptyEntries)))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            keys[KeyStroke.Parse(line[..space])] = line[(space + 1)..];
        }

        return keys;
    }
}
