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
        Edit(root, editor => Missing(roles.FirstOrDefault(pair => !Assign(editor, pair.Key, pair.Value)).Key));

    /// <summary>Changes keys of one slot's table.</summary>
    /// <param name="keys">Key → its text; empty takes the key out, so that its default holds again.</param>
    public static RolesFileChange Change(string root, string slot, IReadOnlyDictionary<string, string> keys) =>
        Edit(root, editor => Missing(keys.All(pair => Change(editor, slot, pair.Key, pair.Value)) ? null : slot));

    /// <summary>Adds a slot behind the last one.</summary>
    /// <param name="keys">Its keys in the order in which they are written.</param>
    public static RolesFileChange Add(string root, IReadOnlyList<KeyValuePair<string, TomlValue>> keys) =>
        Edit(root, editor => editor.AddElement(RolesSchema.SlotTable.Path, keys) ? null : Inline);

    /// <summary>Takes a slot's table out, with the comments directly above it.</summary>
    /// <param name="removed">For <see cref="PutBack"/>; null when nothing was taken out.</param>
    public static RolesFileChange Remove(string root, string slot, out RemovedSlot? removed)
    {
        RemovedSlot? taken = null;
        var change = Edit(root, editor =>
        {
            var (table, id) = (RolesSchema.SlotTable.Path, RolesSchema.Id.Name);
            if (!editor.RemoveElement(table, id, slot, out var lines, out var before))
                return editor.HasInElement(table, id, slot, id) ? Inline : Missing(slot);
            taken = new RemovedSlot(lines, before);
            return null;
        });
        removed = change is RolesFileChange.Written ? taken : null;
        return change;
    }

    /// <summary>Puts a slot's table back where it was taken out.</summary>
    public static RolesFileChange PutBack(string root, RemovedSlot removed) => Edit(root, editor =>
        editor.PutElement(RolesSchema.SlotTable.Path, RolesSchema.Id.Name, removed.Lines, removed.Before)
            ? null
            : new RolesFileChange.Failed($"{RolesSchema.File} has changed since, and the slot's table does not fit into it any more; add the slot anew."));

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

    private static readonly RolesFileChange Inline = new RolesFileChange.Failed($"{RolesSchema.File} has its slots in one line (slot = [...]); write each as a [[slot]] table, or change that line by hand.");

    private static RolesFileChange.SlotMissing? Missing(string? slot) => slot is null ? null : new RolesFileChange.SlotMissing(slot);

    /// <param name="edit">Null, or why it cannot be.</param>
    private static RolesFileChange Edit(string root, Func<TomlEditor, RolesFileChange?> edit)
    {
        var path = Path.Combine(root, RolesSchema.File);
        lock (Gate)
        {
            try
            {
                var before = File.ReadAllBytes(path);
                if (TomlEditor.Open(before, RolesSchema.File, out var errors) is not { } editor)
                    return new RolesFileChange.Invalid(errors);

                if (edit(editor) is { } refusal)
                    return refusal;

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
