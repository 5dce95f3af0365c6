using FleetTui.Api.Client;
using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Effects;
using FleetTui.Console.Keys;
using FleetTui.Console.Loop;
using FleetTui.Console.Model;
using FleetTui.Console.Panels;
using FleetTui.Console.Views;

namespace FleetTui.Console.Boards;

/// <summary>
/// A view on the fleet that stays while one works: over the whole screen, or at the side with the tiles beside it. What it shows is in the model; of its own it has only where the user
/// looks. Its keys stand in its lower edge, and a click on one is the key.
/// </summary>
public abstract class Board : IPanel
{
    private static readonly Hint[] NoHints = [];

    /// <summary>While agents work all day, what they change is read again at most this often.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    public abstract string Mode { get; }

    /// <summary>Its name and what it shows, in words from which <see cref="Keeping.KeptBoards"/> opens it again at the next attach; none: it does not come back.</summary>
    public virtual IReadOnlyList<string> Kept => [];

    /// <summary>When <see cref="Reread"/> is wanted next; null while nothing waits for a time.</summary>
    public DateTimeOffset? Due => Reading.Due;

    /// <summary>For boards that ask the daemon for more than its stream carries.</summary>
    protected Rereading Reading { get; } = new(Pace);

    /// <summary>What the daemon could not tell, in one sentence; null when it could.</summary>
    public string? Problem { get; set; }

    public Rect Place(ConsoleModel model) => BoardPlace.Of(model);

    public void Draw(Canvas canvas, ConsoleModel model)
    {
        Prepare(model);
        var inside = BoxView.Draw(canvas, Title(model), model, hasKeys: model.BoardHasKeys);
        HintBar.Draw(Edge(canvas), AllHints(model), model);
        if (Problem is { } problem)
        {
            var lines = WordWrap.Lines(problem, inside.Width);
            for (var y = 0; y < Math.Min(lines.Count, inside.Height); y++)
            {
                inside.Text(0, y, lines[y], model.Theme.Failed);
            }

            inside = inside.Part(new Rect(0, lines.Count + 1, inside.Width, Math.Max(0, inside.Height - lines.Count - 1)));
        }

        if (!inside.Area.IsEmpty)
        {
            Body(inside, model);
        }
    }

    public void Press(KeyStroke key, CommandContext context)
    {
        var model = context.Model;
        if (Act(key, context))
        {
            return;
        }

        switch (key.ToString())
        {
            case "q" or "C-c":
                Opening.Close(context);
                break;
            case "Escape" when BoardPlace.IsSide(model):
                model.BoardHasKeys = false;
                break;
            case "Escape":
                Opening.Close(context);
                break;
            case "s":
                Opening.Switch(context);
                break;
            case "?":
                context.Run("keys");
                break;
        }
    }

    public void Click(int x, int y, CommandContext context)
    {
        var model = context.Model;
        var place = Place(model);
        if (y == place.Height - 1)
        {
            if (HintBar.At(AllHints(model), place.Width - 4, x - 2) is { } key && KeyStroke.TryParse(key, out var stroke))
            {
                Press(stroke, context);
            }
        }
        else if (x >= 2 && x < place.Width - 2 && y > 0)
        {
            Choose(x - 2, y - 1, context);
        }
    }

    public virtual void Paste(string text, CommandContext context)
    {
    }

    public virtual void Wheel(int lines, CommandContext context)
    {
    }

    /// <summary>The fleet told something while this is open: whoever shows what the stream does not carry asks for it again.</summary>
    public virtual void Heard(FleetUpdate update, CommandContext context)
    {
    }

    /// <summary>What was asked for does not come, and why.</summary>
    public void Failed(string reason)
    {
        Problem = reason;
        Reading.End();
    }

    /// <summary>Asks again for what changed, when it is time.</summary>
    public void Reread(CommandContext context)
    {
        if (Reading.IsDue(context.Model.Now))
        {
            Read(context);
        }
    }

    /// <summary>Asks for all that is shown.</summary>
    protected virtual void Read(CommandContext context)
    {
    }

    /// <summary>It was just opened.</summary>
    public virtual void Opened(CommandContext context)
    {
    }

    /// <summary>Before a drawing: what is chosen may be gone.</summary>
    protected virtual void Prepare(ConsoleModel model)
    {
    }

    protected abstract string Title(ConsoleModel model);

    /// <summary>The keys worth a place in the lower edge, the most wanted first.</summary>
    protected virtual IReadOnlyList<Hint> Hints(ConsoleModel model) => NoHints;

    protected abstract void Body(Canvas canvas, ConsoleModel model);

    /// <summary>A key of the board's own; true when it was one.</summary>
    protected abstract bool Act(KeyStroke key, CommandContext context);

    /// <summary>A click inside, in the body's cells.</summary>
    protected virtual void Choose(int x, int y, CommandContext context)
    {
    }

    /// <summary>Asks the daemon; a refusal is shown in the board.</summary>
    protected void Ask(CommandContext context, string what, Func<IFleetApi, CancellationToken, Task<ConsoleMessage?>> work)
    {
        Reading.Begin(context.Model.Now);
        context.Ask(new Effect.Call(what, work, Failed: reason => new ConsoleMessage.BoardFailed(this, reason)));
    }

    /// <summary>The answer has come.</summary>
    protected void Answered()
    {
        Problem = null;
        Reading.End();
    }

    private List<Hint> AllHints(ConsoleModel model)
    {
        var hints = Hints(model).ToList();
        hints.Add(new Hint("s", BoardPlace.IsSide(model) ? "full" : "side"));
        hints.Add(new Hint("q", "close"));
        return hints;
    }

    private static Canvas Edge(Canvas canvas) => canvas.Part(new Rect(2, canvas.Height - 1, canvas.Width - 4, 1));
}
