using FleetTui.Console.Compositing;
using FleetTui.Console.Model;
using FleetTui.Console.Status;

namespace FleetTui.Console.Panels;

/// <summary>The messages this console showed (<c>prefix ~</c>).</summary>
public sealed class MessagesPanel : DocumentPanel
{
    private const int TimeCells = 10;

    public override string Mode => "MESSAGES";

    protected override bool Follows => true;

    protected override string Title(ConsoleModel model) => "messages";

    protected override string Footer(ConsoleModel model) => "q close";

    protected override IReadOnlyList<IReadOnlyList<Piece>> Lines(ConsoleModel model, int width)
    {
        return model.Notices.Count == 0
            ? [[new Piece("none yet", model.Theme.Dim)]]
            : [.. model.Notices.SelectMany(notice => WordWrap.Lines(Visible.Of(notice.Text), Math.Max(20, width - TimeCells)).Select((line, index) => (IReadOnlyList<Piece>)
              [
                  new Piece(index > 0 ? new string(' ', TimeCells) : $"{TimeZoneInfo.ConvertTime(notice.At, model.Zone):HH:mm:ss}  ", model.Theme.Dim),
                  new Piece(line, notice.Error ? model.Theme.Failed : model.Theme.Text),
              ]))];
    }
}
