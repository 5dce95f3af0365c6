using System.CommandLine;
using FleetTui.Api.Client;
using FleetTui.Api.Status;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Output;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet transcript SLOT [--last N]</c>: what was said in a slot's conversation.</summary>
internal static class TranscriptVerb
{
    private const int Usual = 20;
    private const int Most = 1000;

    public static Command Create(CliContext context)
    {
        var slot = VerbExtensions.Slot();
        var last = new Option<int>("--last", "-n") { Description = $"How many prompts, answers and tool calls, 1 to {Most}; {Usual} unless given.", HelpName = "N", DefaultValueFactory = _ => Usual };
        last.Validators.Add(found =>
        {
            if (found.GetValueOrDefault<int>() is < 1 or > Most)
            {
                found.AddError($"--last takes 1 to {Most}.");
            }
        });
        var json = VerbExtensions.Json();
        return new Command("transcript", "Show what was said in a slot's conversation, from the agent's own transcript.") { slot, last, json }.Does(context, async (parsed, here, cancellation) =>
        {
            await using var fleet = await here.Fleets.ConnectAsync(here, cancellation);
            var transcript = await fleet.TranscriptAsync(parsed.GetRequiredValue(slot), new TranscriptQuery(parsed.GetValue(last)), cancellation);
            await (parsed.GetValue(json) ? CliJson.WriteLineAsync(here.Output, transcript) : WriteAsync(transcript, here));
            return ExitCode.Done;
        });
    }

    private static async Task WriteAsync(SlotTranscript transcript, CliContext context)
    {
        foreach (var entry in transcript.Entries)
        {
            var mark = entry.Kind switch
            {
                "prompt" => "> ",
                "tool" => "$ ",
                "result" => "  ",
                "note" => "-- ",
                _ => "",
            };
            var first = true;
            foreach (var line in entry.Text.Split('\n'))
            {
                var text = string.Join('\t', line.Split('\t').Select(Printable.Of));
                await context.Output.WriteLineAsync($"{(entry.Sidechain ? "| " : "")}{(first ? mark : new string(' ', mark.Length))}{text}".TrimEnd());
                first = false;
            }
        }

        if (transcript.Skipped > 0)
        {
            await context.Error.WriteLineAsync($"fleet: {transcript.Skipped} lines of {Printable.Of(transcript.Path)} could not be read");
        }
    }
}
