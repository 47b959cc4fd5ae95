/// By which rules the figures were calculated.
public struct Methodology: ModelRecord {
    /// The IPCC reports whose global warming potentials were used.
    public var assessmentReports: [AssessmentReport] = []
    /// The same as one report only, as PACT 2 asks for besides.
    public var characterizationFactors: AssessmentReport?
    public var standards: [CrossSectoralStandard] = []
    /// The same from PACT 2's short list, which it asks for besides.
    public var standardsUsed: [CrossSectoralStandard] = []
    public var productCategoryRules: [ProductCategoryRules] = []
    public var biogenicAccounting: BiogenicAccounting?
    public var allocationDescription: String?
    public var uncertaintyDescription: String?
    public init() {}
}

/// An assessment report of the IPCC: `AR5`, `AR6`.
public struct AssessmentReport: Hashable, Sendable, CustomStringConvertible {
    public var number: Int
    public init(number: Int) { self.number = number }
    public var description: String { "AR\(number)" }
}

/// A standard that applies to products of every sector. PACT's list is open.
public enum CrossSectoralStandard: Hashable, Sendable {
    case iso14067, iso14083, iso14044, ghgProtocolProduct, pef, pas2050
    case pact(String)
    case other(String)
}

/// Rules for one kind of product, and who publishes them.
public struct ProductCategoryRules: ModelRecord {
    public var publisher: RulePublisher?
    public var otherPublisher: String?
    public var names: [String] = []
    public init() {}
}

public enum RulePublisher: String, Sendable, CaseIterable {
    case pef = "PEF", epdInternational = "EPD International", other
}

public enum BiogenicAccounting: String, Sendable, CaseIterable {
    case pef = "PEF", iso = "ISO", ghgp = "GHGP", quantis = "Quantis"
}

/// How good the data is.
public struct DataQuality: ModelRecord {
    /// In percent of the footprint without biogenic uptake.
    public var primaryDataShare: ExactDecimal?
    /// In percent of the footprint that was rated (PACT 2).
    public var coverage: ExactDecimal?
    /// Ratings: 1 is best; to 3 in PACT 2, to 5 in PACT 3.
    public var technological: ExactDecimal?
    public var temporal: ExactDecimal?
    public var geographical: ExactDecimal?
    public var completeness: ExactDecimal?
    public var reliability: ExactDecimal?
    public var emissionFactorSources: [EmissionFactorSource] = []
    public init() {}
}

/// A database of secondary emission factors.
public struct EmissionFactorSource: ModelRecord {
    public var name: String?
    public var version: String?
    public init() {}
}

/// A third party's statement.
public struct Verification: ModelRecord {
    /// Whether the footprint was assured at all (PACT 2.1).
    public var isAssured: Bool?
    public var coverage: VerificationCoverage?
    public var level: AssuranceLevel?
    public var boundary: BoundaryExtent?
    public var provider: String?
    /// Who says that the verifier may verify.
    public var accreditationBody: String?
    /// The number of the verifier's statement.
    public var statement: String?
    public var completed: Timestamp?
    public var standard: String?
    public var comments: String?
    public init() {}
}

public enum VerificationCoverage: String, Sendable, CaseIterable {
    case corporate = "corporate level"
    case productLine = "product line"
    case footprintSystem = "PCF system"
    case footprintModel = "PCF calculation model"
    case footprintProgram = "PCF program"
    case product = "product level"
}

public enum AssuranceLevel: String, Sendable, CaseIterable { case limited, reasonable }
