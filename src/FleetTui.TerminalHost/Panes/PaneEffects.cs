using FleetTui.Terminal;
using FleetTui.TerminalHost.Client;

namespace FleetTui.TerminalHost.Panes;

/// <summary>Turns what a program's output asks for into answers to the program and events of the pane. Nothing here acts on the user's machine.</summary>
internal sealed class PaneEffects(string pane, PaneJournal journal, Action<string> workingDirectory) : ITerminalEffects
{
    private const int MostReplyBytes = 64 * 1024;
    private byte[] _replies = new byte[64];
    private int _replyLength;

    /// <summary>Answers since <see cref="ClearReplies"/>, in order.</summary>
    public ReadOnlySpan<byte> Replies => _replies.AsSpan(0, _replyLength);

    public void ClearReplies() => _replyLength = 0;

    public void Reply(ReadOnlySpan<byte> bytes)
    {
        if (_replyLength + bytes.Length > MostReplyBytes) return;
        if (_replies.Length - _replyLength < bytes.Length) Array.Resize(ref _replies, Math.Max(_replies.Length * 2, _replyLength + bytes.Length));
        bytes.CopyTo(_replies.AsSpan(_replyLength));
        _replyLength += bytes.Length;
    }

    public void TitleChanged(string title) => journal.Expect(new PaneEvent.TitleChanged(pane, 0, default, title));

    public void Bell() => journal.Expect(new PaneEvent.Bell(pane, 0, default));

    public void Notification(string title, string body) => journal.Expect(new PaneEvent.Notification(pane, 0, default, title, body));

    public void ClipboardWrite(string selection, string text) => journal.Expect(new PaneEvent.ClipboardWrite(pane, 0, default, selection, text));

    public void WorkingDirectory(string uri) => workingDirectory(uri);

    public void Progress(ProgressState state, int percent) => journal.Expect(new PaneEvent.Progress(pane, 0, default, state, percent));

    public void ProgramStatus(ProgramStatus status) => journal.Expect(new PaneEvent.Status(pane, 0, default, status));

    public void PromptMark(PromptMark mark, int? exitCode) => journal.Expect(new PaneEvent.Prompt(pane, 0, default, mark, exitCode));
}
