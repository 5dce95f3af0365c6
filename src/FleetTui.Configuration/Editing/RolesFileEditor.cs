using FleetTui.Configuration.Files;
using FleetTui.Configuration.Schema;
using FleetTui.Configuration.Toml;
using FleetTui.Configuration.Toml.Editing;

namespace FleetTui.Configuration.Editing;

/// <summary>Writes the changes that the fleet makes to <c>roles.toml</c>; everything the user wrote stays as it is.</summary>
public static class RolesFileEditor
{
    /// <summary>Gives slots their roles, all in one step, so that a swap is never half written.</summary>
    /// <param name="root">The repository's root.</param>
    /// <param name="roles">Slot id → role; empty frees the slot.</param>
    public static RolesFileChange Assign(string root, IReadOnlyDictionary<string, string> roles)
    {
        var path = Path.Combine(root, RolesSchema.File);
        try
        {
            var before = File.ReadAllBytes(path);
            if (TomlEditor.Open(before, RolesSchema.File, out var errors) is not { } editor)
                return new RolesFileChange.Invalid(errors);
            foreach (var (slot, role) in roles)
            {
                if (!Assign(editor, slot, role))
                    return new RolesFileChange.SlotMissing(slot);
            }
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

    private static bool Assign(TomlEditor editor, string slot, string role)
    {
        var (table, id, key) = (RolesSchema.SlotTable.Path, RolesSchema.Id.Name, RolesSchema.Role.Name);
        // A slot that names no role is free already.
        return (role.Length == 0 && editor.HasInElement(table, id, slot, id) && !editor.HasInElement(table, id, slot, key))
            || editor.SetInElement(table, id, slot, key, new TomlString(role, default));
    }
}
