namespace FleetTui.Terminal.Parsing;

/// <summary>The states of Paul Williams' parser for DEC-compatible terminals (vt100.net/emu/dec_ansi_parser), CSI and DCS entry folded into their parameter states.</summary>
internal enum VtState : byte
{
    Ground,
    Escape,
    EscapeIntermediate,
    CsiParameters,
    CsiIntermediate,
    CsiIgnore,
    Osc,
    DcsParameters,
    DcsIntermediate,
    DcsIgnore,
    DcsText,

    /// <summary>SOS, PM, APC: consumed.</summary>
    OtherString,

    /// <summary>Ground of VT52 mode.</summary>
    Vt52,
    Vt52Escape,
    Vt52Row,
    Vt52Column,
}
