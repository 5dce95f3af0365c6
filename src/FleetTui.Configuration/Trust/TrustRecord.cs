using System.Text.Json.Serialization;

namespace FleetTui.Configuration.Trust;

/// <param name="Content">The lines of <see cref="RunnableContent"/>, to show what changed when it does.</param>
internal sealed record TrustRecord(string Digest, DateTimeOffset At, IReadOnlyList<string> Content);

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Dictionary<string, TrustRecord>))]
internal sealed partial class TrustJson : JsonSerializerContext;
