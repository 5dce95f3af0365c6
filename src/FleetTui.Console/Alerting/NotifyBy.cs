namespace FleetTui.Console.Alerting;

/// <summary>The sequences by which terminals show a desktop notice.</summary>
public enum NotifyBy
{
    Nothing,

    /// <summary>iTerm2's <c>OSC 9 ; text</c>.</summary>
    Osc9,

    /// <summary>urxvt's <c>OSC 777 ; notify ; title ; text</c>.</summary>
    Osc777,

    /// <summary>kitty's desktop notifications.</summary>
    Osc99,
}
