using System.Text.RegularExpressions;
using FleetTui.Console.Commands;
using FleetTui.Console.Effects;
using FleetTui.Console.Loop;
using FleetTui.Console.Model;
using FleetTui.Console.Views;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Console.Scrolling;

/// <summary>Opens what stands at a place of a pane: a hyperlink (OSC 8), an address, or a file with a line.</summary>
internal static partial class Links
{
    /// <summary>What stands there, or null.</summary>
    public static string? At(SlotModel slot, LinePosition at)
    {
        if (slot.Reading is not { Exists: true } view)
        {
            return null;
        }

        lock (view.Gate)
        {
            var scroll = slot.Scroll ?? new ScrollState(view.FirstScreenLine, at, view.FirstScreenLine);
            var cells = ScrollView.Cells(scroll, view, at.Line);
            if (at.Column < cells.Length && cells[at.Column].Style.Link is not 0 and var link && view.LinkUri(link) is { } uri)
            {
                return uri;
            }
        }

        return InText(slot, view, at);
    }

    /// <summary>Opens it, or says that nothing is there.</summary>
    public static void Open(SlotModel slot, LinePosition at, CommandContext context)
    {
        if (At(slot, at) is { } target)
        {
            Open(slot, target, context);
        }
        else
        {
            context.Model.Say("no link and no file is under the cursor");
        }
    }

    /// <summary>
    /// A file of the slot's opens in the user's editor, over the slots; an address in the browser where the console runs beside it; anything else, and every address over SSH,
    /// goes to the clipboard.
    /// </summary>
    public static void Open(SlotModel slot, string target, CommandContext context)
    {
        var model = context.Model;
        if (!model.Options.ReadOnly && FileAt(slot, target, model) is { } file)
        {
            // The name is a word of the shell's own, whatever is in it; "+LINE" is what editors take.
            var quoted = file.Path.Replace("'", "'\\''", StringComparison.Ordinal);
            Panels.Popups.Popup.Open(context, $"edit:{slot.Id}:{file.Path}", $"{file.Path}:{file.Line}", $"exec ${{VISUAL:-${{EDITOR:-vi}}}} +{file.Line} '{quoted}'", Path.GetDirectoryName(file.Path)!);
            return;
        }

        var isAddress = Uri.TryCreate(target, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto";
        if (isAddress && !model.Remote && model.Options.Programs?.Has("xdg-open") == true)
        {
            model.Say($"opening {target}");
            context.Ask(new Effect.RunProgram(
                ["/bin/sh", "-c", "setsid xdg-open \"$FLEET_LINK\" >/dev/null 2>&1"],
                new Dictionary<string, string> { ["FLEET_LINK"] = target },
                "",
                failed => new ConsoleMessage.Say($"xdg-open {target}: {failed}", Error: true)));
            return;
        }

        Clipboards.Take(new ConsoleMessage.Copied(target), context);
        model.Say($"{target}  is on its way to the clipboard");
    }

    /// <summary>The file and line that a text such as <c>src/a.cs:12</c> names, seen from the slot's worktree; null when there is none.</summary>
    private static (string Path, int Line)? FileAt(SlotModel slot, string target, ConsoleModel model)
    {
        if (Parts().Match(target) is not { Success: true } parts)
        {
            return null;
        }

        var root = model.Fleet?.Repository is { Length: > 0 } repository ? repository : "/";
        var path = Path.GetFullPath(parts.Groups["path"].Value, Path.GetFullPath(slot.Status.Worktree, root));
        return File.Exists(path) && int.TryParse(parts.Groups["line"].Value, System.Globalization.NumberStyles.None, null, out var line) ? (path, line) : null;
    }

    private static string? InText(SlotModel slot, IPaneView view, LinePosition at)
    {
        var text = new CopyText(slot.Scroll ?? new ScrollState(view.FirstScreenLine, at, view.FirstScreenLine), view)[at.Line];
        foreach (var pattern in (ReadOnlySpan<Regex>)[Address(), Place()])
        {
            foreach (Match match in pattern.Matches(text))
            {
                if (match.Index <= at.Column && at.Column < match.Index + match.Length)
                {
                    return match.Value.TrimEnd('.', ',', ';', ':', ']');
                }
            }
        }

        return null;
    }

    [GeneratedRegex(@"^(?<path>[^:()]+)[:(](?<line>\d+)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Parts();

    [GeneratedRegex(@"\b(https?://|mailto:)[^\s<>""'`]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Address();

    /// <summary><c>src/a.cs:12</c>, <c>src/a.cs:12:5</c>, <c>a.cs(12,5)</c>.</summary>
    [GeneratedRegex(@"[\w./~+@-]*[\w/-]\.?\w*(:\d+(:\d+)?|\(\d+(,\d+)?\))", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Place();
}
