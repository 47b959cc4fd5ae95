/// The set of global warming potentials over 100 years (GWP100) that an assessment report of the IPCC gives.
public enum WarmingPotentialSet: String, Sendable, CaseIterable {
    /// Fourth report, working group I, table 2.14.
    case ar4 = "AR4"
    /// Fifth report, working group I, appendix 8.A, without climate-carbon feedbacks.
    case ar5 = "AR5"
    /// Sixth report, working group I, table 7.SM.7; methane by origin from table 7.15.
    case ar6 = "AR6"

    public var report: AssessmentReport {
        switch self {
        case .ar4: AssessmentReport(number: 4)
        case .ar5: AssessmentReport(number: 5)
        case .ar6: AssessmentReport(number: 6)
        }
    }
}

/// A greenhouse gas with what one kilogram of it is worth in kilograms of carbon dioxide.
public struct GreenhouseGas: Hashable, Sendable {
    /// What it is called here, such as `CF4`.
    public var name: String
    /// Its number in the register of the Chemical Abstracts Service.
    public var cas: String?
    /// Other names, compared without regard to case.
    public var synonyms: [String]
    private var ar4: ExactDecimal?, ar5: ExactDecimal?, ar6: ExactDecimal?

    init(
        _ name: String, _ cas: String?, _ ar4: ExactDecimal?, _ ar5: ExactDecimal?, _ ar6: ExactDecimal?,
        _ synonyms: String...
    ) {
        (self.name, self.cas, self.synonyms) = (name, cas, synonyms)
        (self.ar4, self.ar5, self.ar6) = (ar4, ar5, ar6)
    }

    /// Its potential in a set; `nil` where the set has none.
    public func potential(in set: WarmingPotentialSet) -> ExactDecimal? {
        switch set {
        case .ar4: ar4
        case .ar5: ar5
        case .ar6: ar6
        }
    }

    /// What else is in use for it under the name of the set: whoever names the set may mean either.
    public func dispute(in set: WarmingPotentialSet) -> String? {
        switch (name, set) {
        case ("CH4", .ar6): "29.8 for fossil methane and 27.0 for other methane (table 7.15)"
        case ("CH4", .ar5): "30 for fossil methane"
        case ("SF6", .ar6): "24300 (GHG Protocol, August 2024)"
        default: nil
        }
    }
}

extension GreenhouseGas {
    /// - Returns: `nil` for a gas that is none of ``all``.
    public init?(named text: String) {
        let word = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
        let found = Self.all.first { gas in
            gas.name.lowercased() == word || gas.cas == word || gas.synonyms.contains { $0.lowercased() == word }
        }
        guard let found else { return nil }
        self = found
    }
}
