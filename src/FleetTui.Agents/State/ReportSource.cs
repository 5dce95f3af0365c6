namespace FleetTui.Agents.State;

/// <summary>Who told a state, least trusted first: the order is the precedence.</summary>
public enum ReportSource
{
    /// <summary>The process lives: all that is known of a program that says nothing.</summary>
    Process,

    /// <summary>OSC 133, a shell's prompt marks.</summary>
    Prompt,

    /// <summary>OSC 0/2, the window's title.</summary>
    Title,

    /// <summary>OSC 9, 777 or 99, a desktop notification.</summary>
    Notification,

    /// <summary>OSC 9;4, a progress bar.</summary>
    Progress,

    /// <summary>OSC 7501, the Program Status Protocol.</summary>
    ProgramStatus,

    /// <summary>The program's own files.</summary>
    Files,

    /// <summary>The program's hooks.</summary>
    Hook,

    /// <summary>There is no process: nothing else counts.</summary>
    Life,
}
