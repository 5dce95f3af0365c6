namespace FleetTui.Console.Model;

/// <summary>One thing that can be taken back.</summary>
/// <param name="What">What was done, in a few words.</param>
public sealed record UndoStep(string What, Action<Commands.CommandContext> Back);
