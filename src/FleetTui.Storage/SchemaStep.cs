namespace FleetTui.Storage;

/// <summary>
/// One step of a feature's schema. A feature's steps are numbered 1, 2, 3… and never change once released; each is applied once, in a transaction with all others that are due.
/// Keep the SQL to what SQLite and PostgreSQL both run: TEXT, BIGINT (times as Unix milliseconds), <c>INSERT … ON CONFLICT</c>, ids given by the program.
/// </summary>
public sealed record SchemaStep(string Feature, int Version, string Sql);
