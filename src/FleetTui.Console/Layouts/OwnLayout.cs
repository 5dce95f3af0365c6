namespace FleetTui.Console.Layouts;

/// <summary>The pages that the user cut. A slot is on one of them at most; those on none follow on pages that are laid out by themselves.</summary>
public sealed record OwnLayout(IReadOnlyList<LayoutNode> Pages, PageFrame Frame)
{
    /// <summary>The number of the page that has a place, or -1.</summary>
    public int PageOf(string name)
    {
        for (var i = 0; i < Pages.Count; i++)
        {
            if (Pages[i].Has(name))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Another tree in place of a page; null drops the page.</summary>
    public OwnLayout With(int page, LayoutNode? tree)
    {
        var pages = Pages.ToList();
        if (tree is null)
        {
            pages.RemoveAt(page);
        }
        else
        {
            pages[page] = tree;
        }

        return this with { Pages = pages };
    }

    public OwnLayout Inserting(int page, LayoutNode tree)
    {
        var pages = Pages.ToList();
        pages.Insert(page, tree);
        return this with { Pages = pages };
    }

    /// <summary>Takes a place off whatever page it is on.</summary>
    public OwnLayout Without(string name) => PageOf(name) is >= 0 and var page ? With(page, LayoutTree.Without(Pages[page], name)) : this;

    public OwnLayout Renamed(Func<string, string> name) => this with { Pages = [.. Pages.Select(page => LayoutTree.Renamed(page, name))] };

    /// <summary>A name for one more empty place.</summary>
    public string NextEmpty()
    {
        var number = 1;
        while (PageOf($"#{number}") >= 0)
        {
            number++;
        }

        return $"#{number}";
    }
}
