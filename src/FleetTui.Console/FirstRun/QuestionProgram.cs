using System.Threading.Channels;
using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Keys;
using FleetTui.Console.Loop;
using FleetTui.Console.Model;
using FleetTui.Console.Outer;
using FleetTui.Console.Outer.Input;
using FleetTui.Console.Outer.Output;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.FirstRun;

/// <summary>Shows one page on this process's terminal until one of its keys is pressed. The terminal is brought back on every way out.</summary>
public static class QuestionProgram
{
    /// <returns>The key; the page's last one when the terminal goes away or cannot show it.</returns>
    public static async Task<char> AskAsync(QuestionPage page, ConsoleOptions options, TimeProvider clock, CancellationToken cancellation)
    {
        var leave = page.Choices[^1].Key;
        var profile = TerminalProfile.From(Environment.GetEnvironmentVariable);
        using var terminal = OuterTerminal.Open();
        if (terminal is null)
        {
            return leave;
        }

        var size = OuterTerminal.Size();
        var tables = new KeyTables(options.Prefix, options.AltKeys, options.VimNavigation, options.Keys, CommandTable.Default.Has);
        var model = new ConsoleModel(options, tables, clock.GetUtcNow()) { Columns = size.Columns, Rows = size.Rows };
        var events = Channel.CreateUnbounded<ConsoleMessage>(new UnboundedChannelOptions { SingleReader = true });
        var (writer, buffer, bytes) = (new FrameWriter(profile.Colors, profile.StyledUnderlines, links: false), new CellBuffer(0, 0), new ByteWriter());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        void Post(ConsoleMessage message) => events.Writer.TryWrite(message);
        var top = 0;
        void Draw()
        {
            top = QuestionView.Draw(buffer, page, model, top);
            bytes.Clear();
            writer.Write(buffer, null, bytes);
            terminal.WriteWhenEntered(bytes.Written.Span);
        }

        terminal.Enter(mouse: false);
        try
        {
            using var keyboard = new KeyboardThread(profile.EscapeTime, items => Post(new ConsoleMessage.Input(items)), () => Post(new ConsoleMessage.InputEnded()));
            using var signals = new ConsoleSignals(Post, stop.Cancel);
            keyboard.Start();
            Draw();
            await foreach (var message in events.Reader.ReadAllAsync(stop.Token).ConfigureAwait(false))
            {
                switch (message)
                {
                    case ConsoleMessage.Input input when Chosen(input.Events, page) is { } key:
                        return key;
                    case ConsoleMessage.Input input when Scrolled(input.Events, model.Rows) is not 0 and var by:
                        top = Math.Max(0, top + by);
                        Draw();
                        break;
                    case ConsoleMessage.InputEnded:
                        return leave;
                    case ConsoleMessage.Resized resized:
                        (model.Columns, model.Rows) = (resized.Columns, resized.Rows);
                        writer.Forget();
                        Draw();
                        break;
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
        finally
        {
            terminal.Leave();
        }

        return leave;
    }

    private static int Scrolled(IReadOnlyList<InputEvent> events, int rows) =>
        events.OfType<InputEvent.Pressed>().Where(pressed => pressed.Event.Action != KeyAction.Release).Sum(pressed => KeyStroke.Of(pressed.Event).ToString() switch
        {
            "Down" or "j" => 1,
            "Up" or "k" => -1,
            "PgDn" or "Space" => Math.Max(1, rows / 2),
            "PgUp" => -Math.Max(1, rows / 2),
            _ => 0,
        });

    private static char? Chosen(IReadOnlyList<InputEvent> events, QuestionPage page)
    {
        foreach (var key in events.OfType<InputEvent.Pressed>().Where(pressed => pressed.Event.Action != KeyAction.Release).Select(pressed => KeyStroke.Of(pressed.Event)))
        {
            if (page.Choices.FirstOrDefault(choice => key.IsCharacter(choice.Key)) is { Key: not '\0' } choice)
            {
                return choice.Key;
            }

            if (key.Key == Key.Escape || key.IsCharacter('q') || key.ToString() is "C-c" or "C-d")
            {
                return page.Choices[^1].Key;
            }
        }

        return null;
    }
}
