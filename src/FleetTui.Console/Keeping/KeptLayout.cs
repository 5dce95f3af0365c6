using System.Globalization;
using System.Text.Json;
using FleetTui.Console.Layouts;
using FleetTui.Console.Model;

namespace FleetTui.Console.Keeping;

/// <summary>How slots are laid out, as it is kept and saved under a name.</summary>
public sealed record KeptLayout(LayoutKind Kind, RailWidth Rail, SlotOrder Order, IReadOnlyList<string> OwnOrder, PageFrame Frame, IReadOnlyList<string> Pages)
{
    /// <summary>The width that the user gave the rail; 0 is as the window has it.</summary>
    public int RailColumns { get; init; }

    /// <summary>The names of <see cref="Pages"/>.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The names of pages that are laid out by themselves: <c>Grid 2 backend</c>, counted from 1.</summary>
    public IReadOnlyList<string> PageNames { get; init; } = [];

    public static KeptLayout Of(ConsoleModel model) => new(
        model.Layout, model.Rail, model.Order, model.Order == SlotOrder.Own ? [.. model.OwnOrder] : [], model.Own?.Frame ?? PageFrame.Plain, [.. (model.Own?.Pages ?? []).Select(LayoutText.Of)]) 
    {
        RailColumns = model.RailColumns,
        Names = model.Own?.Names ?? [],
        PageNames = [.. model.PageNames.Select(page => string.Create(CultureInfo.InvariantCulture, $"{page.Key.Kind} {page.Key.Page + 1} {page.Value}"))],
    };

    public void Apply(ConsoleModel model)
    {
        (model.Layout, model.Rail, model.RailColumns, model.Order) = (Kind, Rail, RailColumns, Order);
        model.OwnOrder.Clear();
        model.OwnOrder.AddRange(OwnOrder);
        model.PageNames.Clear();
        foreach (var text in PageNames)
        {
            if (text.Split(' ', 3) is [var kind, var number, { Length: > 0 } name] && Enum.TryParse<LayoutKind>(kind, out var known) && Enum.IsDefined(known)
                && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0)
            {
                model.PageNames[(known, page - 1)] = name;
            }
        }

        var read = Pages.Select((text, index) => (Tree: LayoutText.Parse(text), Name: index < Names.Count ? Names[index] : "")).Where(page => page.Tree is not null).ToList();
        var pages = read.Select(page => page.Tree!).ToList();
        var names = pages.SelectMany(page => page.Places()).Select(place => place.Name).ToList();
        model.Own = pages.Count > 0 && names.Distinct().Count() == names.Count ? new OwnLayout(pages, Frame) { Names = [.. read.Select(page => page.Name)] } : null;
        model.EmptyFocus = null;
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("layout", Kind.ToString());
        json.WriteString("rail", Rail.ToString());
        json.WriteString("rail-columns", RailColumns.ToString(CultureInfo.InvariantCulture));
        json.WriteString("order", Order.ToString());
        Write(json, "own-order", OwnOrder);
        json.WriteString("frame", Frame.ToString());
        Write(json, "pages", Pages);
        Write(json, "names", Names);
        Write(json, "page-names", PageNames);
    }

    /// <summary>What cannot be read is as if it were not there.</summary>
    public static KeptLayout Read(JsonElement json) => new(
        Choice<LayoutKind>(json, "layout"), Choice<RailWidth>(json, "rail"), Choice<SlotOrder>(json, "order"), Texts(json, "own-order"), Choice<PageFrame>(json, "frame"), Texts(json, "pages"))
        {
            RailColumns = int.TryParse(Text(json, "rail-columns"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns <= ScreenPlanner.MostRailColumns ? columns : 0,
            Names = Texts(json, "names"),
            PageNames = Texts(json, "page-names"),
        };

    public static void Write(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    public static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static IReadOnlyList<string> Texts(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];

    private static T Choice<T>(JsonElement json, string name)
        where T : struct, Enum => Enum.TryParse<T>(Text(json, name), out var value) && Enum.IsDefined(value) ? value : default;
}
