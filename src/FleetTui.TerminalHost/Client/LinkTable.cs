using FleetTui.Terminal.Cells;

namespace FleetTui.TerminalHost.Client;

/// <summary>The hyperlinks of one mirrored screen: ids for its cells. Forgets what no cell shows when it has grown.</summary>
internal sealed class LinkTable
{
    private const int Crowded = 4096;
    private readonly Dictionary<string, ushort> _ids = new(StringComparer.Ordinal);
    private readonly List<string?> _uris = [null];

    public string? UriOf(ushort id) => id < _uris.Count ? _uris[id] : null;

    /// <summary>The id of a URI; 0 when there are too many.</summary>
    public ushort IdOf(string uri)
    {
        if (_ids.TryGetValue(uri, out var id)) return id;
        if (uri.Length == 0 || _uris.Count > ushort.MaxValue) return 0;
        id = (ushort)_uris.Count;
        _uris.Add(uri);
        _ids[uri] = id;
        return id;
    }

    /// <summary>Gives new ids to the links that <paramref name="rows"/> still show, when the table has grown large.</summary>
    public void Compact(Cell[][] rows)
    {
        if (_uris.Count < Crowded) return;
        var old = _uris.ToArray();
        _uris.Clear();
        _uris.Add(null);
        _ids.Clear();
        foreach (var row in rows)
        {
            foreach (ref var cell in row.AsSpan())
            {
                if (cell.Style.Link != 0) cell = cell with { Style = cell.Style with { Link = IdOf(old[cell.Style.Link] ?? "") } };
            }
        }
    }
}
