using System.Text;

namespace FleetTui.Configuration.Init;

/// <summary>Looks into a file as far as it takes to tell whose it is.</summary>
public static class TrackedText
{
    private const int Enough = 4096;

    /// <summary>The first 4 kB as UTF-8; "" of what is no plain file or cannot be read.</summary>
    /// <param name="path">Absolute.</param>
    public static string Beginning(string path)
    {
        try
        {
            if (new FileInfo(path) is not { Exists: true, LinkTarget: null }) return "";
            using var file = File.OpenRead(path);
            var bytes = new byte[Enough];
            return Encoding.UTF8.GetString(bytes, 0, file.ReadAtLeast(bytes, Enough, throwOnEndOfStream: false));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
