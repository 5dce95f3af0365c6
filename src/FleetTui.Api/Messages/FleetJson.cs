using System.Text.Json;
using System.Text.Json.Serialization;
using FleetTui.Api.Client;
using FleetTui.Api.Status;

namespace FleetTui.Api.Messages;

/// <summary>Every message as JSON: camelCase, times as ISO 8601 with offset. Generated at build, so a short-lived verb pays no reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, PropertyNameCaseInsensitive = false)]
[JsonSerializable(typeof(FleetStatus))]
[JsonSerializable(typeof(LogEntry))]
[JsonSerializable(typeof(IReadOnlyList<LogEntry>))]
[JsonSerializable(typeof(SlotEvidence))]
[JsonSerializable(typeof(SlotDiff))]
[JsonSerializable(typeof(SlotTranscript))]
[JsonSerializable(typeof(IReadOnlyList<RoleStatus>))]
[JsonSerializable(typeof(AssignmentResult))]
[JsonSerializable(typeof(LandResult))]
[JsonSerializable(typeof(MigrationReport))]
[JsonSerializable(typeof(MigrationDayReport))]
[JsonSerializable(typeof(DomainCoverage))]
[JsonSerializable(typeof(NextMigration))]
[JsonSerializable(typeof(SlotSettings))]
[JsonSerializable(typeof(SlotSettingsResult))]
[JsonSerializable(typeof(SlotAddition))]
[JsonSerializable(typeof(SlotAdded))]
[JsonSerializable(typeof(SlotRemoval))]
[JsonSerializable(typeof(IReadOnlyList<AgentChoice>))]
[JsonSerializable(typeof(SlotsRequest))]
[JsonSerializable(typeof(SendRequest))]
[JsonSerializable(typeof(RoleRequest))]
[JsonSerializable(typeof(LandRequest))]
[JsonSerializable(typeof(NextMigrationRequest))]
[JsonSerializable(typeof(FixMigrationsRequest))]
[JsonSerializable(typeof(MigrationFix))]
[JsonSerializable(typeof(Health))]
[JsonSerializable(typeof(FleetProblem))]
public sealed partial class FleetJson : JsonSerializerContext;
