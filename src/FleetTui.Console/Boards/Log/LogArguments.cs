namespace FleetTui.Console.Boards.Log;

/// <summary>The words after <c>log</c> at the prompt: <c>[SLOT] [--kind KIND] [--grep TEXT…]</c>.</summary>
public static class LogArguments
{
    private const string Grep = "--grep";

    /// <summary>Null when they are not of that form.</summary>
    public static LogFilter? Read(string argument)
    {
        var filter = LogFilter.None;
        var at = argument.IndexOf(Grep, StringComparison.Ordinal);
        if (at >= 0)
        {
            var text = argument[(at + Grep.Length)..].Trim();
            filter = filter with { Text = text.Length > 0 ? text : null };
            argument = argument[..at];
        }

        var words = new Queue<string>(argument.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        while (words.TryDequeue(out var word))
        {
            if (word == "--kind" && words.TryDequeue(out var kind))
            {
                filter = filter with { Kind = kind };
            }
            else if (word == "--slot" && words.TryDequeue(out var named))
            {
                filter = filter with { Slot = named };
            }
            else if (word.StartsWith('-') || filter.Slot is not null)
            {
                return null;
            }
            else
            {
                filter = filter with { Slot = word };
            }
        }

        return filter;
    }
}
