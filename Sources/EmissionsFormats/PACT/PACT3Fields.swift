import EmissionsModel
import EmissionsSyntax

/// The fields of PACT Technical Specifications 3.0, `ProductFootprint`, in the order of the specification.
enum PACT3 {
    static let productFootprint: RecordMap<ProductFootprint> = [
        .inline(\.identity, identity),
        .dateTime("validityPeriodStart", \.validity.start),
        .dateTime("validityPeriodEnd", \.validity.end),
        .text("companyName", \.company.name).required,
        .texts("companyIds", \.company.identifiers).required,
        .text("productDescription", \.product.description).required,
        .texts("productIds", \.product.identifiers).required,
        .list("productClassifications", \.product.classifications, as: .urn),
        .text("productNameCompany", \.product.name).required,
        .text("comment", \.identity.comment),
        .group("pcf", carbonFootprint),
        PACTFields.extensions,
    ]

    static let identity: RecordMap<FootprintIdentity> = [
        .text("id", \.identifier).required,
        .text("specVersion", \.specificationVersion).required,
        .texts("precedingPfIds", \.predecessors),
        .dateTime("created", \.created).required,
        .scalar("status", \.status, as: PACTWords.status).required,
    ]

    static let carbonFootprint: RecordMap<ProductFootprint> = [
        .scalar("declaredUnitOfMeasurement", \.declaredUnit.unit, as: PACTWords.units(.v3_0)).required,
        .scalar("declaredUnitAmount", \.declaredUnit.amount, as: .plainDecimal).required,
        .scalar("productMassPerDeclaredUnit", \.declaredUnit.mass, as: .plainDecimal).required,
        .dateTime("referencePeriodStart", \.referencePeriod.start).required,
        .dateTime("referencePeriodEnd", \.referencePeriod.end).required,
        PACTFields.region, PACTFields.country, PACTFields.subdivision,
        .text("boundaryProcessesDescription", \.boundary.processesDescription),
        .emissions("pcfExcludingBiogenicUptake", \.figures.excludingBiogenicUptake).required,
        .emissions("pcfIncludingBiogenicUptake", \.figures.includingBiogenicUptake).required,
        .scalar("fossilCarbonContent", \.carbonContent.fossil, as: .plainDecimal).required,
        .scalar("biogenicCarbonContent", \.carbonContent.biogenic, as: .plainDecimal),
        .scalar("recycledCarbonContent", \.carbonContent.recycled, as: .plainDecimal),
        .emissions("fossilGhgEmissions", \.figures.fossil).required,
        .emissions("landUseChangeGhgEmissions", \.landUse.landUseChange),
        .emissions("landCarbonLeakage", \.landUse.landCarbonLeakage),
        .emissions("landManagementFossilGhgEmissions", \.landUse.landManagementFossil),
        .emissions("landManagementBiogenicCO2Emissions", \.landUse.landManagementBiogenicCO2),
        .emissions("landManagementBiogenicCO2Removals", \.landUse.landManagementRemovals),
        .emissions("biogenicCO2Uptake", \.landUse.biogenicUptake),
        .emissions("biogenicNonCO2Emissions", \.landUse.biogenicNonCO2),
        .scalar("landAreaOccupation", \.landUse.landOccupation, as: .plainDecimal),
        .emissions("aircraftGhgEmissions", \.figures.aircraft),
        .scalar("packagingEmissionsIncluded", \.boundary.packagingIncluded, as: .bool),
        .emissions("packagingGhgEmissions", \.figures.packaging),
        .scalar("packagingBiogenicCarbonContent", \.carbonContent.packagingBiogenic, as: .plainDecimal),
        .emissions("outboundLogisticsGhgEmissions", \.figures.outboundLogistics),
        .scalar("ccsTechnologicalCO2CaptureIncluded", \.carbonCapture.storageIncluded, as: .bool),
        .emissions("ccsTechnologicalCO2Capture", \.carbonCapture.captured),
        .text("technologicalCO2CaptureOrigin", \.carbonCapture.origin),
        .emissions("technologicalCO2Removals", \.carbonCapture.removals),
        .scalar("ccuCarbonContent", \.carbonContent.captured, as: .plainDecimal),
        .scalar("ccuCalculationApproach", \.carbonCapture.useApproach, as: PACTWords.useApproach),
        .text("ccuCreditCertification", \.carbonCapture.creditCertification),
        .list("ipccCharacterizationFactors", \.methodology.assessmentReports, as: PACTWords.assessmentReport).required,
        .list("crossSectoralStandards", \.methodology.standards, as: PACTWords.standards).required,
        .list("productOrSectorSpecificRules", \.methodology.productCategoryRules, of: PACTFields.rules),
        .scalar("exemptedEmissionsPercent", \.boundary.exemptedShare, as: .plainDecimal).required,
        .text("exemptedEmissionsDescription", \.boundary.exemptedDescription),
        .text("allocationRulesDescription", \.methodology.allocationDescription),
        .list("secondaryEmissionFactorSources", \.dataQuality.emissionFactorSources, of: PACTFields.sources),
        .scalar("primaryDataShare", \.dataQuality.primaryDataShare, as: .plainDecimal),
        .group("dqi", dataQualityIndicators),
        .record("verification", \.verification, verification),
    ]

    static let dataQualityIndicators: RecordMap<ProductFootprint> = [
        .scalar("technologicalDQR", \.dataQuality.technological, as: .plainDecimal),
        .scalar("geographicalDQR", \.dataQuality.geographical, as: .plainDecimal),
        .scalar("temporalDQR", \.dataQuality.temporal, as: .plainDecimal),
    ]

    static let verification: RecordMap<Verification> = [
        .scalar("coverage", \.coverage, as: PACTWords.coverage3),
        .text("providerName", \.provider),
        .dateTime("completedAt", \.completed),
        .text("standardName", \.standard),
        .text("comments", \.comments),
    ]
}

extension Field<ProductFootprint> {
    /// Kilograms of CO₂ equivalent as text, as PACT writes them.
    static func emissions(_ name: NodeName, _ key: Key<Emissions?>) -> Field {
        scalar(name, key, as: .emissions(.kilogramsCO2e, as: .plainDecimal))
    }
}
