using FleetTui.EndToEnd.Tests.Harness;
using FleetTui.Soak;

namespace FleetTui.EndToEnd.Tests;

/// <summary>A short scripts/soak-console: random keys, resizes and boards in the demo, every frame compared.</summary>
public sealed class FrameSpecs
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData(120, 40, true)]
    [InlineData(80, 24, false)]
    public async Task Every_frame_of_the_demo_is_shown_as_the_model_painted_it_and_nothing_flickers(int columns, int rows, bool synchronized)
    {
        var cancellation = TestContext.Current.CancellationToken;

        var counts = await Task.Run(() => SoakRun.Execute(BuiltFleet.Executable, (columns, rows), Time, seed: columns, synchronized, tmux: true, cancellation), cancellation);

        Assert.True(counts.Faults.Count == 0, counts.ToString());
        Assert.True(counts is { Frames: > 20, Compared: > 0, TmuxScreens: > 0, Keys: > 20 }, counts.ToString());
        Assert.Equal(synchronized, counts.Synchronized > 0);
    }
}
