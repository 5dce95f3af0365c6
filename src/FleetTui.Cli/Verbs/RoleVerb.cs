using System.CommandLine;
using System.Globalization;
using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Output;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet role list</c>, <c>history ROLE</c>, <c>coverage [--try PATTERN]…</c> and <c>assign SLOT ROLE</c>.</summary>
internal static class RoleVerb
{
    public static Command Create(CliContext context) =>
        new("role", "Show roles and who holds them; give a role to a slot.") { List(context), History(context), Coverage(context), Assign(context) };

    private static Command List(CliContext context)
    {
        var json = VerbExtensions.Json();
        return new Command("list", "Show every role, its holder and its domain.") { json }.Does(context, async (parsed, here, cancellation) =>
        {
            await using var fleet = await here.Fleets.ConnectAsync(here, cancellation);
            var roles = await fleet.RolesAsync(cancellation);
            if (parsed.GetValue(json))
            {
                await CliJson.WriteLineAsync(here.Output, roles);
                return ExitCode.Done;
            }

            var table = new TextTable("ROLE", "HOLDER", "TITLE", "DOMAIN");
            foreach (var role in roles)
            {
                table.Add(role.Name, role.Holder ?? "-", role.Title, string.Join(' ', role.Domain));
            }

            await table.WriteAsync(here.Output);
            return ExitCode.Done;
        });
    }

    private static Command History(CliContext context)
    {
        var role = new Argument<string>("ROLE") { Description = "A role's name." };
        var json = VerbExtensions.Json();
        return new Command("history", "Show who held a role, when and why; newest first.") { role, json }.Does(context, async (parsed, here, cancellation) =>
        {
            await using var fleet = await here.Fleets.ConnectAsync(here, cancellation);
            var name = parsed.GetRequiredValue(role);
            var roles = await fleet.RolesAsync(cancellation);
            var found = roles.FirstOrDefault(one => one.Name == name) ?? throw new FleetApiException(ExitCode.Input, $"there is no role '{name}'; the roles are {string.Join(", ", roles.Select(one => one.Name))}");
            if (parsed.GetValue(json))
            {
                await CliJson.WriteLineAsync(here.Output, found.History);
                return ExitCode.Done;
            }

            var table = new TextTable("WHEN", "SLOT", "FROM", "TO", "WHY");
            foreach (var change in found.History)
            {
                table.Add(change.At.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), change.Slot, Or(change.From), Or(change.To), change.Reason);
            }

            await table.WriteAsync(here.Output);
            return ExitCode.Done;
        });

        static string Or(string name) => name.Length > 0 ? name : "-";
    }

    private static Command Coverage(CliContext context)
    {
        var tried = new Option<string[]>("--try") { Description = "Also say what a domain with this pattern would take in and whom it would meet; once for each pattern.", HelpName = "PATTERN", AllowMultipleArgumentsPerToken = false };
        var json = VerbExtensions.Json();
        return new Command("coverage", "Count the tracked files in each domain, in none and in two.") { tried, json }.Does(context, async (parsed, here, cancellation) =>
        {
            await using var fleet = await here.Fleets.ConnectAsync(here, cancellation);
            var coverage = await fleet.CoverageAsync(parsed.GetValue(tried) ?? [], cancellation);
            await (parsed.GetValue(json) ? CliJson.WriteLineAsync(here.Output, coverage) : CoverageLines.WriteAsync(coverage, here.Output));
            return ExitCode.Done;
        });
    }

    private static Command Assign(CliContext context)
    {
        var slot = VerbExtensions.Slot();
        var role = new Argument<string>("ROLE") { Description = "A role's name; '' frees the slot." };
        var swap = new Option<bool>("--swap") { Description = "When another slot holds the role, exchange the two slots' roles." };
        var reason = new Option<string>("--reason") { Description = "Why; kept in the history.", HelpName = "TEXT", DefaultValueFactory = _ => "" };
        var json = VerbExtensions.Json();
        return new Command("assign", "Give a role to a slot.") { slot, role, swap, reason, json }.Does(context, async (parsed, here, cancellation) =>
        {
            await using var fleet = await here.Fleets.ConnectAsync(here, cancellation);
            var result = await fleet.AssignRoleAsync(
                parsed.GetRequiredValue(slot),
                parsed.GetRequiredValue(role),
                parsed.GetValue(swap),
                parsed.GetValue(reason) ?? "",
                preview: false,
                cancellation);
            await (parsed.GetValue(json) ? CliJson.WriteLineAsync(here.Output, result) : here.Output.WriteLineAsync(Printable.Of(result.Message)));
            return ExitCode.Done;
        });
    }
}
