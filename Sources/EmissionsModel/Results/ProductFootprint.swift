/// The emissions of one product, per declared unit.
public struct ProductFootprint: ModelRecord {
    public var identity = FootprintIdentity()
    public var company = Company()
    public var product = Product()
    public var declaredUnit = DeclaredUnit()
    /// When the activity data behind the figures was collected.
    public var referencePeriod = Period()
    public var validity = Period()
    public var geography: Geography?
    public var boundary = SystemBoundary()
    public var figures = GreenhouseGasFigures()
    public var landUse = LandUseFigures()
    public var carbonContent = CarbonContent()
    public var carbonCapture = CarbonCapture()
    public var methodology = Methodology()
    public var dataQuality = DataQuality()
    public var verification = Verification()
    /// What an environmental product declaration says of itself.
    public var declaration = Declaration()
    /// Indicator by life-cycle module and scenario, as an environmental product declaration states them.
    public var results: [IndicatorResult] = []
    public var production = Production()
    public var embeddedEmissions = EmbeddedEmissions()
    public var extensions: [DataModelExtension] = []
    public var carried: [Carried] = []
    public init() {}
}

/// Which footprint this is, and how it came about.
public struct FootprintIdentity: ModelRecord {
    public var identifier: String?
    /// The version of the data standard that the source names, such as `3.0.0`.
    public var specificationVersion: String?
    /// Counts changes of one footprint (PACT 2).
    public var version: ExactDecimal?
    public var predecessors: [String] = []
    public var created: Timestamp?
    public var updated: Timestamp?
    public var status: FootprintStatus?
    public var statusComment: String?
    public var comment: String?
    /// Its number within an imported good.
    public var sequenceNumber: String?
    public init() {}
}

public enum FootprintStatus: String, Sendable, CaseIterable { case active, deprecated }

/// Emissions of all gases together, per declared unit.
public struct GreenhouseGasFigures: ModelRecord {
    /// All emissions and removals but the carbon dioxide taken up by biomass.
    public var excludingBiogenicUptake: Emissions?
    public var includingBiogenicUptake: Emissions?
    public var fossil: Emissions?
    /// From aircraft engines during transport, without radiative forcing.
    public var aircraft: Emissions?
    public var packaging: Emissions?
    /// From the factory gate to where another company takes over.
    public var outboundLogistics: Emissions?
    /// From goods and energy bought in.
    public var upstream: Emissions?
    /// From transport before the factory gate.
    public var inboundLogistics: Emissions?
    public init() {}
}

/// Biogenic and land-related emissions and removals, per declared unit.
public struct LandUseFigures: ModelRecord {
    /// Carbon dioxide taken up by the biomass in the product; not above zero.
    public var biogenicUptake: Emissions?
    public var biogenicNonCO2: Emissions?
    public var landUseChange: Emissions?
    /// Land-use change induced elsewhere.
    public var landCarbonLeakage: Emissions?
    /// Emissions and removals of land management in one figure (PACT 2).
    public var landManagement: Emissions?
    public var landManagementFossil: Emissions?
    public var landManagementBiogenicCO2: Emissions?
    /// Not above zero.
    public var landManagementRemovals: Emissions?
    /// In square metres and years.
    public var landOccupation: ExactDecimal?
    public init() {}
}

/// Carbon in the product, in kg of carbon per declared unit.
public struct CarbonContent: ModelRecord {
    public var fossil: ExactDecimal?
    public var biogenic: ExactDecimal?
    public var recycled: ExactDecimal?
    public var packagingBiogenic: ExactDecimal?
    /// From captured carbon dioxide.
    public var captured: ExactDecimal?
    public init() {}
}

/// Capture, storage and use of carbon dioxide.
public struct CarbonCapture: ModelRecord {
    public var storageIncluded: Bool?
    /// Captured and stored, per declared unit; not above zero.
    public var captured: Emissions?
    /// Removed from the atmosphere for good, per declared unit; not above zero.
    public var removals: Emissions?
    public var origin: String?
    public var useApproach: CarbonUseApproach?
    public var creditCertification: String?
    public init() {}
}

public enum CarbonUseApproach: String, Sendable, CaseIterable { case cutOff = "cut-off", credit }
