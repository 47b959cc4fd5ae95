public import EmissionsModel

/// Which level of usability one footprint reaches, and what keeps it from the next.
public struct Usability: Hashable, Sendable {
    public private(set) var level = UsabilityLevel.complete
    /// What the next level asks for and the footprint does not state.
    public private(set) var lacking = UsabilityFields()
    /// What is stated for the sake of a schema only, and does not count.
    public private(set) var placeholders = UsabilityFields()

    public init(of footprint: ProductFootprint, edition: UsabilityEdition) {
        let gaps = footprint.usabilityGaps(edition), missing = gaps.missing
        placeholders = gaps.placeholders
        guard let field = missing.first else { return }
        // Fields stand in the order of their levels.
        level = UsabilityLevel(rawValue: field.level.rawValue - 1) ?? .none
        lacking = missing.intersection(.of(field.level))
    }
}

/// The version of the PACT specifications whose fields are asked for.
public enum UsabilityEdition: Sendable {
    /// 2.0 to 2.3: no product mass before 2.3, nothing on capture and storage, standards in two lists.
    case pact2
    /// 3.0.
    case pact3

    /// The edition that goes with some profiles; `nil` where footprints are not judged as PACT's.
    public init?(profiles: [String]) {
        if profiles.contains("pact-3") {
            self = .pact3
        } else if profiles.contains("pact-2") {
            self = .pact2
        } else {
            return nil
        }
    }
}

extension UsabilityFields {
    fileprivate var first: UsabilityField? {
        rawValue == 0 ? nil : UsabilityField(rawValue: UInt8(truncatingIfNeeded: rawValue.trailingZeroBitCount))
    }

    fileprivate static func of(_ level: UsabilityLevel) -> UsabilityFields {
        switch level {
        case .none: []
        case .indicative: levels[0]
        case .consistent: levels[1]
        case .complete: levels[2]
        }
    }

    private static let levels = [UsabilityLevel.indicative, .consistent, .complete].map { level in
        UsabilityField.allCases.filter { $0.level == level }.reduce(into: UsabilityFields()) { $0.insert($1) }
    }
}
