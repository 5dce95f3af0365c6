namespace FleetTui.Terminal.Titles;

/// <summary>The window and icon title and what XTWINOPS 22/23 pushed (bounded; the oldest go).</summary>
internal sealed class TitleStack
{
    /// <summary>Longer titles are cut.</summary>
    public const int MaxTitle = 1024;

    public const int MaxDepth = 10;
    private readonly List<(string Window, string Icon)> stack = [];

    /// <summary>XTSMTITLE 0: titles come as hexadecimal digits of their UTF-8.</summary>
    public bool SetByHex { get; set; }

    /// <summary>XTSMTITLE 1: titles are told so.</summary>
    public bool AskedByHex { get; set; }

    public string Window { get; set; } = "";

    public string Icon { get; set; } = "";

    public IReadOnlyList<(string Window, string Icon)> Stack => stack;

    public void Push()
    {
        if (stack.Count == MaxDepth)
            stack.RemoveAt(0);
        stack.Add((Window, Icon));
    }

    public bool TryPop(out string window, out string icon)
    {
        (window, icon) = stack.Count > 0 ? stack[^1] : ("", "");
        if (stack.Count == 0)
            return false;
        stack.RemoveAt(stack.Count - 1);
        return true;
    }

    public void Restore(IEnumerable<(string Window, string Icon)> saved)
    {
        stack.Clear();
        stack.AddRange(saved.Take(MaxDepth));
    }

    public void ClearStack() => stack.Clear();
}
