namespace FleetTui.Configuration.Toml.Syntax;

/// <summary>Half-open range of UTF-16 offsets into the text.</summary>
public readonly record struct TextSpan(int Start, int End)
{
    public int Length => End - Start;
}

/// <summary>
/// A document as it is written. Nodes know only their spans: blanks, comments and line endings are what lies between them in <see cref="TomlSource.Text"/>,
/// so a change is a splice of the text and leaves all the rest alone.
/// </summary>
public sealed record TomlDocumentSyntax(TomlSource Source, IReadOnlyList<TomlExpressionSyntax> Expressions);

/// <summary>A table header or a key with its value, without what follows on the line.</summary>
public abstract record TomlExpressionSyntax(TextSpan Span, TomlKeySyntax Key);

/// <param name="IsArray"><c>[[key]]</c>.</param>
public sealed record TomlHeaderSyntax(TextSpan Span, TomlKeySyntax Key, bool IsArray) : TomlExpressionSyntax(Span, Key);

public sealed record TomlKeyValueSyntax(TextSpan Span, TomlKeySyntax Key, TomlValueSyntax Value) : TomlExpressionSyntax(Span, Key);

/// <summary>A key of one part, or dotted.</summary>
public sealed record TomlKeySyntax(TextSpan Span, IReadOnlyList<TomlKeyPartSyntax> Parts);

/// <param name="Name">Quotes and escapes resolved.</param>
public readonly record struct TomlKeyPartSyntax(TextSpan Span, string Name);

public abstract record TomlValueSyntax(TextSpan Span);

/// <summary>Anything but an array and an inline table.</summary>
public sealed record TomlScalarSyntax(TextSpan Span, TomlValue Value) : TomlValueSyntax(Span);

public sealed record TomlArraySyntax(TextSpan Span, IReadOnlyList<TomlValueSyntax> Items) : TomlValueSyntax(Span);

public sealed record TomlInlineTableSyntax(TextSpan Span, IReadOnlyList<TomlKeyValueSyntax> Entries) : TomlValueSyntax(Span);
