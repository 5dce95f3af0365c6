namespace FleetTui.Console.Verbs;

/// <summary>One verb of the command line.</summary>
/// <param name="Name">With its group: <c>role assign</c>.</param>
/// <param name="Note">One sentence.</param>
/// <param name="Arguments">As the help names them; those that may be left out in brackets.</param>
/// <param name="NeedsWords">It cannot be run without any.</param>
/// <param name="Changes">Changes the fleet: refused in a read-only console.</param>
/// <param name="Asks">Hard to take back: the console asks first.</param>
/// <param name="Outside">Why it cannot be run inside a console; null: it can.</param>
public sealed record FleetVerb(string Name, string Note, string Arguments, bool NeedsWords, bool Changes, bool Asks, string? Outside = null);
