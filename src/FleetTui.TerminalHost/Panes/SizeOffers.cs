namespace FleetTui.TerminalHost.Panes;

/// <summary>
/// Whose size a pane has. Each client that shows the pane offers the size of its window onto it; the one that typed there last, or took the size, owns it, and only its offer counts.
/// When the owner goes, the one that used the pane before it owns it; of those that never used it, the one that came first. Called under the pane's gate.
/// </summary>
internal sealed class SizeOffers
{
    // The owner is the last.
    private readonly List<(object Client, int Columns, int Rows)> _offers = [];

    /// <summary>The owner's size, in cells. Only while somebody offers one.</summary>
    public (int Columns, int Rows) Owned => (_offers[^1].Columns, _offers[^1].Rows);

    /// <summary>True when the offer counts at once: nobody else's does.</summary>
    public bool Offer(object client, int columns, int rows)
    {
        var known = IndexOf(client);
        if (known >= 0) _offers[known] = (client, columns, rows);
        else _offers.Insert(0, (client, columns, rows));
        return ReferenceEquals(_offers[^1].Client, client);
    }

    public void Take(object client, int columns, int rows)
    {
        Leave(client);
        _offers.Add((client, columns, rows));
    }

    /// <summary>The client typed. True when it has become the owner by that; one that offered no size never does.</summary>
    public bool Use(object client)
    {
        if (_offers.Count < 2 || ReferenceEquals(_offers[^1].Client, client) || IndexOf(client) is not (>= 0 and var known)) return false;
        var offer = _offers[known];
        _offers.RemoveAt(known);
        _offers.Add(offer);
        return true;
    }

    /// <summary>The client has gone. True when another one owns the size by that.</summary>
    public bool Leave(object client)
    {
        var known = IndexOf(client);
        if (known < 0) return false;
        _offers.RemoveAt(known);
        return _offers.Count > 0 && known == _offers.Count;
    }

    private int IndexOf(object client)
    {
        for (var index = 0; index < _offers.Count; index++)
        {
            if (ReferenceEquals(_offers[index].Client, client)) return index;
        }

        return -1;
    }
}
