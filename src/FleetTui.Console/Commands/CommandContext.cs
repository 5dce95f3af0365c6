using FleetTui.Console.Effects;
using FleetTui.Console.Model;

namespace FleetTui.Console.Commands;

/// <summary>What a command works with: the model it changes, and the effects it asks for.</summary>
public sealed class CommandContext(ConsoleModel model)
{
    public ConsoleModel Model { get; } = model;

    public List<Effect> Effects { get; } = [];

    public void Ask(Effect effect) => Effects.Add(effect);

    /// <summary>Runs a command line, e.g. <c>slot 3</c>.</summary>
    public void Run(string line) => CommandTable.Default.Run(line, this);
}
