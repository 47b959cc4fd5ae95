/// What a footprint is about.
public struct Product: ModelRecord {
    public var name: String?
    public var description: String?
    /// URNs.
    public var identifiers: [String] = []
    public var classifications: [Classification] = []
    public init() {}
}

/// A code for a kind of product, in some system.
public struct Classification: ModelRecord {
    public var system: ClassificationSystem?
    public var code: String?
    /// The URN it was written as, where code and system do not say it all.
    public var urn: String?
    public init() {}
    public init(_ system: ClassificationSystem, _ code: String) { (self.system, self.code) = (system, code) }
}

public enum ClassificationSystem: String, Sendable, CaseIterable {
    /// Harmonized System of the World Customs Organization, 6 digits.
    case harmonizedSystem = "HS"
    /// Combined Nomenclature of the EU, 8 digits.
    case combinedNomenclature = "CN"
    /// Central Product Classification of the UN.
    case centralProductClassification = "CPC"
    case unspsc = "UNSPSC"
    case eclass = "ECLASS"
    /// Any other, named by its URN.
    case other = "other"
}

/// What one figure stands for: an amount *of* a unit (ISO 14067, 6.3.3).
public struct DeclaredUnit: ModelRecord {
    public var amount: ExactDecimal?
    public var unit: UnitOfMeasure?
    /// The unit as the source writes it, where it is none of ``UnitOfMeasure``.
    public var otherUnit: String?
    /// Whether figures are for the whole amount or for one unit.
    public var basis: FigureBasis?
    /// Mass of the product in kg without packaging, on the same basis as the figures.
    public var mass: ExactDecimal?
    public init() {}
}

/// What the figures of a footprint are stated for.
public enum FigureBasis: String, Sendable, CaseIterable {
    /// The declared amount of the declared unit: PACT 3, ISO 14067.
    case declaredAmount = "declared amount"
    /// One declared unit, whatever the amount of product: PACT 2, CBAM.
    case oneUnit = "one unit"
}
