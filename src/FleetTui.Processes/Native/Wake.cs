namespace FleetTui.Processes.Native;

/// <summary>A descriptor that becomes readable when a token is cancelled, to wake <c>poll(2)</c>. -1 for a token that never is.</summary>
internal sealed unsafe class Wake : IDisposable
{
    private readonly CancellationTokenRegistration registration;

    internal Wake(CancellationToken cancellation)
    {
        if (!cancellation.CanBeCanceled)
            return;
        Descriptor = Posix.eventfd(0, Posix.CloseOnExec | Posix.NonBlocking);
        registration = cancellation.UnsafeRegister(static state =>
        {
            ulong one = 1;
            _ = Posix.write(((Wake)state!).Descriptor, (byte*)&one, sizeof(ulong));
        }, this);
    }

    internal int Descriptor { get; private set; } = -1;

    public void Dispose()
    {
        // Waits for a callback under way, so that the descriptor is not written after its close.
        registration.Dispose();
        if (Descriptor >= 0)
            _ = Posix.close(Descriptor);
        Descriptor = -1;
    }
}
