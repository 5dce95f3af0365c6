using System.Globalization;
using System.Text;

namespace FleetTui.Console.Layouts;

/// <summary>A tree as one line, as it is kept and shown: <c>rows(a*2 columns(b c))</c>; <c>*2</c> is a weight, <c>#1</c> an empty place.</summary>
public static class LayoutText
{
    private const int MostPlaces = 200;
    private const int Deepest = 30;

    public static string Of(LayoutNode node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return text.ToString();
    }

    /// <summary>Null when the text is no tree.</summary>
    public static LayoutNode? Parse(string text)
    {
        var at = 0;
        var node = Node(text, ref at, 0);
        return node is not null && at == text.Length && node.Places().Count() <= MostPlaces && node.Places().Select(place => place.Name).Distinct().Count() == node.Places().Count() ? node : null;
    }

    private static void Write(LayoutNode node, StringBuilder text)
    {
        if (node is LayoutPlace place)
        {
            text.Append(place.Name);
        }
        else if (node is LayoutSplit split)
        {
            text.Append(split.Rows ? "rows(" : "columns(");
            for (var i = 0; i < split.Children.Count; i++)
            {
                Write(split.Children[i], i > 0 ? text.Append(' ') : text);
            }

            text.Append(')');
        }

        if (node.Weight != 1)
        {
            text.Append('*').Append(node.Weight.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static LayoutNode? Node(string text, ref int at, int depth)
    {
        var start = at;
        while (at < text.Length && text[at] is not (' ' or '(' or ')' or '*'))
        {
            at++;
        }

        var name = text[start..at];
        LayoutNode? node = at < text.Length && text[at] == '(' ? Split(name, text, ref at, depth) : name.Length > 0 ? new LayoutPlace(name) : null;
        if (node is null || at >= text.Length || text[at] != '*')
        {
            return node;
        }

        start = ++at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return int.TryParse(text.AsSpan(start, at - start), NumberStyles.None, CultureInfo.InvariantCulture, out var weight) && weight is > 0 and <= 1_000_000
            ? node.Weighing(weight)
            : null;
    }

    private static LayoutSplit? Split(string name, string text, ref int at, int depth)
    {
        if (name is not ("rows" or "columns") || depth > Deepest)
        {
            return null;
        }

        var children = new List<LayoutNode>();
        do
        {
            at++;
            if (Node(text, ref at, depth + 1) is not { } child)
            {
                return null;
            }

            children.Add(child);
        }
        while (at < text.Length && text[at] == ' ');
        if (children.Count < 2 || at >= text.Length || text[at] != ')')
        {
            return null;
        }

        at++;
        return new LayoutSplit(name == "rows", children);
    }
}
