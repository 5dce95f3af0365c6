namespace FleetTui.Configuration.Schema.Shapes;

/// <summary>A name that reports of migrations do not use for something else.</summary>
internal static class SlotIdShape
{
    public static TextShape Instance { get; } = new(
        CommonShapes.Name.Expected,
        text => text == "main" ? null : CommonShapes.Name.Normal(text),
        text => text == "main" ? "main stands for the target branch in reports" : null);
}
