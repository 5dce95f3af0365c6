using System.Globalization;

namespace FleetTui.TerminalHost.Pty;

/// <summary>The processes of a session, for ending those that left the leader's process group (proc(5), field 6 of stat).</summary>
internal static class SessionProcesses
{
    public static IReadOnlyList<int> Of(int session)
    {
        var found = new List<int>();
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(directory), NumberStyles.None, CultureInfo.InvariantCulture, out var process)) continue;
            try
            {
                var stat = File.ReadAllText($"/proc/{process}/stat");
                var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                if (int.Parse(fields[3], CultureInfo.InvariantCulture) == session) found.Add(process);
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                // It ended while we looked.
            }
        }

        return found;
    }
}
