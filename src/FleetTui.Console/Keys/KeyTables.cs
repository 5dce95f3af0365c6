using FleetTui.Terminal.Input;

namespace FleetTui.Console.Keys;

/// <summary>The live key tables: what follows the prefix, and what works without it.</summary>
public sealed class KeyTables
{
    private readonly Dictionary<KeyStroke, KeyBinding> _prefix = [];
    private readonly Dictionary<KeyStroke, KeyBinding> _root = [];
    private readonly Dictionary<(bool Root, KeyStroke Key), string> _own = [];
    private readonly List<string> _problems = [];
    private readonly List<string> _displaced = [];

    /// <param name="keys">The user's own keys: a command → its keys, as <see cref="UserKey"/> reads them. A user's key displaces what was there.</param>
    public KeyTables(string prefix, bool altKeys, bool vimNavigation, IReadOnlyDictionary<string, string> keys, Func<string, bool> isCommand)
    {
        if (!KeyStroke.TryParse(prefix, out var stroke))
        {
            _problems.Add($"console.prefix: \"{prefix}\" names no key, C-b is used");
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

        // What a command gives up first, so that two commands can exchange their keys.
        var own = keys.Select(pair => UserKey.Parse(pair.Key, pair.Value)).Where(key => IsKnown(key, isCommand)).ToList();
        foreach (var key in own)
        {
            GiveUp(key);
        }

        foreach (var key in own.Where(key => key.Command != UserKey.Unbind))
        {
            Bind(key);
        }
    }

    public KeyStroke PrefixKey { get; }

    public IEnumerable<KeyBinding> Prefix => _prefix.Values;

    public IEnumerable<KeyBinding> Root => _root.Values;

    /// <summary>What is wrong in the user's own keys, one sentence each; the defaults stay in force there.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Which commands lost their last key to the user's, one sentence each naming both.</summary>
    public IReadOnlyList<string> Displaced => _displaced;

    public KeyBinding? AfterPrefix(KeyStroke key) => _prefix.GetValueOrDefault(key);

    public KeyBinding? WithoutPrefix(KeyStroke key) => _root.GetValueOrDefault(key);

    /// <summary>How a command is reached, e.g. "C-b z" or "M-z"; null when it has no key.</summary>
    public string? Spell(string command) =>
        _prefix.Values.FirstOrDefault(binding => binding.Command == command) is { } binding ? $"{PrefixKey} {binding.Key}"
        : _root.Values.FirstOrDefault(other => other.Command == command)?.Key.ToString();

    private bool IsKnown(UserKey key, Func<string, bool> isCommand)
    {
        var known = key.Command == UserKey.Unbind || isCommand(key.Command);
        if (!known)
        {
            _problems.Add($"console.keys: there is no command \"{key.Command}\"; \"{PrefixKey} ?\" lists them");
        }

        return known;
    }

    private void GiveUp(UserKey key)
    {
        if (key.Command == UserKey.Unbind)
        {
            foreach (var (spelling, root) in key.Keys)
            {
                if (!KeyStroke.TryParse(spelling, out var stroke) || !Table(root).Remove(stroke))
                {
                    _problems.Add($"console.keys.{UserKey.Unbind}: \"{spelling}\" is no bound key{(root ? " without the prefix" : "")}");
                }
            }

            return;
        }

        // A key after the prefix leaves the one without it alone, and the other way round; no key takes both.
        foreach (var root in new[] { false, true }.Where(root => key.Keys.Count == 0 || key.Keys.Any(own => own.Root == root)))
        {
            foreach (var old in Table(root).Values.Where(binding => binding.Command == key.Command).Select(binding => binding.Key).ToList())
            {
                Table(root).Remove(old);
            }
        }
    }

    private void Bind(UserKey key)
    {
        foreach (var (spelling, root) in key.Keys)
        {
            var place = $"console.keys.\"{key.Command}\"";
            if (!KeyStroke.TryParse(spelling, out var stroke))
            {
                _problems.Add($"{place}: \"{spelling}\" names no key");
            }
            else if (Refusal(stroke, root) is { } refusal)
            {
                _problems.Add($"{place}: {stroke} cannot be it: {refusal}");
            }
            else if (_own.TryGetValue((root, stroke), out var other))
            {
                _problems.Add($"{place}: {stroke} is given to \"{other}\" already; \"{key.Command}\" needs another key");
            }
            else
            {
                Take(stroke, root, key);
            }
        }
    }

    private void Take(KeyStroke stroke, bool root, UserKey key)
    {
        var before = Table(root).GetValueOrDefault(stroke)?.Command;
        var repeat = key.Repeat ?? DefaultKeys.Prefix.Any(binding => binding.Command == key.Command && binding.Repeat);
        Table(root)[stroke] = new KeyBinding(stroke, key.Command, repeat && !root);
        _own[(root, stroke)] = key.Command;
        if (before is not null && before != key.Command && Spell(before) is null)
        {
            _displaced.Add($"console.keys: {stroke} is \"{key.Command}\" now, and \"{before}\" has no key any more");
        }
    }

    /// <summary>Why a key cannot be bound; null: it can.</summary>
    private string? Refusal(KeyStroke key, bool root)
    {
        if (key == PrefixKey)
        {
            return root ? "it is the prefix" : "the prefix pressed twice reaches the slot's program";
        }

        if (!root)
        {
            return key.Key == Key.Escape && key.Modifiers == 0 ? "it cancels the prefix" : null;
        }

        return DefaultKeys.NeverBound.Contains(key.ToString()) ? "terminals begin their own sequences with its bytes"
            : (key.Modifiers & ~KeyModifiers.Shift) == 0 && key.Key is Key.Character or Key.Enter or Key.Tab or Key.Backspace or Key.Escape ? "it is for typing, and would reach no program any more"
            : key.ToString() is "C-c" or "C-d" or "C-m" or "C-j" or "C-i" or "C-[" ? "the slots' programs cannot do without it"
            : null;
    }

    private Dictionary<KeyStroke, KeyBinding> Table(bool root) => root ? _root : _prefix;

    private static void Add(Dictionary<KeyStroke, KeyBinding> table, IEnumerable<KeyBinding> bindings)
    {
        foreach (var binding in bindings)
        {
            table[binding.Key] = binding;
        }
    }
}
