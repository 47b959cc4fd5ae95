public import EmissionsModel

/// Numbers that rules measure by, and that a policy may set. As they stand here, they are those of the standards.
public struct RuleLimits: Hashable, Sendable {
    /// How many decimals specific embedded emissions may have (EE-007).
    public var emissionsDecimals = 5
    /// Up to which percentage of the emissions may be left out (BND-002).
    public var exemptedShare: ExactDecimal = 5
    /// How many years after its data a footprint may be used (VAL-003).
    public var validityYears = 3
    /// What goods are expected to embody, in t CO₂e per tonne, by the first digits of their CN codes; the longest that
    /// fit count (EE-008). What is not here is by the Commission's default values.
    public var plausibleEmissions: [String: PlausibleRange] = [:]
    public init() {}

    func plausibleEmissions(ofCN code: String) -> PlausibleRange? {
        var digits = code
        while !digits.isEmpty {
            if let range = plausibleEmissions[digits] { return range }
            digits.removeLast()
        }
        return PlausibleEmissions.range(ofCN: code)
    }
}

/// From a lowest to a highest amount, both counted in.
public struct PlausibleRange: Hashable, Sendable {
    public var lower: ExactDecimal, upper: ExactDecimal

    public init(lower: ExactDecimal, upper: ExactDecimal) { (self.lower, self.upper) = (lower, upper) }

    func contains(_ amount: ExactDecimal) -> Bool { lower <= amount && amount <= upper }
}
