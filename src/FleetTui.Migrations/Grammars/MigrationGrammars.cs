namespace FleetTui.Migrations.Grammars;

/// <summary>All grammars by name.</summary>
public static class MigrationGrammars
{
    public static IReadOnlyList<IMigrationGrammar> All { get; } =
    [
        Supabase.Grammar, Rails.Grammar, EntityFramework.Grammar, Flyway.Grammar, GolangMigrate.Grammar, Goose.Grammar,
        Dbmate.Grammar, Sqlx.Grammar, Knex.Grammar, Laravel.Grammar, Prisma.Grammar, Drizzle.Grammar, Alembic.Grammar, Django.Grammar,
    ];

    /// <summary>Null for a name that is neither one of <see cref="All"/> nor <c>regex:…</c> with a group <c>version</c> holding digits.</summary>
    public static IMigrationGrammar? Named(string name) =>
        name.StartsWith(PlainPattern.Prefix, StringComparison.Ordinal)
            ? PlainPattern.Grammar(name[PlainPattern.Prefix.Length..])
            : All.FirstOrDefault(grammar => grammar.Name == name);
}
