using System.Text;
using FleetTui.Console.Outer;

namespace FleetTui.Console.Tests.Fakes;

/// <summary>Keeps the frames apart; busy when told so.</summary>
internal sealed class FakeFrameOutput : IFrameOutput
{
    public List<string> Frames { get; } = [];

    /// <summary>It is busy again after so many frames.</summary>
    public int Takes { get; set; } = int.MaxValue;

    public bool Busy => Takes <= 0;

    public long Send(ReadOnlySpan<byte> bytes)
    {
        Takes--;
        Frames.Add(Encoding.UTF8.GetString(bytes));
        return 0;
    }
}
