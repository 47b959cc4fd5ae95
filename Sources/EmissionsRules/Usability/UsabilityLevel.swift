/// How far a footprint can be relied on, by the fields it states (WBCSD PACT, PCF Usability Model, March 2026).
///
/// The model is written for the fields of PACT 3.0; footprints of PACT 2 are held against those that PACT 2 has too.
public enum UsabilityLevel: Int, Sendable, CaseIterable, Comparable {
    case none = 0, indicative, consistent, complete

    public static let source = "WBCSD PACT, PCF Usability Model, March 2026"

    public static func < (a: UsabilityLevel, b: UsabilityLevel) -> Bool { a.rawValue < b.rawValue }

    public var next: UsabilityLevel? { UsabilityLevel(rawValue: rawValue + 1) }

    /// What the usability model calls it; what reaches no level has no name there.
    public var title: String {
        switch self {
        case .none: "below indicative"
        case .indicative: "indicative"
        case .consistent: "consistent"
        case .complete: "methodologically complete"
        }
    }
}
