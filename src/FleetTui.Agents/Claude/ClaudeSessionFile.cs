using System.Globalization;
using System.Text.Json;
using FleetTui.Agents.State;

namespace FleetTui.Agents.Claude;

/// <summary>
/// <c>sessions/PID.json</c>, which Claude Code keeps live for itself: <c>status</c> is idle, busy or waiting, <c>waitingFor</c> says for what. Its title alone does not tell
/// a permission question from idling (2.1.197).
/// </summary>
internal static class ClaudeSessionFile
{
    public static string Path(string directory, int pid) => System.IO.Path.Combine(directory, "sessions", string.Create(CultureInfo.InvariantCulture, $"{pid}.json"));

    /// <summary>Half-written and unknown content means nothing.</summary>
    public static SignalReading Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Text(document.RootElement, "status") switch
            {
                "busy" => Says(AgentActivity.Working, ""),
                "idle" => Says(AgentActivity.Idle, ""),
                "waiting" => Says(AgentActivity.NeedsInput, Reason(Text(document.RootElement, "waitingFor"))),
                _ => SignalReading.Nothing.Instance,
            };
        }
        catch (JsonException)
        {
            return SignalReading.Nothing.Instance;
        }
    }

    private static SignalReading.Reports Says(AgentActivity activity, string detail) => new(ReportSource.Files, activity, detail);

    private static string Reason(string waitingFor) => waitingFor == "permission prompt" ? "permission" : waitingFor;

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
