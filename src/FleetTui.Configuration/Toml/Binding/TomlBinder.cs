using FleetTui.Configuration.Toml.Syntax;

namespace FleetTui.Configuration.Toml.Binding;

/// <summary>Syntax to tables: who may define, extend and redefine what (TOML 1.0.0, "Keys", "Table", "Inline Table", "Array of Tables").</summary>
internal sealed class TomlBinder
{
    private readonly TomlSource source;
    private readonly List<ConfigurationError> errors = [];
    private int section;

    private TomlBinder(TomlSource source) => this.source = source;

    public static TomlReadResult Bind(TomlSource source, TomlDocumentSyntax document)
    {
        var binder = new TomlBinder(source);
        var root = binder.Document(document);
        return binder.errors.Count > 0 ? new TomlReadResult(null, binder.errors) : new TomlReadResult(root.Finish(), []);
    }

    private TableUnderConstruction Document(TomlDocumentSyntax document)
    {
        var root = new TableUnderConstruction(source.PositionAt(0), TableOrigin.Header, section);
        TableUnderConstruction? open = root;
        foreach (var expression in document.Expressions)
        {
            if (expression is TomlHeaderSyntax header)
            {
                section++;
                open = Open(root, header);
            }
            // Keys under a refused header have no table; the header's error is enough.
            else if (open is not null)
                Assign(open, (TomlKeyValueSyntax)expression, TableOrigin.Dotted);
        }
        return root;
    }

    private TableUnderConstruction? Open(TableUnderConstruction root, TomlHeaderSyntax header)
    {
        var table = root;
        var parts = header.Key.Parts;
        for (var i = 0; i < parts.Count - 1; i++)
        {
            if (!table.Children.TryGetValue(parts[i].Name, out var child))
            {
                child = NewTable(parts[i], TableOrigin.Implied);
                table.Add(parts[i].Name, child);
            }
            var next = child.Table ?? child.Elements?[^1];
            if (next is null || next.Origin == TableOrigin.Inline)
                return Refuse(parts[i], $"{parts[i].Name} is {Describe(child)} and cannot be given more keys", child);
            table = next;
        }
        var last = parts[^1];
        table.Children.TryGetValue(last.Name, out var present);
        return header.IsArray ? OpenElement(table, last, present) : OpenTable(table, last, present);
    }

    private TableUnderConstruction? OpenTable(TableUnderConstruction parent, TomlKeyPartSyntax part, TableUnderConstruction.Child? present)
    {
        if (present is null)
        {
            var added = NewTable(part, TableOrigin.Header);
            parent.Add(part.Name, added);
            return added.Table;
        }
        if (present.Table is not { Origin: TableOrigin.Implied } table)
            return Refuse(part, present.Table is null ? $"{part.Name} is {Describe(present)}, not a table" : $"The table {part.Name} is defined twice", present);
        table.Origin = TableOrigin.Header;
        return table;
    }

    private TableUnderConstruction? OpenElement(TableUnderConstruction parent, TomlKeyPartSyntax part, TableUnderConstruction.Child? present)
    {
        var element = new TableUnderConstruction(source.PositionAt(part.Span.Start), TableOrigin.Header, section);
        if (present is null)
            parent.Add(part.Name, new TableUnderConstruction.Child(element.Position, null, [element], null));
        else if (present.Elements is null)
            return Refuse(part, $"{part.Name} is {Describe(present)}, not an array of tables", present);
        else
            present.Elements.Add(element);
        return element;
    }

    private void Assign(TableUnderConstruction table, TomlKeyValueSyntax syntax, TableOrigin origin)
    {
        var parts = syntax.Key.Parts;
        for (var i = 0; i < parts.Count - 1; i++)
        {
            if (!table.Children.TryGetValue(parts[i].Name, out var child))
            {
                child = NewTable(parts[i], origin);
                table.Add(parts[i].Name, child);
            }
            else if (child.Table is { Origin: TableOrigin.Implied } implied)
            {
                implied.Origin = origin;
                implied.Section = section;
            }
            else if (child.Table is null || child.Table.Origin != origin || child.Table.Section != section)
            {
                Refuse(parts[i], $"{parts[i].Name} is {Describe(child)} and cannot be given more keys here", child);
                return;
            }
            table = child.Table!;
        }
        var last = parts[^1];
        if (table.Children.TryGetValue(last.Name, out var present))
        {
            Refuse(last, $"The key {last.Name} is given twice", present);
            return;
        }
        table.Add(last.Name, new TableUnderConstruction.Child(source.PositionAt(last.Span.Start), null, null, Value(syntax.Value)));
    }

    private TomlValue Value(TomlValueSyntax syntax) => syntax switch
    {
        TomlScalarSyntax scalar => scalar.Value,
        TomlArraySyntax array => new TomlArray([.. array.Items.Select(Value)], OfTables: false, source.PositionAt(array.Span.Start)),
        _ => InlineTable((TomlInlineTableSyntax)syntax),
    };

    private TomlTable InlineTable(TomlInlineTableSyntax syntax)
    {
        var table = new TableUnderConstruction(source.PositionAt(syntax.Span.Start), TableOrigin.Inline, section);
        // Inside, dotted keys may share tables with each other; once finished it is a value like any other, and so closed.
        foreach (var entry in syntax.Entries)
            Assign(table, entry, TableOrigin.Inline);
        return table.Finish();
    }

    private TableUnderConstruction.Child NewTable(TomlKeyPartSyntax part, TableOrigin origin)
    {
        var position = source.PositionAt(part.Span.Start);
        return new TableUnderConstruction.Child(position, new TableUnderConstruction(position, origin, section), null, null);
    }

    private static string Describe(TableUnderConstruction.Child child) =>
        child.Elements is not null ? "an array of tables" : child.Value?.Kind is { } kind ? kind == "a table" ? "an inline table" : kind : "a table";

    private TableUnderConstruction? Refuse(TomlKeyPartSyntax part, string problem, TableUnderConstruction.Child first)
    {
        errors.Add(new ConfigurationError(source.PositionAt(part.Span.Start), $"{problem} (line {first.Position.Line} has it first).", null));
        return null;
    }
}
