using System.CommandLine;
using FleetTui.Api.Client;
using FleetTui.Api.Status;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Connecting;
using FleetTui.Cli.Output;

namespace FleetTui.Cli.Verbs.Migrations;

/// <summary><c>fleet migration fix SLOT</c>: renames what the check complains of.</summary>
internal static class MigrationFixVerb
{
    public static Command Create(CliContext context)
    {
        var slot = new Argument<string?>(VerbExtensions.SlotName) { Description = "Whose migrations; inside a slot, that slot's when none is named.", Arity = ArgumentArity.ZeroOrOne };
        var dry = new Option<bool>("--dry-run") { Description = "Only say what would be done." };
        var json = VerbExtensions.Json();
        return new Command("fix", "Rename a slot's unlanded migrations that collide or are too old, in its worktree; exit 1 when something is left to do by hand.") { slot, dry, json }.Does(context, async (parsed, here, cancellation) =>
        {
            var named = parsed.GetValue(slot) ?? here.Environment("FLEET_SLOT");
            if (string.IsNullOrEmpty(named))
            {
                throw new FleetApiException(ExitCode.Input, "name the slot: 'fleet migration fix SLOT'");
            }

            var dryRun = parsed.GetValue(dry);
            var fix = await FleetOrAlone.AskAsync(here, fleet => fleet.FixMigrationsAsync(named, dryRun, cancellation), alone => alone.FixMigrationsAsync(named, dryRun, cancellation), cancellation);
            await (parsed.GetValue(json) ? CliJson.WriteLineAsync(here.Output, fix) : WriteAsync(fix, here));
            return fix.Left.Count == 0 ? ExitCode.Done : ExitCode.No;
        });
    }

    private static async Task WriteAsync(MigrationFix fix, CliContext context)
    {
        foreach (var step in fix.Done)
        {
            await context.Output.WriteLineAsync($"{(fix.DryRun ? "would have " : "")}{Printable.Of(step)}");
        }

        foreach (var left in fix.Left)
        {
            await context.Output.WriteLineAsync($"left: {Printable.Of(left)}");
        }

        if (fix.Done.Count + fix.Left.Count == 0)
        {
            await context.Output.WriteLineAsync($"nothing to mend in {fix.Slot}");
        }
        else if (fix.Done.Count > 0 && !fix.DryRun)
        {
            await context.Output.WriteLineAsync($"nothing was committed: {fix.Slot} commits it as its own work");
        }
    }
}
