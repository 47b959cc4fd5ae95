/// A good that was brought in, with the emissions of each place it was made in.
public struct ImportedGood: ModelRecord {
    public var itemNumber: String?
    public var representative = Party()
    public var importer = Party()
    public var commodity = Commodity()
    /// Non-preferential origin, ISO 3166-1 alpha-2.
    public var originCountry: String?
    public var quantities: [ImportedQuantity] = []
    public var imported = Measure()
    public var reported = ReportedTotals()
    public var documents: [SupportingDocument] = []
    public var remarks: String?
    public var footprints: [ProductFootprint] = []
    public var carried: [Carried] = []
    public init() {}
}

/// What customs calls the good.
public struct Commodity: ModelRecord {
    /// Harmonized System, 6 digits.
    public var hs: String?
    /// Combined Nomenclature, 8 digits.
    public var cn: String?
    public var description: String?
    public init() {}
}

/// How much came in under one customs procedure.
public struct ImportedQuantity: ModelRecord {
    public var sequenceNumber: String?
    public var requestedProcedure: String?
    public var previousProcedure: String?
    public var inwardProcessing: [InwardProcessing] = []
    public var area: ImportArea?
    public var measures: [ProcedureMeasure] = []
    public var specialReferences: String?
    public init() {}
}

/// CBAM `ImportArea`.
public enum ImportArea: String, Sendable, CaseIterable {
    case customsDeclaration = "customs import declaration"
    case otherMeans = "other means"
}

public struct InwardProcessing: ModelRecord {
    /// ISO 3166-1 alpha-2.
    public var authorizingState: String?
    public var dischargeBillWaived: Bool?
    public var authorization: String?
    public var start: Timestamp?
    public var end: Timestamp?
    public var deadline: Timestamp?
    public init() {}
}

public struct ProcedureMeasure: ModelRecord {
    public var isInwardProcessing: Bool?
    public var netMass: ExactDecimal?
    public var supplementaryUnits: ExactDecimal?
    public var unit: UnitOfMeasure?
    public init() {}
}

public struct SupportingDocument: ModelRecord {
    public var sequenceNumber: String?
    /// CBAM: `1` to `3` for goods, `TED01` to `TED05` for emissions; others occur.
    public var type: String?
    public var country: String?
    public var referenceNumber: String?
    public var lineItemNumber: String?
    public var issuingAuthority: String?
    public var validity = Period()
    public var description: String?
    public var attachment = Attachment()
    public init() {}
}

public struct Attachment: ModelRecord {
    public var filename: String?
    public var uri: String?
    public var mediaType: String?
    /// Base64, as sent.
    public var content: String?
    public init() {}
}

/// A carbon price that was paid where the good was made.
public struct CarbonPriceDue: ModelRecord {
    public var sequenceNumber: String?
    public var instrument: CarbonPriceInstrument?
    public var legalAct: String?
    public var amount: ExactDecimal?
    /// ISO 4217.
    public var currency: String?
    public var exchangeRate: String?
    public var amountInEuro: ExactDecimal?
    public var country: String?
    /// Who certified that the price was paid, by a number in a register.
    public var independentPerson: String?
    public var independentPersonRegister: String?
    public var products: [CoveredProduct] = []
    public init() {}
}

/// CBAM `InstrumentType`.
public enum CarbonPriceInstrument: String, Sendable, CaseIterable {
    case tax, levy, fee
    case nationalTradingSystem = "national emissions trading"
    case regionalTradingSystem = "regional emissions trading"
    case other
}

public struct CoveredProduct: ModelRecord {
    public var sequenceNumber: String?
    public var type: CoveredProductType?
    public var cn: String?
    public var quantity: ExactDecimal?
    public var freeAllocation: ExactDecimal?
    public var supplementaryInformation: String?
    public var additionalInformation: String?
    public var measure = Measure()
    public init() {}
}

/// CBAM `ProductsCovered/Type`.
public enum CoveredProductType: String, Sendable, CaseIterable {
    case actualProduct = "actual product", otherMaterials = "other materials"
}
