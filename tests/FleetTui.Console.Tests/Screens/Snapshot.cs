using System.Runtime.CompilerServices;

namespace FleetTui.Console.Tests.Screens;

/// <summary>Compares a screen with the approved one beside the test. <c>FLEET_APPROVE=1</c> writes what is seen as approved: read it before you commit it.</summary>
internal static class Snapshot
{
    public static void Matches(string name, string screen, [CallerFilePath] string source = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(source)!, "Approved", $"{name}.verified.txt");
        if (Environment.GetEnvironmentVariable("FLEET_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, screen);
        }

        Assert.True(File.Exists(file), $"{file} is not there; the screen is:\n{screen}");
        Assert.Equal(File.ReadAllText(file), screen);
    }
}
