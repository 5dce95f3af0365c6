namespace FleetTui.Migrations.Checking;

/// <summary>A slot's versions.</summary>
/// <param name="Description">What it owns, for people.</param>
/// <param name="Used">Of today (UTC), landed or not.</param>
/// <param name="Free">Left today.</param>
/// <param name="Next">Its next free version.</param>
public sealed record BandUsage(string Slot, string Description, int Used, int Free, string Next);
