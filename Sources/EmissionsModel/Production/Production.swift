/// Where and how the product was made.
public struct Production: ModelRecord {
    /// ISO 3166-1 alpha-2.
    public var country: String?
    public var installationOperator = InstallationOperator()
    public var installation = Installation()
    /// How much was made of what the figures are for.
    public var produced = Measure()
    /// Totals of the installation as the filing states them.
    public var reported = ReportedTotals()
    public var routes: [ProductionRoute] = []
    public var precursors: [Precursor] = []
    public var carbonPrices: [CarbonPriceDue] = []
    public var documents: [SupportingDocument] = []
    public var remarks: [Remark] = []
    public init() {}
}

/// Who runs the site.
public struct InstallationOperator: ModelRecord {
    public var identifier: String?
    public var name: String?
    public var address = Address()
    public var contacts: [Contact] = []
    public init() {}
}

/// The site.
public struct Installation: ModelRecord {
    public var identifier: String?
    public var name: String?
    public var economicActivity: String?
    public var address = Address()
    public var plot: String?
    public var unLocode: String?
    /// In degrees, as written: north is positive.
    public var latitude: String?
    /// In degrees, as written: east is positive.
    public var longitude: String?
    public var coordinateSystem: CoordinateSystem?
    public init() {}
}

public enum CoordinateSystem: String, Sendable, CaseIterable { case gps = "GPS", gnss = "GNSS" }

/// An amount by mass or by the unit that the tariff asks for besides.
public struct Measure: ModelRecord {
    public var netMass: ExactDecimal?
    public var supplementaryUnits: ExactDecimal?
    public var unit: UnitOfMeasure?
    public init() {}
}

/// How a product is made, with the parameters that the law asks for.
public struct ProductionRoute: ModelRecord {
    public var sequenceNumber: String?
    /// CBAM `P01` to `P48`; what a code means depends on the version of the code list.
    public var method: String?
    public var methodName: String?
    public var steelMill: String?
    public var additionalInformation: String?
    public var directParameters: [QualifyingParameter] = []
    public var indirectParameters: [QualifyingParameter] = []
    public init() {}
}

public struct QualifyingParameter: ModelRecord {
    public var sequenceNumber: String?
    public var determination: Determination?
    /// CBAM `QPD01` to `QPD23`.
    public var identifier: String?
    public var name: String?
    public var description: String?
    public var valueType: String?
    public var value: String?
    public var additionalInformation: String?
    public init() {}
}

/// An input good whose own emissions count.
public struct Precursor: ModelRecord {
    public var name: String?
    public var classifications: [Classification] = []
    public var originCountry: String?
    /// Per unit of the product.
    public var amount: ExactDecimal?
    public var unit: UnitOfMeasure?
    /// Per unit of the precursor.
    public var directEmissions: Emissions?
    public var indirectEmissions: Emissions?
    public var determination: Determination?
    public init() {}
}

public struct Remark: ModelRecord {
    public var sequenceNumber: String?
    public var text: String?
    public init() {}
}
