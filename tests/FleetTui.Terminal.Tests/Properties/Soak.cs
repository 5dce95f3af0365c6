using System.Globalization;

namespace FleetTui.Terminal.Tests.Properties;

/// <summary>How many cases a property is tried with: few in the suite, as many as FLEET_PROPERTY_TESTS says in a long run.</summary>
internal static class Soak
{
    public static int Tests { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("FLEET_PROPERTY_TESTS"), NumberStyles.None, CultureInfo.InvariantCulture, out var tests) ? tests : 300;
}
