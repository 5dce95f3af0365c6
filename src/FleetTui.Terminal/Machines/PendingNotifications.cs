namespace FleetTui.Terminal.Machines;

/// <summary>Notifications of kitty's protocol (OSC 99) that have come in part, by their id: bounded in number and length; the oldest go.</summary>
internal sealed class PendingNotifications
{
    public const int MaxPending = 8;

    /// <summary>UTF-16 units of a title, and of a body.</summary>
    public const int MaxText = 1024;

    private readonly List<(string Id, string Title, string Body)> pending = [];

    public IReadOnlyList<(string Id, string Title, string Body)> Entries => pending;

    /// <summary>What has come under this id, with more text at its end; it waits no longer.</summary>
    public (string Title, string Body) Take(string id, string title, string body)
    {
        var at = pending.FindIndex(p => p.Id == id);
        if (at < 0)
            return (title, body);
        var before = pending[at];
        pending.RemoveAt(at);
        return (Joined(before.Title, title), Joined(before.Body, body));
    }

    public void Keep(string id, string title, string body)
    {
        if (pending.Count == MaxPending)
            pending.RemoveAt(0);
        pending.Add((id, title, body));
    }

    public void Restore(IEnumerable<(string Id, string Title, string Body)> saved)
    {
        pending.Clear();
        pending.AddRange(saved.Take(MaxPending));
    }

    public void Clear() => pending.Clear();

    private static string Joined(string a, string b)
    {
        var text = a + b;
        if (text.Length <= MaxText)
            return text;
        return char.IsHighSurrogate(text[MaxText - 1]) ? text[..(MaxText - 1)] : text[..MaxText];
    }
}
