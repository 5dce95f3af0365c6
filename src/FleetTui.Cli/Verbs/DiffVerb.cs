using System.CommandLine;
using FleetTui.Api.Status;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Output;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet diff SLOT [--stat] [--path PATH]</c>: what a slot has not landed, and what it has not committed.</summary>
internal static class DiffVerb
{
    private const int ShortId = 8;

    public static Command Create(CliContext context)
    {
        var slot = VerbExtensions.Slot();
        var stat = new Option<bool>("--stat") { Description = "Name the files only, with lines added and deleted." };
        var path = new Option<string?>("--path") { Description = "Only this file, however long it is.", HelpName = "PATH" };
        var json = VerbExtensions.Json();
        return new Command("diff", "Show what a slot has that has not landed.") { slot, stat, path, json }.Does(context, async (parsed, here, cancellation) =>
        {
            await using var fleet = await here.Fleets.ConnectAsync(here, cancellation);
            var diff = await fleet.DiffAsync(parsed.GetRequiredValue(slot), parsed.GetValue(path), cancellation);
            await (parsed.GetValue(json) ? CliJson.WriteLineAsync(here.Output, diff) : WriteAsync(diff, parsed.GetValue(stat), here));
            return ExitCode.Done;
        });
    }

    private static async Task WriteAsync(SlotDiff diff, bool stat, CliContext context)
    {
        await context.Output.WriteLineAsync($"{diff.Slot}: {Count(diff.Commits.Count, "commit")} not on {diff.Target}, {Count(diff.FileCount, "file")}");
        foreach (var commit in diff.Commits)
        {
            var reason = commit.Override.Length > 0 ? $"  (override: {Printable.Of(commit.Override)})" : "";
            await context.Output.WriteLineAsync($"  {commit.Id[..Math.Min(ShortId, commit.Id.Length)]} {Printable.Of(commit.Subject)}{reason}");
        }

        if (diff.Note.Length > 0)
        {
            await context.Output.WriteLineAsync(Printable.Of(diff.Note));
        }

        foreach (var file in diff.Files)
        {
            await context.Output.WriteLineAsync(stat ? $"  {Line(file)}" : $"\n=== {Line(file)}");
            foreach (var hunk in stat ? [] : file.Hunks)
            {
                await context.Output.WriteLineAsync($"@@ -{hunk.OldStart},{hunk.OldLines} +{hunk.NewStart},{hunk.NewLines} @@ {Printable.Of(hunk.Heading)}".TrimEnd());
                foreach (var line in hunk.Lines)
                {
                    await context.Output.WriteLineAsync(line[0] + Text(line[1..]));
                }
            }

            if (file.IsCut && !stat)
            {
                await context.Output.WriteLineAsync($"(more: fleet diff {diff.Slot} --path {Printable.Of(file.Path)})");
            }
        }

        if (diff.FileCount > diff.Files.Count)
        {
            await context.Output.WriteLineAsync($"and {Count(diff.FileCount - diff.Files.Count, "more file")}");
        }
    }

    /// <summary>Tabs are text here; a carriage return before the end and the like are not.</summary>
    private static string Text(string line) => string.Join('\t', line.Split('\t').Select(Printable.Of));

    private static string Line(DiffFile file)
    {
        var name = Printable.Of(file.OldPath is { } old ? $"{old} -> {file.Path}" : file.Path);
        var counts = file.Kind == "text" ? $"+{file.Added} -{file.Deleted}" : file.Kind;
        var mode = file.Change is "modified" or "renamed" or "copied" or "type" && file.OldMode != file.NewMode ? $", mode {file.OldMode} -> {file.NewMode}" : "";
        var violation = file.Violation.Length > 0 ? $"  NOT ITS DOMAIN: {Printable.Of(file.Violation)}" : "";
        return $"{file.Part} {file.Change} {name}  {counts}{mode}{violation}";
    }

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
