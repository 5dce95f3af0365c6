using FleetTui.Configuration;
using FleetTui.Roles;

namespace FleetTui.Daemon.Live;

/// <summary>The configuration in force, with the book of roles that follows from it.</summary>
internal sealed record ConfigurationSnapshot(FleetConfiguration Configuration, RoleBook Roles);
