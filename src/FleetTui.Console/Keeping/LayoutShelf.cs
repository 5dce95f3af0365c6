using System.Buffers;
using System.Text.Json;

namespace FleetTui.Console.Keeping;

/// <summary>The layouts that were saved under a name, in a file of the repository that all its consoles share.</summary>
internal sealed class LayoutShelf(string? file)
{
    public SortedDictionary<string, KeptLayout> Read()
    {
        var all = new SortedDictionary<string, KeptLayout>(StringComparer.Ordinal);
        try
        {
            using var document = file is not null && AtomicFile.Read(file) is { } content ? JsonDocument.Parse(content) : null;
            if (document?.RootElement is { ValueKind: JsonValueKind.Object } json)
            {
                foreach (var item in json.EnumerateObject())
                {
                    all[item.Name] = KeptLayout.Read(item.Value);
                }
            }
        }
        catch (JsonException)
        {
        }

        return all;
    }

    /// <param name="layout">Null takes the name off the shelf.</param>
    /// <returns>False when it could not be written.</returns>
    public bool Put(string name, KeptLayout? layout)
    {
        if (file is null)
        {
            return false;
        }

        var all = Read();
        if (layout is null)
        {
            all.Remove(name);
        }
        else
        {
            all[name] = layout;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            foreach (var (saved, value) in all)
            {
                json.WriteStartObject(saved);
                value.Write(json);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return AtomicFile.Write(file, buffer.WrittenSpan);
    }
}
