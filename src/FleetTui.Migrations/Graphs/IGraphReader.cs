namespace FleetTui.Migrations.Graphs;

/// <summary>Reads from a migration's text, without running it, which ones it follows.</summary>
public interface IGraphReader
{
    /// <summary>What the tool says to two ends that nobody joined.</summary>
    string ManyHeads { get; }

    /// <summary>Null when the file is no migration.</summary>
    /// <param name="path">Relative to the root.</param>
    GraphNode? Read(string path, string text);

    /// <summary>The text with one migration it names taken for another; null when it does not name it.</summary>
    string? Instead(string text, string space, string from, string to);

    /// <summary>For the user: how a file says that it follows another.</summary>
    string Says(string space, string id);
}
