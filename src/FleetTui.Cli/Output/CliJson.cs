using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FleetTui.Api.Client;
using FleetTui.Api.Status;
using FleetTui.Cli.Demo;
using FleetTui.Landing.Hooks;
using FleetTui.Landing.Keeping;

namespace FleetTui.Cli.Output;

/// <summary>What <c>--json</c> prints: one object a line, camelCase, UTF-8 as it is.</summary>
[JsonSerializable(typeof(ConfigurationReport))]
[JsonSerializable(typeof(DemoReport))]
[JsonSerializable(typeof(DoctorReport))]
[JsonSerializable(typeof(FleetStatus))]
[JsonSerializable(typeof(HostReport))]
[JsonSerializable(typeof(LaneStatus))]
[JsonSerializable(typeof(LandResult))]
[JsonSerializable(typeof(MigrationReport))]
[JsonSerializable(typeof(MigrationDayReport))]
[JsonSerializable(typeof(DomainCoverage))]
[JsonSerializable(typeof(NextMigration))]
[JsonSerializable(typeof(MigrationFix))]
[JsonSerializable(typeof(LogEntry))]
[JsonSerializable(typeof(IReadOnlyList<RoleChange>))]
[JsonSerializable(typeof(AssignmentResult))]
[JsonSerializable(typeof(SlotEvidence))]
[JsonSerializable(typeof(SlotDiff))]
[JsonSerializable(typeof(SlotTranscript))]
[JsonSerializable(typeof(SlotSettingsResult))]
[JsonSerializable(typeof(SlotAdded))]
[JsonSerializable(typeof(SlotRemoval))]
[JsonSerializable(typeof(IReadOnlyList<RoleStatus>))]
[JsonSerializable(typeof(IReadOnlyList<HookState>))]
[JsonSerializable(typeof(IReadOnlyList<RecoverableState>))]
internal sealed partial class CliJson : JsonSerializerContext
{
    private static readonly Lazy<CliJson> Readable =
        new(() => new CliJson(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    public static Task WriteLineAsync<T>(TextWriter output, T value) =>
        output.WriteLineAsync(JsonSerializer.Serialize(value, (JsonTypeInfo<T>)Readable.Value.GetTypeInfo(typeof(T))!));
}
