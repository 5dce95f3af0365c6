using System.Runtime.InteropServices;
using System.Text;

namespace FleetTui.Processes.Native;

/// <summary>A null-terminated array of UTF-8 C strings, in one allocation, as <c>execve</c> wants its arguments and environment.</summary>
internal sealed unsafe class StringBlock : IDisposable
{
    private byte* memory;

    internal StringBlock(IReadOnlyList<string> strings)
    {
        var pointers = (strings.Count + 1) * sizeof(byte*);
        var size = pointers + strings.Sum(static s => Encoding.UTF8.GetByteCount(s) + 1);
        memory = (byte*)NativeMemory.Alloc((nuint)size);
        var next = memory + pointers;
        for (var i = 0; i < strings.Count; i++)
        {
            Pointers[i] = next;
            next += Encoding.UTF8.GetBytes(strings[i], new Span<byte>(next, size - (int)(next - memory)));
            *next++ = 0;
        }

        Pointers[strings.Count] = null;
    }

    internal byte** Pointers => (byte**)memory;

    public void Dispose()
    {
        NativeMemory.Free(memory);
        memory = null;
    }
}
