namespace FleetTui.Configuration.Files;

/// <summary>Writes a file so that a reader, or a crash, finds either the old content or the new one, whole.</summary>
public static class AtomicFile
{
    /// <summary>
    /// Written beside it, flushed to the disk, then renamed over it; its permission bits are kept, and a symbolic link stays one.
    /// </summary>
    /// <param name="modeWhenNew">Permissions of a file that is not there yet.</param>
    /// <exception cref="IOException">The disk is full, or the directory cannot be written; the old content is untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">As <see cref="IOException"/>.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, UnixFileMode modeWhenNew = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead)
    {
        var file = new FileInfo(path);
        var target = file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        var temporary = $"{target}.{Path.GetRandomFileName()}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }
            File.SetUnixFileMode(temporary, File.Exists(target) ? File.GetUnixFileMode(target) : modeWhenNew);
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
