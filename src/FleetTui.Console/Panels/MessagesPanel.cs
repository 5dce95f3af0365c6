using FleetTui.Console.Model;
using FleetTui.Console.Status;

namespace FleetTui.Console.Panels;

/// <summary>The messages this console showed (<c>prefix ~</c>).</summary>
public sealed class MessagesPanel : DocumentPanel
{
    public override string Mode => "MESSAGES";

    protected override bool Follows => true;

    protected override string Title(ConsoleModel model) => "messages";

    protected override string Footer(ConsoleModel model) => "q close";

    protected override IReadOnlyList<IReadOnlyList<Piece>> Lines(ConsoleModel model, int width)
    {
        _ = width;
        return model.Notices.Count == 0
            ? [[new Piece("none yet", model.Theme.Dim)]]
            : [.. model.Notices.Select(notice => (IReadOnlyList<Piece>)
              [
                  new Piece($"{TimeZoneInfo.ConvertTime(notice.At, model.Zone):HH:mm:ss}  ", model.Theme.Dim),
                  new Piece(notice.Text, notice.Error ? model.Theme.Failed : model.Theme.Text),
              ])];
    }
}
