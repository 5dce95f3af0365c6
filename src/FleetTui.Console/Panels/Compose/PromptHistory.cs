using System.Text.Json;

namespace FleetTui.Console.Panels.Compose;

/// <summary>Prompts that were sent, newest first, and the one that was left unsent. A file that cannot be read or written is as none.</summary>
/// <param name="file">A JSON list of texts; null: nothing is kept beyond this console.</param>
public sealed class PromptHistory(string? file)
{
    public const int Most = 100;

    private readonly List<string> _sent = Read(file);

    public IReadOnlyList<string> Sent => _sent;

    /// <summary>What was written when the box was left last.</summary>
    public string Draft { get; set; } = "";

    public void Add(string text)
    {
        _sent.Remove(text);
        _sent.Insert(0, text);
        if (_sent.Count > Most)
        {
            _sent.RemoveAt(Most);
        }
    }

    /// <summary>Only the user can read it: prompts may hold what is nobody else's business.</summary>
    public void Save()
    {
        if (file is null)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var stream = new FileStream(file, options);
            using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
            json.WriteStartArray();
            foreach (var text in _sent)
            {
                json.WriteStringValue(text);
            }

            json.WriteEndArray();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static List<string> Read(string? file)
    {
        if (file is null || !File.Exists(file))
        {
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            return [.. document.RootElement.EnumerateArray().Select(item => item.GetString()).OfType<string>().Take(Most)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return [];
        }
    }
}
