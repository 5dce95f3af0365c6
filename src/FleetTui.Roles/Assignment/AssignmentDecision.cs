namespace FleetTui.Roles.Assignment;

/// <summary>What became, or would become, of giving a slot a role. Only <see cref="Assigned"/>, <see cref="Swapped"/> and <see cref="Freed"/> change anything.</summary>
/// <param name="From">The slot's role before; "" = free.</param>
/// <param name="To">The role asked for; "" = free.</param>
/// <param name="Message">One sentence for the user; of a refusal, with what to do.</param>
public abstract record AssignmentDecision(string Slot, string From, string To, string Message)
{
    /// <summary>Each slot whose role changes.</summary>
    public IReadOnlyList<SlotRoleChange> Changes { get; private init; } = [];

    /// <summary>False when the user asked for something that cannot be done.</summary>
    public bool Accepted { get; private init; } = true;

    public sealed record Assigned : AssignmentDecision
    {
        internal Assigned(string slot, string from, string to)
            : base(slot, from, to, from.Length == 0 ? $"{slot} now has the role {to}." : $"{slot} now has the role {to} instead of {from}.") =>
            Changes = [new(slot, from, to)];
    }

    public sealed record Swapped : AssignmentDecision
    {
        internal Swapped(string slot, string from, string to, string holder)
            : base(slot, from, to, $"{slot} now has the role {to}, and {holder} {(from.Length == 0 ? "is free" : $"has {from}")}.")
        {
            Holder = holder;
            Changes = [new(slot, from, to), new(holder, to, from)];
        }

        public string Holder { get; }
    }

    public sealed record Freed : AssignmentDecision
    {
        internal Freed(string slot, string from)
            : base(slot, from, "", $"{slot} is free; nobody has the role {from} now.") => Changes = [new(slot, from, "")];
    }

    /// <summary>Refused: the role is another slot's and no swap was asked for.</summary>
    public sealed record Held : AssignmentDecision
    {
        internal Held(string slot, string from, string to, string holder)
            : base(slot, from, to, $"{holder} holds the role {to}; --swap exchanges the two, or free {holder} first.") => (Holder, Accepted) = (holder, false);

        public string Holder { get; }
    }

    public sealed record UnknownSlot : AssignmentDecision
    {
        internal UnknownSlot(string slot, string to, IReadOnlyList<string> known)
            : base(slot, "", to, $"There is no slot \"{slot}\"; the slots are {string.Join(", ", known)}.") => Accepted = false;
    }

    public sealed record UnknownRole : AssignmentDecision
    {
        internal UnknownRole(string slot, string from, string to, IReadOnlyList<string> known)
            : base(slot, from, to, $"There is no role \"{to}\" in roles.toml; the roles are {string.Join(", ", known)}.") => Accepted = false;
    }

    /// <summary>It is so already.</summary>
    public sealed record Nothing : AssignmentDecision
    {
        internal Nothing(string slot, string role)
            : base(slot, role, role, role.Length == 0 ? $"{slot} is free already." : $"{slot} has the role {role} already.")
        {
        }
    }
}
