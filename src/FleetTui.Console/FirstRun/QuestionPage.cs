namespace FleetTui.Console.FirstRun;

/// <summary>A page that explains something and waits for a key.</summary>
/// <param name="Lines">One that begins with two blanks is a fact; others are sentences.</param>
/// <param name="Choices">Keys, each with what it does; the last one is also Escape, q and C-c.</param>
public sealed record QuestionPage(string Title, IReadOnlyList<string> Lines, IReadOnlyList<(char Key, string Text)> Choices);
