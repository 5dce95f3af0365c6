namespace FleetTui.Console.Scrolling;

public enum PromptKind
{
    SearchForward,
    SearchBackward,
    Line,
}

/// <summary>What is being typed in copy mode: a text to find, found as it is typed, or a line's number.</summary>
/// <param name="Origin">Where the cursor was, and is again after Escape.</param>
public sealed record CopyPrompt(PromptKind Kind, LinePosition Origin, string Text = "")
{
    public bool IsSearch => Kind != PromptKind.Line;

    public string Label => Kind switch
    {
        PromptKind.SearchForward => "/",
        PromptKind.SearchBackward => "?",
        _ => "line, counted back from the end: ",
    };
}
