using System.Text;

namespace FleetTui.Agents.Launch;

/// <summary>What to run in the slot's pane.</summary>
/// <param name="Environment">Additions to what the agent inherits.</param>
/// <param name="Problem">Null: the agent itself runs. Else why it cannot: one sentence; the command then shows it in the pane.</param>
public sealed record LaunchPlan(IReadOnlyList<string> Command, IReadOnlyDictionary<string, string> Environment, string? Problem)
{
    private const string Show = "printf '\\033]7501;state=error:msg=%s\\007%s\\n' \"$1\" \"$2\"; while read -r _; do :; done";

    /// <summary>
    /// Runs no agent: a pane that shows a text and waits, so that the slot says what is wrong where its agent would be. It reports an error by OSC 7501 (message in
    /// base64), so that the slot's state is right whoever looks, also after the daemon was restarted.
    /// </summary>
    public static LaunchPlan Notice(string problem, string whatToDo, IReadOnlyDictionary<string, string> environment) =>
        new(["/bin/sh", "-c", Show, "fleet", Convert.ToBase64String(Encoding.UTF8.GetBytes(problem)), $"{problem}\n\n{whatToDo}"], environment, problem);
}
