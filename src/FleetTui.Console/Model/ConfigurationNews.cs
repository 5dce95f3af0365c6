using FleetTui.Api.Status;

namespace FleetTui.Console.Model;

/// <summary>Tells once of configuration files that are wrong: at the start those that this console read, later what the daemon says of those it watches.</summary>
internal static class ConfigurationNews
{
    /// <summary>The first stays in the status line until a key; all are in the messages.</summary>
    public static void SayAtStart(ConsoleModel model)
    {
        var problems = model.Options.Problems;
        for (var i = problems.Count - 1; i >= 0; i--)
        {
            var more = i == 0 && problems.Count > 1 ? $"   (and {problems.Count - 1} more: {model.Keys.Spell("messages")})" : "";
            model.Say($"{problems[i]}{more}", error: true);
        }
    }

    /// <param name="before">What the fleet was; null when this console has just learnt of it, and has told of the files itself.</param>
    public static void Heard(ConsoleModel model, FleetIdentity? before, FleetIdentity now)
    {
        if (now.Problem is { } problem && problem != before?.Problem && !(before is null && model.Options.Problems.Count > 0))
        {
            model.Say(problem, error: true);
        }
    }
}
