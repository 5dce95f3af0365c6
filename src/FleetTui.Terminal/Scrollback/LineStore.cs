namespace FleetTui.Terminal.Scrollback;

/// <summary>
/// The lines that left the top of the main screen, packed: a line costs about its own text. Bounded in lines and in bytes;
/// the oldest go first. Lines have absolute numbers, from <see cref="First"/> to before <see cref="Next"/>.
/// </summary>
internal sealed class LineStore(int limit)
{
    private const int PageBytes = 64 * 1024;

    /// <summary>The average a line may cost before the byte bound bites: a 200-column row with a colour per cell fits.</summary>
    private const int AverageLineBytes = 4096;

    private readonly List<LinePage> pages = [];
    private LinePage? spare;
    private long pageBytes;

    /// <summary>Of the lines that live. They decide what goes, not the pages: how those are filled depends on the past, and a restored terminal has another one.</summary>
    private long rowBytes;

    /// <summary>Lines kept. A lower one drops the oldest at once.</summary>
    public int Limit
    {
        get => field;
        set
        {
            field = Math.Max(value, 0);
            if (field == 0)
                Clear();
            else
                Trim();
        }
    }
    = Math.Max(limit, 0);

    public long First { get; private set; }

    /// <summary>The number that the next line gets; the top line of the screen has it.</summary>
    public long Next { get; private set; }

    public int Count => (int)(Next - First);

    /// <summary>Bytes held, for memory figures and tests.</summary>
    public long Bytes => pageBytes;

    public ReadOnlySpan<byte> this[long line] => PageOf(line).Row(line);

    public void Append(ReadOnlySpan<byte> row)
    {
        if (Limit == 0)
        {
            First = ++Next;
            return;
        }

        if (pages.Count == 0 || !pages[^1].TryAppend(row))
            AddPage(row.Length).TryAppend(row);
        Next++;
        rowBytes += row.Length;
        Trim();
    }

    /// <summary>Takes the newest line off; the caller has copied it.</summary>
    public void RemoveLast()
    {
        var page = pages[^1];
        rowBytes -= page.Row(Next - 1).Length;
        page.RemoveLast();
        Next--;
        if (page.Live == 0)
            Release(pages.Count - 1);
    }

    /// <summary>Forgets all lines; numbers go on.</summary>
    public void Clear()
    {
        // One page is kept: a program may erase the scrollback with every frame.
        spare = pages.Count > 0 && pages[0].Bytes.Length <= PageBytes ? pages[0] : null;
        pages.Clear();
        pageBytes = rowBytes = 0;
        First = Next;
    }

    /// <summary>Sets the numbering of an empty store.</summary>
    public void Restart(long first)
    {
        Clear();
        First = Next = first;
    }

    private void Trim()
    {
        while (Count > Limit || (rowBytes > (long)Limit * AverageLineBytes && Count > 1))
            DropFirst();
    }

    private LinePage PageOf(long line)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(line, First);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(line, Next);
        int low = 0, high = pages.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (pages[middle].First <= line)
                low = middle;
            else
                high = middle - 1;
        }

        return pages[low];
    }

    private LinePage AddPage(int atLeast)
    {
        // The first page is small: most panes of a fleet are quiet.
        var size = Math.Max(atLeast, pages.Count == 0 ? PageBytes / 8 : PageBytes);
        var page = spare is { } kept && kept.Bytes.Length >= size ? kept : new LinePage(size);
        spare = null;
        page.Restart(Next);
        pages.Add(page);
        pageBytes += page.Bytes.Length;
        return page;
    }

    private void DropFirst()
    {
        var page = pages[0];
        rowBytes -= page.Row(First).Length;
        page.DropFirst();
        First++;
        if (page.Live == 0)
            Release(0);
    }

    private void Release(int index)
    {
        var page = pages[index];
        pages.RemoveAt(index);
        pageBytes -= page.Bytes.Length;
        if (page.Bytes.Length == PageBytes)
            spare = page;
    }
}
