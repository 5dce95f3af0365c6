using System.Text.Json;

namespace FleetTui.Console.Keeping;

/// <summary>
/// The state file of this console alone. Consoles open at once have one each: console.json, console-2.json… The first free one is taken; of several
/// free ones the one last used in this terminal. A console that was killed leaves its file free.
/// </summary>
internal sealed class KeptPlace : IDisposable
{
    private const int Most = 32;

    private readonly FileStream? _lock;

    private KeptPlace(string? file, FileStream? held)
    {
        File = file;
        _lock = held;
    }

    /// <summary>Null: nothing is kept.</summary>
    public string? File { get; }

    /// <param name="first">The path of the first console's file; null keeps nothing.</param>
    /// <param name="terminal">What tells this terminal from others, e.g. <c>/dev/pts/3</c>.</param>
    public static KeptPlace Claim(string? first, string terminal)
    {
        if (first is null)
        {
            return new KeptPlace(null, null);
        }

        var free = new List<KeptPlace>();
        for (var number = 1; number <= Most; number++)
        {
            var file = number == 1 ? first : Path.Combine(Path.GetDirectoryName(first)!, $"{Path.GetFileNameWithoutExtension(first)}-{number}.json");
            if (Lock(file) is { } held)
            {
                free.Add(new KeptPlace(file, held));
            }

            if (!System.IO.File.Exists(file) && free.Count > 0)
            {
                break;
            }
        }

        var chosen = free.Find(place => Terminal(place.File!) == terminal) ?? free.FirstOrDefault() ?? new KeptPlace(null, null);
        foreach (var place in free.Where(place => place != chosen))
        {
            place.Dispose();
        }

        return chosen;
    }

    public void Dispose() => _lock?.Dispose();

    /// <summary>The kernel lets go of it when the process ends, however that happens.</summary>
    private static FileStream? Lock(string file)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            return new FileStream(Path.ChangeExtension(file, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? Terminal(string file)
    {
        try
        {
            using var document = AtomicFile.Read(file) is { } content ? JsonDocument.Parse(content) : null;
            return document?.RootElement.GetProperty("terminal").GetString();
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
