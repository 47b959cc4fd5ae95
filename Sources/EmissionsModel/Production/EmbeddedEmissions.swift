/// Emissions embedded in a good by the law's own boundary (CBAM), which is not that of a product carbon footprint.
public struct EmbeddedEmissions: ModelRecord {
    public var direct = DirectEmissions()
    public var indirect = IndirectEmissions()
    public init() {}
}

/// Emissions of the process itself.
public struct DirectEmissions: ModelRecord {
    public var determination: Determination?
    public var electricityDetermination: Determination?
    public var methodology: MethodologyType?
    public var methodologyDescription: String?
    /// In `unit` per tonne of good, or per MWh.
    public var specific: ExactDecimal?
    public var unit: EmissionsUnit?
    public var otherSource: String?
    /// For imported electricity.
    public var electricityFactor = ElectricityFactor()
    /// Imported electricity in MWh.
    public var electricityImported: ExactDecimal?
    /// Embedded in all imported electricity, in `unit`.
    public var electricityEmbedded: ExactDecimal?
    /// CBAM `Justification`, up to 18.00.
    public var justification: String?
    public var conditionality: String?
    public init() {}
}

/// Emissions of making the electricity that the process uses.
public struct IndirectEmissions: ModelRecord {
    public var determination: Determination?
    public var electricityFactor = ElectricityFactor()
    /// In `unit` per tonne of good.
    public var specific: ExactDecimal?
    public var unit: EmissionsUnit?
    /// In MWh per tonne of good.
    public var electricityConsumed: ExactDecimal?
    public var electricitySource: ElectricitySource?
    public var otherSource: String?
    public init() {}
}

/// Emissions per MWh of electricity, and who says so.
public struct ElectricityFactor: ModelRecord {
    /// In t CO₂ per MWh.
    public var amount: ExactDecimal?
    public var source: EmissionFactorOrigin?
    public var sourceDescription: String?
    public init() {}
}

/// CBAM `DeterminationType`.
public enum Determination: String, Sendable, CaseIterable { case actual, other }

/// CBAM `ApplicableReportingTypeMethodology`.
public enum MethodologyType: String, Sendable, CaseIterable { case commissionRules = "Commission rules", other }

/// CBAM `EmissionFactorSource`.
public enum EmissionFactorOrigin: String, Sendable, CaseIterable { case commission = "Commission", other }

/// CBAM `ElectricitySource`.
public enum ElectricitySource: String, Sendable, CaseIterable {
    case directLink = "direct technical link"
    case powerPurchaseAgreement = "power purchase agreement"
    case grid
    /// None of these; no code of CBAM's own.
    case other
}
