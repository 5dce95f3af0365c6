using System.Buffers;
using FleetTui.Terminal.Cells;
using FleetTui.Terminal.Links;
using FleetTui.Terminal.Screens;
using FleetTui.Terminal.Styles;
using FleetTui.Terminal.Text;

namespace FleetTui.Terminal.Rows;

/// <summary>What the numbers in cells stand for. Shared by both grids.</summary>
internal sealed class CellTables
{
    public StyleTable Styles { get; } = new();

    public ClusterTable Clusters { get; } = new();

    public LinkTable Links { get; } = new();

    /// <summary>Drops what no cell of the grids and no pen uses any more, and renumbers the rest.</summary>
    /// <param name="grids">Both screens.</param>
    /// <param name="pens">Styles outside cells whose links are live: the pen and the saved ones; rewritten.</param>
    public void Compact(ReadOnlySpan<Grid> grids, Span<CellStyle> pens)
    {
        // Rented: a program that shows every colour there is compacts often.
        var count = Styles.Count;
        var styles = ArrayPool<bool>.Shared.Rent(count);
        var styleMap = ArrayPool<uint>.Shared.Rent(count);
        styles.AsSpan(0, count).Clear();
        var clusters = new bool[Clusters.Count];
        EachCell(grids, (ref ScreenCell cell) =>
        {
            styles[cell.Style] = true;
            if (cell.IsCluster)
                clusters[ClusterOf(cell)] = true;
        });

        var linkMap = Links.IsFull ? CompactLinks(styles.AsSpan(0, count), pens) : null;
        Styles.Compact(styles.AsSpan(0, count), styleMap, linkMap);
        var clusterMap = Clusters.Compact(clusters);
        EachCell(grids, (ref ScreenCell cell) =>
        {
            cell.Style = styleMap[cell.Style];
            if (cell.IsCluster)
                cell.Glyph = (cell.Glyph & Glyphs.PartMask) | Glyphs.Cluster | clusterMap[ClusterOf(cell)];
        });
        ArrayPool<bool>.Shared.Return(styles);
        ArrayPool<uint>.Shared.Return(styleMap);
    }

    private static uint ClusterOf(in ScreenCell cell) => cell.Glyph & Glyphs.ValueMask & ~Glyphs.Cluster;

    private static void EachCell(ReadOnlySpan<Grid> grids, CellVisitor visit)
    {
        foreach (var grid in grids)
        {
            for (var y = 0; y < grid.Count; y++)
            {
                foreach (ref var cell in grid[y].Cells.AsSpan(0, grid[y].Used))
                    visit(ref cell);
            }
        }
    }

    private ushort[] CompactLinks(ReadOnlySpan<bool> liveStyles, Span<CellStyle> pens)
    {
        var live = new bool[Links.Count];
        for (var id = 0; id < liveStyles.Length; id++)
        {
            if (liveStyles[id])
                live[Styles.Ref((uint)id).Link] = true;
        }

        foreach (var pen in pens)
            live[pen.Link] = true;
        var map = Links.Compact(live);
        foreach (ref var pen in pens)
            pen = pen with { Link = map[pen.Link] };
        return map;
    }

    private delegate void CellVisitor(ref ScreenCell cell);
}
