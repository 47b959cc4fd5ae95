/// What an environmental product declaration says beyond the footprint that it is (ISO 14025, EN 15804).
public struct Declaration: ModelRecord {
    public var kind: DeclarationKind?
    /// What the document is called, where that is not the product's name (openEPD `name`).
    public var title: String?
    /// As its publisher counts, such as `00.02.042`.
    public var dataSetVersion: String?
    public var registrationNumber: String?
    /// The language of the product's name.
    public var language: String?
    /// The product's name in further languages.
    public var otherNames: [LocalizedText] = []
    public var synonyms: [LocalizedText] = []
    public var categories: [ProductCategory] = []
    public var parties = DeclarationParties()
    public var validity = DeclarationValidity()
    public var scope = DeclarationScope()
    public var referenceFlow = ReferenceFlow()
    public var materialProperties: [MaterialProperty] = []
    /// In years (EN 15804, 6.3.4).
    public var referenceServiceLife: ExactDecimal?
    public var scenarios: [Scenario] = []
    public var compliance: [Compliance] = []
    public var productCategoryRules: [Reference] = []
    /// Databases of background data.
    public var dataSources: [Reference] = []
    /// The declarations that this one is a rendition of.
    public var originals: [Reference] = []
    public var documents: [Reference] = []
    public var precedingVersions: [Reference] = []
    public var dataFormats: [Reference] = []
    public var reviews: [Review] = []
    public var publication = Publication()
    public init() {}
}

/// What kind of data a declaration is made from (ILCD+EPD `subType`).
public enum DeclarationKind: String, Sendable, CaseIterable {
    /// For one product of one manufacturer.
    case specific
    /// For an average of products, sites or manufacturers.
    case average
    /// For a product that stands for others.
    case representative
    /// Not from any manufacturer's declaration.
    case generic
    case template
}

/// Who stands behind a declaration.
public struct DeclarationParties: ModelRecord {
    public var owner = Reference()
    /// Who runs the programme and registers declarations (ISO 14025, 3.4).
    public var programOperator = Reference()
    public var publishers: [Reference] = []
    public var commissioners: [Reference] = []
    /// Who worked out the data.
    public var developers: [Reference] = []
    /// Who entered the data set.
    public var dataEntry = Reference()
    public init() {}
}

/// From when to when a declaration holds, each date as exactly as it is given.
public struct DeclarationValidity: ModelRecord {
    /// The year that the data stands for.
    public var referenceYear: String?
    public var published: Timestamp?
    /// The last day.
    public var expires: Timestamp?
    /// The last year, where a source gives no more than that.
    public var lastYear: String?
    public init() {}
}

/// For what, where and how a declaration was made, in its own words.
public struct DeclarationScope: ModelRecord {
    public var functionalUnits: [LocalizedText] = []
    public var comments: [LocalizedText] = []
    public var technology: [LocalizedText] = []
    /// What the product is used for.
    public var applications: [LocalizedText] = []
    public var timeRepresentativeness: [LocalizedText] = []
    /// Where it holds: codes such as `DE`, `RER`, `GLO`, as given.
    public var locations: [String] = []
    public var locationRestrictions: [LocalizedText] = []
    public init() {}
}

/// The flow that the amounts of a data set are for (ILCD `referenceToReferenceFlow`).
public struct ReferenceFlow: ModelRecord {
    /// The number of its exchange in the data set.
    public var number: String?
    public var flow = Reference()
    public var direction: FlowDirection?
    /// Of the exchange, where the flow data set that gives its unit is not at hand.
    public var amount: ExactDecimal?
    /// The amount of the reference property that one of the flow has, where it isn't 1.
    public var propertyAmount: ExactDecimal?
    public init() {}
}

public enum FlowDirection: String, Sendable, CaseIterable { case input, output }

/// A property of the product by which amounts convert, such as its gross density.
public struct MaterialProperty: ModelRecord {
    public var name: String?
    public var value: ExactDecimal?
    /// As the source writes it.
    public var unit: String?
    public var description: String?
    public init() {}
}

/// A place in a classification, from its broadest class to the finest.
public struct ProductCategory: ModelRecord {
    /// The name of the classification, such as `OEKOBAU.DAT`.
    public var system: String?
    public var address: String?
    public var classes: [CategoryLevel] = []
    public init() {}
}

public struct CategoryLevel: ModelRecord {
    public var level: String?
    public var code: String?
    public var name: String?
    public init() {}
}

/// What happens to the product in modules that can go one way or another (EN 15804, 6.3.9).
public struct Scenario: ModelRecord {
    public var name: String?
    /// Scenarios of one group exclude each other.
    public var group: String?
    public var isDefault: Bool?
    public var likelihood: ExactDecimal?
    public var descriptions: [LocalizedText] = []
    public init() {}
}

/// A standard that the declaration says it follows.
public struct Compliance: ModelRecord {
    public var system = Reference()
    public var overall: ComplianceDegree?
    public var nomenclature: ComplianceDegree?
    public var methodology: ComplianceDegree?
    public var review: ComplianceDegree?
    public var documentation: ComplianceDegree?
    public var quality: ComplianceDegree?
    public init() {}
}

public enum ComplianceDegree: String, Sendable, CaseIterable {
    case full = "fully compliant"
    case none = "not compliant"
    case undefined = "not defined"
}

/// Who checked the declaration, and how (ISO 14025, 8.1).
public struct Review: ModelRecord {
    public var kind: ReviewKind?
    public var details: [LocalizedText] = []
    public var reviewers: [Reference] = []
    public var report = Reference()
    public var email: String?
    public init() {}
}

public enum ReviewKind: String, Sendable, CaseIterable {
    case dependentInternal = "dependent internal review"
    case independentInternal = "independent internal review"
    case independentExternal = "independent external review"
    case accreditedThirdParty = "accredited third party review"
    case panel = "independent review panel"
    case none = "not reviewed"
}

/// Where a data set is published, and on which terms.
public struct Publication: ModelRecord {
    public var permanentAddress: String?
    public var isCopyrighted: Bool?
    public var license: LicenseType?
    public var accessRestrictions: [LocalizedText] = []
    public init() {}
}

public enum LicenseType: String, Sendable, CaseIterable {
    case freeForAll = "free of charge for all users and uses"
    case freeForSome = "free of charge for some user types or use types"
    case freeForMembers = "free of charge for members only"
    case fee = "license fee"
    case other
}
