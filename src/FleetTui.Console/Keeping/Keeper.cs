using System.Threading.Channels;
using FleetTui.Console.Effects;
using FleetTui.Console.Loop;

namespace FleetTui.Console.Keeping;

/// <summary>Reads and writes what is kept, away from the loop and one after the other.</summary>
internal sealed class Keeper(string? stateFile, string? layoutsFile, Action<ConsoleMessage> post, Func<ConsoleOptions?>? settings = null)
{
    private readonly Channel<Effect> _asked = Channel.CreateUnbounded<Effect>(new UnboundedChannelOptions { SingleReader = true });
    private readonly LayoutShelf _shelf = new(layoutsFile);

    public void Ask(Effect.Kept effect) => _asked.Writer.TryWrite(effect);

    /// <summary>Until <see cref="End"/>, and then what was asked before it.</summary>
    public async Task RunAsync()
    {
        await foreach (var effect in _asked.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            Do(effect);
        }
    }

    public void End() => _asked.Writer.TryComplete();

    private void Do(Effect effect)
    {
        switch (effect)
        {
            case Effect.Keep keep when stateFile is not null:
                AtomicFile.Write(stateFile, keep.State);
                break;
            case Effect.SaveLayout save:
                var saved = _shelf.Put(save.Name, save.Layout);
                post(new ConsoleMessage.Layouts(_shelf.Read()));
                post(saved
                    ? new ConsoleMessage.Say(save.Layout is null ? $"layout {save.Name} is deleted" : $"layout saved: \"load-layout {save.Name}\" brings it back", Error: false)
                    : new ConsoleMessage.Say($"layout {save.Name} could not be written{(layoutsFile is null ? "" : $" to {layoutsFile}")}", Error: true));
                break;
            case Effect.ReadSettings when settings?.Invoke() is { } options:
                post(new ConsoleMessage.Settings(options));
                break;
            case Effect.ReadLayouts read:
                post(new ConsoleMessage.Layouts(_shelf.Read(), read.Then));
                break;
        }
    }
}
