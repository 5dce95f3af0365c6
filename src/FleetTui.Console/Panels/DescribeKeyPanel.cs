using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;

namespace FleetTui.Console.Panels;

/// <summary>Says what the next key does (<c>prefix /</c>).</summary>
public sealed class DescribeKeyPanel : IPanel
{
    public string Mode => "KEY";

    public Rect Place(ConsoleModel model) => default;

    public void Draw(Canvas canvas, ConsoleModel model)
    {
    }

    public string StatusText(ConsoleModel model) => " which key?";

    public void Press(KeyStroke key, CommandContext context)
    {
        var model = context.Model;
        model.Panel = null;
        var after = Describe(model.Keys.AfterPrefix(key));
        var root = Describe(model.Keys.WithoutPrefix(key));
        model.Say((after, root) switch
        {
            (null, null) => $"{key} is not bound",
            ({ } one, null) => $"{model.Keys.PrefixKey} {key}: {one}",
            (null, { } one) => $"{key}: {one}",
            _ => $"{key}: {root};  {model.Keys.PrefixKey} {key}: {after}",
        });
    }

    private static string? Describe(KeyBinding? binding) => binding is null ? null : CommandTable.Default.Find(binding.Command)?.Note;
}
