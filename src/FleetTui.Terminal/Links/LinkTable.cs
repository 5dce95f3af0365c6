namespace FleetTui.Terminal.Links;

/// <summary>
/// OSC 8 targets by number. 0 is none. When all numbers are taken the owner compacts; if every one is in use, new links are dropped.
/// </summary>
internal sealed class LinkTable
{
    /// <summary>Longer URIs are dropped, as VTE does (2083 is Internet Explorer's limit, kept by the OSC 8 note).</summary>
    public const int MaxUriBytes = 2083;

    /// <summary>Longer ids are dropped.</summary>
    public const int MaxIdBytes = 250;

    private const int Capacity = 4096;

    /// <summary>Of all URIs and ids together.</summary>
    private const int MaxCharacters = 1 << 20;

    private const int RetryAfter = 256;
    private readonly List<(string Uri, string Id)> links = [("", "")];
    private readonly Dictionary<(string Uri, string Id), ushort> ids = [];

    private int dropped;
    private int characters;

    public int Count => links.Count;

    public bool IsFull => links.Count >= Capacity || characters >= MaxCharacters;

    /// <summary>Full, and enough links were dropped since the last time that looking for dead ones may pay.</summary>
    public bool ShouldCompact => IsFull && dropped % RetryAfter == 0;

    /// <summary>The number of a link, or 0 when the table is full.</summary>
    public ushort Intern(string uri, string id)
    {
        if (ids.TryGetValue((uri, id), out var number))
            return number;
        if (IsFull)
        {
            dropped++;
            return 0;
        }

        number = (ushort)links.Count;
        links.Add((uri, id));
        ids.Add((uri, id), number);
        characters += uri.Length + id.Length;
        return number;
    }

    public string? Uri(ushort link) => link != 0 && link < links.Count ? links[link].Uri : null;

    public string Id(ushort link) => link < links.Count ? links[link].Id : "";

    public ushort[] Compact(ReadOnlySpan<bool> live)
    {
        dropped = 1;
        var map = new ushort[links.Count];
        var old = links.ToArray();
        links.RemoveRange(1, links.Count - 1);
        ids.Clear();
        characters = 0;
        for (var i = 1; i < old.Length; i++)
        {
            if (live[i])
                map[i] = Intern(old[i].Uri, old[i].Id);
        }

        return map;
    }
}
