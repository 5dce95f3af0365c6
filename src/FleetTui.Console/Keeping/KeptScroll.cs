namespace FleetTui.Console.Keeping;

/// <summary>Where the user reads back in a slot. Lines are absolute numbers of one run of its program, which <paramref name="Process"/> tells.</summary>
public sealed record KeptScroll(string Slot, int Process, long Top, long Line, int Column, long ScreenAtEntry);
