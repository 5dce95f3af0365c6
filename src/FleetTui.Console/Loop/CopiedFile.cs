namespace FleetTui.Console.Loop;

/// <summary>The file of a text that is too long for a terminal's clipboard, for this user alone.</summary>
internal static class CopiedFile
{
    /// <returns>Why it could not be written, or null.</returns>
    public static string? Write(string file, string text)
    {
        try
        {
            File.Delete(file);
            using var stream = new FileStream(file, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
            stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return failure.Message;
        }
    }
}
