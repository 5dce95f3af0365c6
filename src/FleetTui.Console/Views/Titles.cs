using FleetTui.Console.Model;

namespace FleetTui.Console.Views;

/// <summary>The title that a slot's program gave its terminal. Programs put a spinner before it: that would keep the screen moving, and is left out.</summary>
public static class Titles
{
    private static readonly char[] Spinners = [' ', '·', '✢', '✳', '✶', '✻', '✽', '*', '⠂', '⠐', '⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏', '|', '/', '-', '\\'];

    public static string Of(SlotModel? slot) => slot?.View?.Title is { } title ? Text(title) : "";

    public static string Text(string title) => title.TrimStart(Spinners);
}
