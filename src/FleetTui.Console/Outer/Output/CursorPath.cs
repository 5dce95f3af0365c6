namespace FleetTui.Console.Outer.Output;

/// <summary>The shortest way of the cursor between two cells (ECMA-48 §8.3: CUF, CUU, CUP; VPA is left out: a newline or CUP is as short nearly always).</summary>
internal static class CursorPath
{
    /// <summary>Newlines are one byte each, a whole position 6 to 8.</summary>
    private const int MostNewlines = 4;

    /// <param name="x">Column from; negative when not known, as <paramref name="y"/>.</param>
    public static void Write(int x, int y, int toX, int toY, ByteWriter output)
    {
        var known = x >= 0 && y >= 0;
        if (known && y == toY && toX > x)
        {
            Relative(toX - x, (byte)'C', output);
        }
        else if (known && y == toY && x - toX is > 0 and <= 3)
        {
            Repeat((byte)'\b', x - toX, output);
        }
        else if (y >= 0 && toX == 0 && toY - y is >= 0 and <= MostNewlines)
        {
            output.Add((byte)'\r');
            Repeat((byte)'\n', toY - y, output);
        }
        else if (known && x == toX && toY > y && toY - y <= MostNewlines)
        {
            Repeat((byte)'\n', toY - y, output);
        }
        else if (known && x == toX && toY < y)
        {
            Relative(y - toY, (byte)'A', output);
        }
        else
        {
            Whole(toX, toY, output);
        }
    }

    private static void Repeat(byte value, int count, ByteWriter output)
    {
        for (var i = 0; i < count; i++)
        {
            output.Add(value);
        }
    }

    private static void Relative(int count, byte final, ByteWriter output)
    {
        output.Add("\e["u8);
        if (count > 1)
        {
            output.Add(count);
        }

        output.Add(final);
    }

    private static void Whole(int x, int y, ByteWriter output)
    {
        output.Add("\e["u8);
        if (y > 0 || x > 0)
        {
            output.Add(y + 1);
        }

        if (x > 0)
        {
            output.Add((byte)';');
            output.Add(x + 1);
        }

        output.Add((byte)'H');
    }
}
