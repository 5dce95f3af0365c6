namespace FleetTui.Console.Keys;

/// <summary>The live key tables: what follows the prefix, and what works without it.</summary>
public sealed class KeyTables
{
    private readonly Dictionary<KeyStroke, KeyBinding> _prefix = [];
    private readonly Dictionary<KeyStroke, KeyBinding> _root = [];

    public KeyStroke PrefixKey { get; }

    public IEnumerable<KeyBinding> Prefix => _prefix.Values;

    public IEnumerable<KeyBinding> Root => _root.Values;

    /// <summary>What is wrong in the user's own keys, one sentence each; the defaults stay in force there.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <param name="keys">
    /// The user's own keys: a command → its key. <c>zoom = "Z"</c> binds after the prefix, <c>zoom = "-n M-Z"</c> without it (as tmux's <c>bind -n</c>);
    /// an empty key unbinds. A user's key displaces what was there.
    /// </param>
    public KeyTables(string prefix, bool altKeys, bool vimNavigation, IReadOnlyDictionary<string, string> keys, Func<string, bool> isCommand)
    {
        var problems = new List<string>();
        if (!KeyStroke.TryParse(prefix, out var stroke))
        {
            problems.Add($"console.prefix: \"{prefix}\" names no key, C-b is used");
            stroke = KeyStroke.Parse("C-b");
        }

        PrefixKey = stroke;
        Add(_prefix, DefaultKeys.Prefix);
        if (vimNavigation)
        {
            Add(_prefix, DefaultKeys.VimNavigation);
        }

        if (altKeys)
        {
            Add(_root, DefaultKeys.Root);
        }

        foreach (var (command, key) in keys)
        {
            Rebind(command, key, isCommand, problems);
        }

        Problems = problems;
    }

    public KeyBinding? AfterPrefix(KeyStroke key) => _prefix.GetValueOrDefault(key);

    public KeyBinding? WithoutPrefix(KeyStroke key) => _root.GetValueOrDefault(key);

    /// <summary>How a command is reached, e.g. "C-b z" or "M-z"; null when it has no key.</summary>
    public string? Spell(string command) =>
        _prefix.Values.FirstOrDefault(binding => binding.Command == command) is { } binding ? $"{PrefixKey} {binding.Key}"
        : _root.Values.FirstOrDefault(other => other.Command == command)?.Key.ToString();

    private void Rebind(string command, string key, Func<string, bool> isCommand, List<string> problems)
    {
        if (!isCommand(command))
        {
            problems.Add($"console.keys: there is no command \"{command}\"; \"{PrefixKey} ?\" lists them");
            return;
        }

        var root = key.StartsWith("-n ", StringComparison.Ordinal);
        var spelling = root ? key[3..].Trim() : key;
        var table = root ? _root : _prefix;
        if (spelling.Length > 0 && !KeyStroke.TryParse(spelling, out _))
        {
            problems.Add($"console.keys.{command}: \"{spelling}\" names no key");
            return;
        }

        var repeat = table.Values.Any(binding => binding.Command == command && binding.Repeat);
        foreach (var old in table.Values.Where(binding => binding.Command == command).Select(binding => binding.Key).ToList())
        {
            table.Remove(old);
        }

        if (spelling.Length > 0)
        {
            var stroke = KeyStroke.Parse(spelling);
            if (table.TryGetValue(stroke, out var displaced))
            {
                problems.Add($"console.keys.{command}: {stroke} was \"{displaced.Command}\", which has no key now");
            }

            table[stroke] = new KeyBinding(stroke, command, repeat);
        }
    }

    private static void Add(Dictionary<KeyStroke, KeyBinding> table, IEnumerable<KeyBinding> bindings)
    {
        foreach (var binding in bindings)
        {
            table[binding.Key] = binding;
        }
    }
}
