namespace FleetTui.Console.Outer;

/// <summary>Where frames go. One at a time: what comes while it is busy is not queued but drawn later, in its newest state.</summary>
internal interface IFrameOutput
{
    /// <summary>The terminal has not taken the last frame yet.</summary>
    bool Busy { get; }

    /// <summary>Only when not <see cref="Busy"/>.</summary>
    /// <returns>How many bytes the terminal has been given by then, from the first that switched it to the console.</returns>
    long Send(ReadOnlySpan<byte> bytes);
}
