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
        var styles = new bool[Styles.Count];
        var clusters = new bool[Clusters.Count];
        EachCell(grids, (ref ScreenCell cell) =>
        {
            styles[cell.Style] = true;
            if (cell.IsCluster)
                clusters[ClusterOf(cell)] = true;
        });

        var linkMap = Links.IsFull ? CompactLinks(styles, pens) : null;
        var styleMap = Styles.Compact(styles, linkMap);
        var clusterMap = Clusters.Compact(clusters);
        EachCell(grids, (ref ScreenCell cell) =>
        {
            cell.Style = styleMap[cell.Style];
            if (cell.IsCluster)
                cell.Glyph = (cell.Glyph & Glyphs.PartMask) | Glyphs.Cluster | clusterMap[ClusterOf(cell)];
        });
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

    private ushort[] CompactLinks(bool[] liveStyles, Span<CellStyle> pens)
    {
        var live = new bool[Links.Count];
        for (var id = 0u; id < liveStyles.Length; id++)
        {
            if (liveStyles[id])
                live[Styles.Ref(id).Link] = true;
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
