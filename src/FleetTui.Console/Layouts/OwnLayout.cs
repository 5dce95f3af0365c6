namespace FleetTui.Console.Layouts;

/// <summary>The pages that the user cut. A slot is on one of them at most; those on none follow on pages that are laid out by themselves.</summary>
public sealed record OwnLayout(IReadOnlyList<LayoutNode> Pages, PageFrame Frame)
{
    /// <summary>What the user calls the pages; empty, or not there, for a page without a name.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    public string NameOf(int page) => page < Names.Count ? Names[page] : "";

    public OwnLayout Named(int page, string name) => this with { Names = [.. Pages.Select((_, index) => index == page ? name : NameOf(index))] };

    /// <summary>Only the places that are kept; a page without any is dropped.</summary>
    public OwnLayout Pruned(Func<LayoutPlace, bool> kept)
    {
        var left = Pages.Select((page, index) => (Tree: LayoutTree.Pruned(page, kept), Name: NameOf(index))).Where(page => page.Tree is not null).ToList();
        return this with { Pages = [.. left.Select(page => page.Tree!)], Names = [.. left.Select(page => page.Name)] };
    }

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
        if (tree is null)
        {
            return this with { Pages = [.. Pages.Where((_, index) => index != page)], Names = [.. Names.Where((_, index) => index != page)] };
        }

        var pages = Pages.ToList();
        pages[page] = tree;
        return this with { Pages = pages };
    }

    public OwnLayout Inserting(int page, LayoutNode tree, string name = "")
    {
        var pages = Pages.ToList();
        pages.Insert(page, tree);
        var names = Pages.Select((_, index) => NameOf(index)).ToList();
        names.Insert(page, name);
        return this with { Pages = pages, Names = names };
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
