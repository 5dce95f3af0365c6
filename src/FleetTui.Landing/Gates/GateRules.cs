using FleetTui.Configuration;
using FleetTui.Migrations;
using FleetTui.Roles;

namespace FleetTui.Landing.Gates;

/// <summary>
/// The rules gates hold trains to: those of the configuration in force at the moment, compiled once for each. Safe for use by many threads.
/// </summary>
/// <param name="current">The configuration in force; a new object when the files changed.</param>
public sealed class GateRules(Func<FleetConfiguration> current)
{
    private sealed record Compiled(FleetConfiguration Configuration, RoleBook Book, MigrationRules? Migrations);

    private Compiled? compiled;

    public RoleBook Book => Now.Book;

    /// <summary>Null when the repository has no migrations.</summary>
    public MigrationRules? Migrations => Now.Migrations;

    public LandingSettings Landing => Now.Configuration.Landing;

    private Compiled Now
    {
        get
        {
            var configuration = current();
            if (Volatile.Read(ref compiled) is { } known && ReferenceEquals(known.Configuration, configuration)) return known;
            var rules = MigrationRules.Of(configuration);
            var fresh = new Compiled(configuration, RoleBook.Of(configuration), rules is { Directories.Count: > 0 } ? rules : null);
            Volatile.Write(ref compiled, fresh);
            return fresh;
        }
    }
}
