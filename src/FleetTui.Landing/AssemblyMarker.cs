namespace FleetTui.Landing;

/// <summary>Names this assembly to tests by reflection until it has a type of its own.</summary>
public static class AssemblyMarker;
