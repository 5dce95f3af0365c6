using System.Globalization;

namespace FleetTui.Terminal.Fuzzing;

/// <summary>Keeps only a hash of what a terminal asked for, in order; refuses texts that an effect must not carry.</summary>
internal sealed class HashedEffects : ITerminalEffects
{
    /// <summary>Of a text that leaves the engine, but for the clipboard's.</summary>
    private const int MaxText = 8192;

    public ulong Hash { get; private set; } = 14695981039346656037;

    public void Reply(ReadOnlySpan<byte> bytes)
    {
        Mix(1);
        foreach (var b in bytes)
            Mix(b);
    }

    public void TitleChanged(string title) => Text(2, title);

    public void Bell() => Mix(3);

    public void Notification(string title, string body)
    {
        Text(4, title);
        Text(4, body);
    }

    public void ClipboardWrite(string selection, string text)
    {
        Text(5, selection);
        Mix((ulong)text.Length);
    }

    public void WorkingDirectory(string uri) => Text(6, uri);

    public void Progress(ProgressState state, int percent) => Mix(((ulong)state << 32) | (uint)percent);

    public void ProgramStatus(ProgramStatus status)
    {
        Text(7, status.State);
        Text(7, status.Kind);
        Text(7, status.App);
        Text(7, status.Id);
        Text(7, status.Title);
        Text(7, status.Message);
        Mix((ulong)(status.Progress ?? -1));
    }

    public void PromptMark(PromptMark mark, int? exitCode) => Mix(((ulong)mark << 40) | (uint)(exitCode ?? -1));

    private void Text(ulong kind, string? text)
    {
        Mix(kind);
        if (text is null)
            return;
        if (text.Length > MaxText)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"an effect carries {text.Length} characters"));
        foreach (var c in text)
        {
            if (char.IsControl(c))
                throw new InvalidOperationException($"an effect carries the control character U+{(int)c:X4}");
            Mix(c);
        }
    }

    private void Mix(ulong value) => Hash = (Hash ^ value) * 1099511628211;
}
