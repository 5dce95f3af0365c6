using System.CommandLine;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Output;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet role list</c> and <c>fleet role assign SLOT ROLE</c>.</summary>
internal static class RoleVerb
{
    public static Command Create(CliContext context) =>
        new("role", "Show roles and who holds them; give a role to a slot.") { List(context), Assign(context) };

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
