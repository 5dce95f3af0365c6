using FleetTui.Configuration.Files;
using FleetTui.Configuration.Schema;
using FleetTui.Configuration.Toml;
using FleetTui.Configuration.Toml.Editing;

namespace FleetTui.Configuration.Editing;

/// <summary>Writes the changes that the fleet makes to <c>roles.toml</c>; everything the user wrote stays as it is.</summary>
public static class RolesFileEditor
{
    /// <summary>The file is read, changed and written as a whole: one change at a time.</summary>
    private static readonly Lock Gate = new();

    /// <summary>Gives slots their roles, all in one step, so that a swap is never half written.</summary>
    /// <param name="root">The repository's root.</param>
    /// <param name="roles">Slot id → role; empty frees the slot.</param>
    public static RolesFileChange Assign(string root, IReadOnlyDictionary<string, string> roles) =>
        Edit(root, editor => roles.FirstOrDefault(pair => !Assign(editor, pair.Key, pair.Value)).Key);

    /// <summary>Changes keys of one slot's table.</summary>
    /// <param name="keys">Key → its text; empty takes the key out, so that its default holds again.</param>
    public static RolesFileChange Change(string root, string slot, IReadOnlyDictionary<string, string> keys) =>
        Edit(root, editor => keys.All(pair => Change(editor, slot, pair.Key, pair.Value)) ? null : slot);

    /// <summary>Puts back what the file was before a change that turned out to be wrong.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Restore(string root, ReadOnlySpan<byte> before)
    {
        lock (Gate)
        {
            AtomicFile.Write(Path.Combine(root, RolesSchema.File), before);
        }
    }

    /// <param name="edit">Null, or the slot that is missing.</param>
    private static RolesFileChange Edit(string root, Func<TomlEditor, string?> edit)
    {
        var path = Path.Combine(root, RolesSchema.File);
        lock (Gate)
        {
            try
            {
                var before = File.ReadAllBytes(path);
                if (TomlEditor.Open(before, RolesSchema.File, out var errors) is not { } editor)
                    return new RolesFileChange.Invalid(errors);

                if (edit(editor) is { } missing)
                    return new RolesFileChange.SlotMissing(missing);

                var after = editor.ToBytes();
                if (after.AsSpan().SequenceEqual(before))
                    return new RolesFileChange.Unchanged();

                AtomicFile.Write(path, after);
                return new RolesFileChange.Written();
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                return new RolesFileChange.Failed($"{RolesSchema.File} could not be changed: {failure.Message}");
            }
        }
    }

    private static bool Change(TomlEditor editor, string slot, string key, string value)
    {
        var (table, id) = (RolesSchema.SlotTable.Path, RolesSchema.Id.Name);
        if (value.Length > 0)
            return editor.SetInElement(table, id, slot, key, new TomlString(value, default));

        editor.RemoveInElement(table, id, slot, key);
        return editor.HasInElement(table, id, slot, id);
    }

    private static bool Assign(TomlEditor editor, string slot, string role)
    {
        var (table, id, key) = (RolesSchema.SlotTable.Path, RolesSchema.Id.Name, RolesSchema.Role.Name);
        // A slot that names no role is free already.
        return (role.Length == 0 && editor.HasInElement(table, id, slot, id) && !editor.HasInElement(table, id, slot, key))
            || editor.SetInElement(table, id, slot, key, new TomlString(role, default));
    }
}
