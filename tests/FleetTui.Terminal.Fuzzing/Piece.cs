using System.Text;
using FleetTui.Benchmarks.Engine;

namespace FleetTui.Terminal.Fuzzing;

/// <summary>Makes stretches of output: noise, escape soup, mutated recordings and payloads, one hostile sequence over and over.</summary>
internal sealed class Piece
{
    private const int Capacity = 16 * 1024;

    private static readonly byte[][] Tokens = [.. FuzzTokens.All.Select(Encoding.UTF8.GetBytes)];
    private static readonly byte[] Interesting = [0, 7, 8, 9, 10, 13, 14, 15, 0x18, 0x1a, 0x1b, 0x1b, (byte)'[', (byte)']', (byte)'P', (byte)';', (byte)':', (byte)'?', (byte)'0', (byte)'9', (byte)'m', 0x7f, 0x80, 0x9b, 0x9c, 0xc2, 0xe2, 0xef, 0xf0, 0xff];
    private readonly byte[][] corpus;
    private readonly byte[] bytes = new byte[Capacity];
    private int length;

    public Piece(string? recordings)
    {
        var files = recordings is null ? [] : Directory.GetFiles(recordings, "*.vt").Order(StringComparer.Ordinal).Select(File.ReadAllBytes);
        corpus = [.. files, .. Payload.Kinds.Select(kind => Payload.Make(kind, 200_000))];
    }

    /// <summary>The next stretch; valid until the next call.</summary>
    public ReadOnlySpan<byte> Next(Random random)
    {
        length = 0;
        switch (random.Next(10))
        {
            case 0:
                length = random.Next(1, 2000);
                random.NextBytes(bytes.AsSpan(0, length));
                break;
            case <= 5:
                var source = corpus[random.Next(corpus.Length)];
                var start = random.Next(source.Length);
                Add(source.AsSpan(start, Math.Min(random.Next(1, 12_000), source.Length - start)));
                for (var i = random.Next(length / 40 + 2); i > 0; i--)
                    Mutate(random);
                break;
            case <= 8:
                for (var i = random.Next(1, 200); i > 0; i--)
                    Token(random);
                break;
            default:
                Token(random);
                var once = length;
                for (var i = random.Next(1, 300); i > 0; i--)
                    Add(bytes.AsSpan(0, once));
                break;
        }

        return bytes.AsSpan(0, length);
    }

    private void Mutate(Random random)
    {
        var at = random.Next(length);
        switch (random.Next(8))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 or 2:
                bytes[at] = Interesting[random.Next(Interesting.Length)];
                break;
            case 3:
                bytes[at] = (byte)random.Next(256);
                break;
            case 4:
                Insert(at, Tokens[random.Next(Tokens.Length)]);
                break;
            case 5:
                var cut = Math.Min(random.Next(1, 20), length - at);
                bytes.AsSpan(at + cut, length - at - cut).CopyTo(bytes.AsSpan(at));
                length = Math.Max(length - cut, 1);
                break;
            case 6:
                Span<byte> copy = stackalloc byte[Math.Min(random.Next(1, 40), length - at)];
                bytes.AsSpan(at, copy.Length).CopyTo(copy);
                Insert(random.Next(length), copy);
                break;
            default:
                // A larger number where there is one.
                if (bytes[at] is >= (byte)'0' and <= (byte)'9')
                    Insert(at, "9999999999"u8[..random.Next(1, 10)]);
                break;
        }
    }

    private void Token(Random random)
    {
        switch (random.Next(4))
        {
            case 0 or 1:
                Add(Tokens[random.Next(Tokens.Length)]);
                break;
            case 2:
                Control(random);
                break;
            default:
                Add(Encoding.UTF8.GetBytes(char.ConvertFromUtf32(CodePoint(random))));
                break;
        }
    }

    private void Control(Random random)
    {
        Add("\e["u8);
        if (random.Next(4) == 0)
            Add([(byte)random.Next('<', '@')]);
        for (var i = random.Next(random.Next(12) == 0 ? 40 : 6); i > 0; i--)
        {
            Add(Encoding.ASCII.GetBytes(Number(random)));
            Add(random.Next(8) == 0 ? ":"u8 : ";"u8);
        }

        if (random.Next(6) == 0)
            Add([(byte)random.Next(0x20, 0x30)]);
        Add([(byte)random.Next(0x40, 0x7f)]);
    }

    private static string Number(Random random) => random.Next(12) switch
    {
        0 => "",
        1 => "2147483647",
        2 => "99999999999999999999",
        3 => $"{random.Next(1100)}",
        4 => $"{random.Next(100)}",
        _ => $"{random.Next(12)}",
    };

    private static int CodePoint(Random random)
    {
        var point = random.Next(5) switch
        {
            0 => random.Next(0x300, 0x370),
            1 => random.Next(0x1f1e6, 0x1f600),
            2 => random.Next(0xa0, 0x3000),
            3 => random.Next(0xac00, 0xd7a4),
            _ => random.Next(0x110000),
        };
        return point is >= 0xd800 and < 0xe000 ? 0xfffd : point;
    }

    private void Insert(int at, ReadOnlySpan<byte> more)
    {
        more = more[..Math.Min(more.Length, Capacity - length)];
        bytes.AsSpan(at, length - at).CopyTo(bytes.AsSpan(at + more.Length));
        more.CopyTo(bytes.AsSpan(at));
        length += more.Length;
    }

    private void Add(ReadOnlySpan<byte> more) => Insert(length, more);
}
