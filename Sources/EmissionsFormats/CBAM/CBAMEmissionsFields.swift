import EmissionsModel
import EmissionsSyntax

extension CBAMFields {
    /// `GoodsEmissionsType`: what is embedded in as much of a good as one installation made.
    static let goodsEmissions: RecordMap<ProductFootprint> = [
        .sequenceNumber(\.identity.sequenceNumber),
        .text("ProductionCountry", \.production.country),
        .record("InstallationOperator", \.production.installationOperator, installationOperator),
        .record("Installation", \.production.installation, installation),
        .requiredRecord("ProducedMeasure", \.production.produced, measure),
        .record("InstallationEmissions", \.production.reported, installationTotals).upTo(.v18),
        .requiredRecord("DirectEmissions", \.embeddedEmissions.direct, directEmissions),
        .record("IndirectEmissions", \.embeddedEmissions.indirect, indirectEmissions),
        // Up to 99 until 19.00.
        .repeated("ProdMethodQualifyingParams", \.production.routes, productionRoute, 0...1),
        .repeated("SupportingDocuments", \.production.documents, supportingDocument, 0...99),
        .repeated("CarbonPriceDue", \.production.carbonPrices, carbonPriceDue, 0...99),
        .repeated(
            "RemarksEmissions", \.production.remarks,
            [.sequenceNumber(\.sequenceNumber), .text("AdditionalInformation", \.text).required], 0...9),
    ]

    private static let installationOperator: RecordMap<InstallationOperator> = [
        .text("OperatorId", \.identifier).required,
        .text("OperatorName", \.name).required,
        .requiredRecord("OperatorAddress", \.address, address),
        .repeated(
            "ContactDetails", \.contacts,
            [
                .text("Name", \.name).required,
                .text("Phone", \.phone).required,
                .text("Email", \.email).required,
            ], 1...9),
    ]

    private static let installation: RecordMap<Installation> = [
        .text("InstallationId", \.identifier).required,
        .text("InstallationName", \.name).required,
        .text("EconomicActivity", \.economicActivity),
        .group(
            "Address",
            [
                .inline(\.address, RecordMap([.text("EstablishmentCountry", \.country).required] + addressLines)),
                .text("PlotParcelNumber", \.plot),
                .text("UNLOCODE", \.unLocode),
                .text("Latitude", \.latitude),
                .text("Longitude", \.longitude),
                .scalar("CoordinatesType", \.coordinateSystem, as: CBAMWords.coordinates),
            ]),
    ]

    private static let directEmissions: RecordMap<DirectEmissions> = [
        .scalar("DeterminationType", \.determination, as: CBAMWords.determinations),
        .scalar("DeterminationTypeElectricity", \.electricityDetermination, as: CBAMWords.determinations),
        .scalar("ApplicableReportingTypeMethodology", \.methodology, as: CBAMWords.methodologies).required,
        .text("ApplicableReportingMethodology", \.methodologyDescription),
        .scalar("SpecificEmbeddedEmissions", \.specific, as: .decimal(digits: 16, decimals: 7)),
        .text("OtherSourceIndication", \.otherSource),
        .scalar("EmissionFactorSourceElectricity", \.electricityFactor.source, as: CBAMWords.factorSources),
        .scalar("EmissionFactor", \.electricityFactor.amount, as: .decimal(digits: 16, decimals: 7)),
        .scalar("ElectricityImported", \.electricityImported, as: .plainDecimal),
        .scalar("TotalEmbeddedElectricityImported", \.electricityEmbedded, as: .decimal(digits: 16, decimals: 7)),
        .scalar("MeasurementUnit", \.unit, as: CBAMWords.emissionsUnits).required,
        .text("EmissionFactorSourceValue", \.electricityFactor.sourceDescription),
        .text("Justification", \.justification).upTo(.v18),
        .text("ConditionalityFulfillment", \.conditionality),
    ]

    private static let indirectEmissions: RecordMap<IndirectEmissions> = [
        .scalar("DeterminationType", \.determination, as: CBAMWords.determinations).required,
        .scalar("EmissionFactorSource", \.electricityFactor.source, as: CBAMWords.factorSources),
        .scalar("EmissionFactor", \.electricityFactor.amount, as: .decimal(digits: 16, decimals: 5)),
        .scalar("SpecificEmbeddedEmissions", \.specific, as: .decimal(digits: 16, decimals: 7)).required,
        .scalar("MeasurementUnit", \.unit, as: CBAMWords.emissionsUnits).required,
        // The schema's `dec5-5` takes ten digits.
        .scalar("ElectricityConsumed", \.electricityConsumed, as: .decimal(digits: 10, decimals: 5)),
        .scalar("ElectricitySource", \.electricitySource, as: CBAMWords.electricitySources).required,
        .text("OtherSourceIndication", \.otherSource),
        .text("EmissionFactorSourceValue", \.electricityFactor.sourceDescription),
    ]

    private static let productionRoute: RecordMap<ProductionRoute> = [
        .sequenceNumber(\.sequenceNumber),
        .text("MethodId", \.method).required,
        .text("MethodName", \.methodName).upTo(.v19),
        .text("SteelMillNumber", \.steelMill),
        .text("AdditionalInformation", \.additionalInformation),
        .repeated("DirectQualifyingParameters", \.directParameters, qualifyingParameter, 0...99),
        .repeated("IndirectQualifyingParameters", \.indirectParameters, qualifyingParameter, 0...99),
    ]

    private static let qualifyingParameter: RecordMap<QualifyingParameter> = [
        .sequenceNumber(\.sequenceNumber),
        .scalar("DeterminationType", \.determination, as: CBAMWords.determinations).upTo(.v18),
        .text("ParameterId", \.identifier).required,
        .text("ParameterName", \.name).upTo(.v19),
        .text("Description", \.description).upTo(.v19),
        .text("ParameterValueType", \.valueType).upTo(.v19),
        .text("ParameterValue", \.value).required,
        .text("AdditionalInformation", \.additionalInformation),
    ]

    private static let carbonPriceDue: RecordMap<CarbonPriceDue> = [
        .sequenceNumber(\.sequenceNumber),
        .scalar("InstrumentType", \.instrument, as: CBAMWords.instruments).required,
        .text("LegalActDescription", \.legalAct).required,
        .scalar("Amount", \.amount, as: .plainDecimal).required,
        .text("Currency", \.currency).required,
        .text("ExchangeRate", \.exchangeRate).upTo(.v17),
        .scalar("EURO", \.amountInEuro, as: .plainDecimal).upTo(.v17),
        .text("Country", \.country).required,
        .repeated("ProductsCovered", \.products, coveredProduct, 0...9),
    ]

    private static let coveredProduct: RecordMap<CoveredProduct> = [
        .sequenceNumber(\.sequenceNumber),
        .scalar("Type", \.type, as: CBAMWords.coveredProducts).required,
        .text("CN", \.cn),
        .scalar("QuantityCovered", \.quantity, as: .decimal(digits: 16, decimals: 5)).required,
        .scalar("QuantityCoveredFreeAloc", \.freeAllocation, as: .decimal(digits: 16, decimals: 5)).required,
        .text("SupplementaryInformation", \.supplementaryInformation),
        .text("AdditionalInformation", \.additionalInformation),
        .requiredRecord("Measure", \.measure, measure),
    ]
}
