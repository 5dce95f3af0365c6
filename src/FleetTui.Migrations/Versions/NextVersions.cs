using System.Globalization;
using System.Numerics;
using FleetTui.Migrations.Checking;
using FleetTui.Migrations.Grammars;

namespace FleetTui.Migrations.Versions;

/// <summary>
/// Gives slots their next free versions. With times: the slot's smallest at or after now, one second past its own last, past the newest on main and
/// past what is committed to follow it, computed on the clock. With numbers: one past the largest anywhere. Never gives one twice.
/// </summary>
internal sealed class NextVersions
{
    // What others committed lands before what is only now begun; but one that runs far ahead of the clock must not pull everybody with it.
    private static readonly TimeSpan FollowedAhead = TimeSpan.FromMinutes(2);

    private readonly MigrationRules rules;
    private readonly DateTime now;
    private readonly HashSet<MigrationVersion> taken = [];
    private readonly Dictionary<string, DateTime> ownLast = new(StringComparer.Ordinal);
    private readonly MigrationVersion? newestOnMain;
    private readonly DateTime? newestTimeOnMain;
    private DateTime? newestToLand;

    /// <param name="added">What slots added: in a project without any landed migration it tells whether versions are times.</param>
    public NextVersions(MigrationRules rules, DateTimeOffset now, IReadOnlyList<KnownMigration> onMain, IEnumerable<MigrationVersion> added)
    {
        this.rules = rules;
        this.now = MigrationTime.WholeSecond(now);
        MigrationVersion? newestDated = null;
        foreach (var migration in onMain)
        {
            taken.Add(migration.Version);
            if (newestOnMain is not { } newest || migration.Version > newest) newestOnMain = migration.Version;
            if (Lenient(migration.Version.Text) is { } && !(migration.Version <= newestDated)) newestDated = migration.Version;
        }

        CountsTime = rules.Grammar.Style switch
        {
            VersionStyle.Time => true,
            VersionStyle.Number or VersionStyle.Graph => false,
            _ => newestOnMain is { } known ? known.Text.Length == MigrationTime.Digits : BeginsWithTimes(added),
        };
        // An odd one (99_seed, milliseconds) cannot be overtaken by any time, so times are compared with times.
        if (CountsTime) newestOnMain = newestDated;
        newestTimeOnMain = newestOnMain is { } text ? Lenient(text.Text) : null;
        if (CountsTime && !rules.Scheme.KeepsOrder) OwnLastOf(onMain);
    }

    /// <summary>Versions are times here.</summary>
    public bool CountsTime { get; }

    public MigrationVersion? NewestOnMain => newestOnMain;

    /// <summary>The latest moment that counts as the present: the clock's, or main's newest when that is ahead.</summary>
    public DateTime Present => newestTimeOnMain > now ? newestTimeOnMain.Value : now;

    /// <summary>A version that is in use or promised. With <paramref name="own"/> the slot counts on from it.</summary>
    public void Take(string slot, MigrationVersion version, bool own)
    {
        taken.Add(version);
        if (own && MigrationTime.Read(version.Text) is { } time) Raise(slot, time);
    }

    /// <summary>A version that will land soon: next ones come after it.</summary>
    public void Follow(MigrationVersion version)
    {
        if (MigrationTime.Read(version.Text) is { } time && time <= now + FollowedAhead && !(time <= newestToLand)) newestToLand = time;
    }

    /// <summary>Takes the slot's next.</summary>
    public string Next(string slot)
    {
        var version = CountsTime ? NextTime(slot) : NextNumber();
        Take(slot, rules.Version(version), own: true);
        return version;
    }

    private string NextTime(string slot)
    {
        var scheme = rules.Scheme;
        var known = scheme.Knows(slot);
        var from = known ? scheme.Earliest(now) : now;
        if (ownLast.TryGetValue(slot, out var last) && last >= from) from = last.AddSeconds(1);
        if (scheme.KeepsOrder && newestTimeOnMain >= from) from = newestTimeOnMain.Value.AddSeconds(1);
        if (scheme.KeepsOrder && newestToLand >= from) from = newestToLand.Value.AddSeconds(1);
        while (true)
        {
            var time = known ? scheme.Next(slot, from) : from;
            var version = MigrationTime.Write(time);
            if (!taken.Contains(rules.Version(version))) return version;
            from = time.AddSeconds(1);
        }
    }

    private string NextNumber()
    {
        var largest = taken.Count == 0 ? rules.Version("0") : taken.Max();
        // Flyway's parts count in the last one and keep their signs.
        var last = largest.Text[(largest.Text.LastIndexOfAny(['.', '_']) + 1)..];
        var next = (BigInteger.Parse(last, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture).PadLeft(taken.Count == 0 ? 4 : last.Length, '0');
        return largest.Text[..^last.Length] + next;
    }

    /// <summary>Of a project without any landed migration.</summary>
    private static bool BeginsWithTimes(IEnumerable<MigrationVersion> added)
    {
        var any = false;
        foreach (var version in added)
        {
            if (version.Text.Length == MigrationTime.Digits) return true;
            any = true;
        }

        return !any;
    }

    private void OwnLastOf(IReadOnlyList<KnownMigration> onMain)
    {
        // Bands have no other order than each slot's own; its landed ones tell how far it got.
        var times = onMain.Select(migration => MigrationTime.Read(migration.Version.Text)).OfType<DateTime>().Where(time => time >= rules.Scheme.Earliest(now)).ToList();
        foreach (var slot in rules.Slots.Where(rules.Scheme.Knows))
            foreach (var time in times.Where(time => rules.Scheme.Owns(slot, time))) Raise(slot, time);
    }

    private void Raise(string slot, DateTime time)
    {
        if (!ownLast.TryGetValue(slot, out var last) || time > last) ownLast[slot] = time;
    }

    /// <summary>A time at or after what the digits say, also where no clock shows them (minute 60); null when they name no day.</summary>
    private static DateTime? Lenient(string version)
    {
        if (version.Length != MigrationTime.Digits || MigrationTime.Read(version[..8] + "000000") is not { } day) return null;
        return version.AsSpan().ContainsAnyExceptInRange('0', '9')
            ? null
            : day.AddHours(MigrationTime.Pair(version, 8)).AddMinutes(MigrationTime.Pair(version, 10)).AddSeconds(MigrationTime.Pair(version, 12));
    }
}
