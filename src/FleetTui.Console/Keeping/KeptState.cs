using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using FleetTui.Console.Boards;
using FleetTui.Console.Model;
using FleetTui.Console.Panels;

namespace FleetTui.Console.Keeping;

/// <summary>What a console remembers from one attach to the next, as a small JSON object. A file that cannot be read is as none.</summary>
public static class KeptState
{
    private const int MostCells = 10_000;

    /// <summary>Changes with anything that is kept. Cheap: it is taken after every message.</summary>
    public static int Stamp(ConsoleModel model)
    {
        var hash = default(HashCode);
        hash.Add(((int)model.Layout << 16) | ((int)model.Rail << 12) | ((int)model.Order << 8) | (model.Hints << 1) | (model.Zoomed ? 1 : 0));
        hash.Add(model.Focus);
        hash.Add(RuntimeHelpers.GetHashCode(model.Own));
        hash.Add(model.ThemeName);
        foreach (var (page, name) in model.PageNames)
        {
            hash.Add(page);
            hash.Add(name);
        }

        hash.Add((model.RailColumns << 2) | (model.BoardAtSide ? 2 : 0) | (model.BoardHasKeys ? 1 : 0));
        foreach (var word in model.Board?.Kept ?? [])
        {
            hash.Add(word);
        }

        foreach (var slot in model.Slots)
        {
            hash.Add((slot.Pinned ? 1 : 0) | (slot.Observed ? 2 : 0));
            hash.Add(slot.Scroll?.Top ?? -1);
            hash.Add(slot.Pan);
        }

        foreach (var slot in model.Ordered)
        {
            hash.Add(slot);
        }

        return hash.ToHashCode();
    }

    public static byte[] Write(ConsoleModel model, string terminal)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("terminal", terminal);
            KeptLayout.Of(model).Write(json);
            json.WriteString("zoomed", model.Zoomed.ToString());
            json.WriteString("focus", model.Slots.Count > 0 ? model.Slots[model.Focus].Id : model.WantedFocus);
            json.WriteString("hints", model.Hints.ToString(CultureInfo.InvariantCulture));
            KeptLayout.Write(json, "slots", model.Slots.Select(slot => slot.Id));
            KeptLayout.Write(json, "pinned", model.Slots.Where(slot => slot.Pinned).Select(slot => slot.Id));
            KeptLayout.Write(json, "observed", model.Slots.Where(slot => slot.Observed).Select(slot => slot.Id));
            Theme(json, model);
            json.WriteString("side", model.BoardAtSide.ToString());
            KeptLayout.Write(json, "board", model.Board?.Kept ?? []);
            json.WriteString("board-keys", model.BoardHasKeys.ToString());
            json.WriteStartArray("pan");
            foreach (var slot in model.Slots)
            {
                Pan(json, slot);
            }

            json.WriteEndArray();
            json.WriteStartArray("scroll");
            foreach (var slot in model.Slots)
            {
                Scroll(json, slot);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static void Read(ConsoleModel model, byte[]? content)
    {
        try
        {
            using var document = content is null ? null : JsonDocument.Parse(content);
            if (document?.RootElement is { ValueKind: JsonValueKind.Object } json)
            {
                Take(model, json);
            }
        }
        catch (JsonException)
        {
        }
    }

    private static void Take(ConsoleModel model, JsonElement json)
    {
        KeptLayout.Read(json).Apply(model);
        model.Zoomed = KeptLayout.Text(json, "zoomed") == bool.TrueString;
        model.WantedFocus = KeptLayout.Text(json, "focus");
        model.Hints = KeptLayout.Text(json, "hints") is { } hints && int.TryParse(hints, out var level) && level is >= 0 and <= 2 ? level : model.Hints;
        model.KeptSlots = KeptLayout.Texts(json, "slots");
        model.WantedPinned = [.. KeptLayout.Texts(json, "pinned")];
        model.WantedObserved = [.. KeptLayout.Texts(json, "observed")];
        model.WantedScroll = [.. Items(json, "scroll").Select(Scroll).OfType<KeptScroll>()];
        foreach (var (slot, pan) in Items(json, "pan").Select(Pan).OfType<(string, (int, int))>())
        {
            model.WantedPan[slot] = pan;
        }

        if (KeptLayout.Text(json, "theme-instead-of") == model.ThemeName && KeptLayout.Text(json, "theme") is { } theme && ThemePanel.Names.Contains(theme))
        {
            model.UseTheme(theme);
        }

        model.BoardAtSide = KeptLayout.Text(json, "side") == bool.TrueString;
        model.Board = KeptBoards.Of([.. KeptLayout.Texts(json, "board")], model);
        model.BoardHasKeys = model.Board is not null && (KeptLayout.Text(json, "board-keys") == bool.TrueString || !BoardPlace.IsSide(model));
    }

    /// <summary>A theme that was chosen here holds until fleet.toml names another than it did then.</summary>
    private static void Theme(Utf8JsonWriter json, ConsoleModel model)
    {
        if (model.ThemeName != model.ConfiguredTheme)
        {
            json.WriteString("theme", model.ThemeName);
            json.WriteString("theme-instead-of", model.ConfiguredTheme);
        }
    }

    private static void Pan(Utf8JsonWriter json, SlotModel slot)
    {
        if (slot.Pan is not { } pan)
        {
            return;
        }

        json.WriteStartObject();
        json.WriteString("slot", slot.Id);
        json.WriteNumber("left", pan.Left);
        json.WriteNumber("top", pan.Top);
        json.WriteEndObject();
    }

    private static (string, (int, int))? Pan(JsonElement json) =>
        KeptLayout.Text(json, "slot") is { } slot && Number(json, "left") is >= 0 and <= MostCells and var left && Number(json, "top") is >= 0 and <= MostCells and var top
            ? (slot, ((int)left, (int)top))
            : null;

    private static IEnumerable<JsonElement> Items(JsonElement json, string name) =>
        json.TryGetProperty(name, out var all) && all.ValueKind == JsonValueKind.Array ? all.EnumerateArray() : Enumerable.Empty<JsonElement>();

    private static void Scroll(Utf8JsonWriter json, SlotModel slot)
    {
        if (slot is not { Scroll: { Transcript: null } scroll, View.Info: { } info })
        {
            return;
        }

        json.WriteStartObject();
        json.WriteString("slot", slot.Id);
        json.WriteNumber("process", info.ProcessId);
        json.WriteNumber("top", scroll.Top);
        json.WriteNumber("line", scroll.Cursor.Line);
        json.WriteNumber("column", scroll.Cursor.Column);
        json.WriteNumber("entered", scroll.ScreenAtEntry);
        json.WriteEndObject();
    }

    private static KeptScroll? Scroll(JsonElement json) =>
        KeptLayout.Text(json, "slot") is { } slot && Number(json, "process") is { } process && Number(json, "top") is { } top && Number(json, "line") is { } line
            && Number(json, "column") is { } column && Number(json, "entered") is { } entered
            ? new KeptScroll(slot, (int)process, top, line, (int)column, entered)
            : null;

    private static long? Number(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;
}
