using FleetTui.Console.Layouts;

namespace FleetTui.Console.Model;

/// <summary>What a console remembers from one attach to the next: one <c>name=value</c> a line. A file that cannot be read or written is as none.</summary>
public static class KeptState
{
    public static void Load(ConsoleModel model)
    {
        if (model.Options.StateFile is not { } file)
        {
            return;
        }

        try
        {
            foreach (var line in File.ReadLines(file))
            {
                var at = line.IndexOf('=', StringComparison.Ordinal);
                if (at > 0)
                {
                    Take(model, line[..at], line[(at + 1)..]);
                }
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
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
            File.WriteAllLines(file, [$"layout={model.Layout}", $"rail={model.Rail}", $"zoomed={model.Zoomed}", $"focus={model.Focused?.Id}"]);
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
            case "focus" when value.Length > 0:
                model.WantedFocus = value;
                break;
        }
    }
}
