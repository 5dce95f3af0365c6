using System.Text.Json;
using FleetTui.Console.Layouts;

namespace FleetTui.Console.Model;

/// <summary>What a console remembers from one attach to the next, as a small JSON object. A file that cannot be read or written is as none.</summary>
public static class KeptState
{
    public static void Load(ConsoleModel model)
    {
        if (model.Options.StateFile is not { } file || !File.Exists(file))
        {
            return;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (var item in document.RootElement.EnumerateObject())
            {
                Take(model, item.Name, item.Value.GetString() ?? "");
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
        }
    }

    public static void Save(ConsoleModel model)
    {
        if (model.Options.StateFile is not { } file || model.Slots.Count == 0)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using var stream = File.Create(file);
            using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
            json.WriteStartObject();
            json.WriteString("layout", model.Layout.ToString());
            json.WriteString("rail", model.Rail.ToString());
            json.WriteString("zoomed", model.Zoomed.ToString());
            json.WriteString("focus", model.Focused?.Id);
            json.WriteString("slots", string.Join(' ', model.Slots.Select(slot => slot.Id)));
            json.WriteEndObject();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static void Take(ConsoleModel model, string name, string value)
    {
        switch (name)
        {
            case "layout" when Enum.TryParse<LayoutKind>(value, out var layout):
                model.Layout = layout;
                break;
            case "rail" when Enum.TryParse<RailWidth>(value, out var rail):
                model.Rail = rail;
                break;
            case "zoomed":
                model.Zoomed = value == bool.TrueString;
                break;
            case "slots":
                model.KeptSlots = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                break;
            case "focus" when value.Length > 0:
                model.WantedFocus = value;
                break;
        }
    }
}
