using System.Runtime.InteropServices;
using System.Text;

namespace FleetTui.TerminalHost.Pty;

/// <summary>A NULL-terminated array of C strings for one native call.</summary>
internal sealed unsafe class NativeStrings : IDisposable
{
    private byte** _array;

    public NativeStrings(IReadOnlyCollection<string> texts)
    {
        var bytes = 0;
        foreach (var text in texts) bytes += Encoding.UTF8.GetByteCount(text) + 1;
        _array = (byte**)NativeMemory.Alloc((nuint)(((texts.Count + 1) * sizeof(byte*)) + bytes));
        var next = (byte*)(_array + texts.Count + 1);
        var index = 0;
        foreach (var text in texts)
        {
            _array[index++] = next;
            var written = Encoding.UTF8.GetBytes(text, new Span<byte>(next, bytes));
            next[written] = 0;
            next += written + 1;
            bytes -= written + 1;
        }

        _array[index] = null;
    }

    public byte** Pointer => _array;

    public byte* First => _array[0];

    public void Dispose()
    {
        NativeMemory.Free(_array);
        _array = null;
    }
}
