namespace FleetTui.Console.Compositing;

/// <summary>The hyperlinks on the screen: each pane numbers its own, here one number means one URI for all of them.</summary>
public sealed class LinkBook
{
    private const int Most = 8192;

    private readonly Dictionary<string, ushort> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _uris = [""];

    /// <summary>Rises when the book was full and began anew: numbers given before mean nothing any more.</summary>
    public int Edition { get; private set; }

    public ushort IdOf(string uri)
    {
        if (_ids.TryGetValue(uri, out var id))
        {
            return id;
        }

        if (_uris.Count > Most)
        {
            _ids.Clear();
            _uris.RemoveRange(1, _uris.Count - 1);
            Edition++;
        }

        id = (ushort)_uris.Count;
        _uris.Add(uri);
        _ids[uri] = id;
        return id;
    }

    public string UriOf(ushort id) => id < _uris.Count ? _uris[id] : "";
}
