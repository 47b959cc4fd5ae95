import EmissionsModel
import EmissionsSyntax

/// The fields of PACT Technical Specifications 2.0 to 2.3, `ProductFootprint`, in the order of the specification.
///
/// All minor versions are read alike; what a version does not have is not written in it.
struct PACT2: Sendable {
    let version: PACTVersion

    static let v2_0 = PACT2(.v2_0), v2_1 = PACT2(.v2_1), v2_2 = PACT2(.v2_2), v2_3 = PACT2(.v2_3)

    static func of(_ version: PACTVersion) -> PACT2 {
        switch version {
        case .v2_0: v2_0
        case .v2_1: v2_1
        case .v2_2: v2_2
        case .v2_3, .v3_0: v2_3
        }
    }

    let productFootprint: RecordMap<ProductFootprint>

    init(_ version: PACTVersion) {
        self.version = version
        productFootprint = [
            .inline(\.identity, Self.identity),
            .dateTime("validityPeriodStart", \.validity.start),
            .dateTime("validityPeriodEnd", \.validity.end),
            .text("companyName", \.company.name).required,
            .texts("companyIds", \.company.identifiers).required,
            .text("productDescription", \.product.description).required,
            .texts("productIds", \.product.identifiers).required,
            .categoryCPC("productCategoryCpc").required,
            .otherClassifications("productClassifications").written(version >= .v2_3, "2.3"),
            .text("productNameCompany", \.product.name).required,
            .text("comment", \.identity.comment).required,
            .group("pcf", Self.carbonFootprint(version)),
            PACTFields.extensions,
        ]
    }

    static let identity: RecordMap<FootprintIdentity> = [
        .text("id", \.identifier).required,
        .text("specVersion", \.specificationVersion).required,
        .texts("precedingPfIds", \.predecessors),
        .scalar("version", \.version, as: .number).required,
        .dateTime("created", \.created).required,
        .dateTime("updated", \.updated),
        .scalar("status", \.status, as: PACTWords.status).required,
        .text("statusComment", \.statusComment),
    ]

    static func carbonFootprint(_ version: PACTVersion) -> RecordMap<ProductFootprint> {
        [
            .scalar("declaredUnit", \.declaredUnit.unit, as: PACTWords.units(.v2_3)).required,
            .scalar("unitaryProductAmount", \.declaredUnit.amount, as: .plainDecimal).required,
            .scalar("productMassPerDeclaredUnit", \.declaredUnit.mass, as: .plainDecimal).written(
                version >= .v2_3, "2.3"),
            .emissions("pCfExcludingBiogenic", \.figures.excludingBiogenicUptake).required,
            .emissions("pCfIncludingBiogenic", \.figures.includingBiogenicUptake),
            .emissions("fossilGhgEmissions", \.figures.fossil).required,
            .scalar("fossilCarbonContent", \.carbonContent.fossil, as: .plainDecimal).required,
            .scalar("biogenicCarbonContent", \.carbonContent.biogenic, as: .plainDecimal).required,
            .emissions("dLucGhgEmissions", \.landUse.landUseChange),
            .emissions("landManagementGhgEmissions", \.landUse.landManagement),
            .emissions("otherBiogenicGhgEmissions", \.landUse.biogenicNonCO2),
            .emissions("iLucGhgEmissions", \.landUse.landCarbonLeakage),
            .emissions("biogenicCarbonWithdrawal", \.landUse.biogenicUptake),
            .emissions("aircraftGhgEmissions", \.figures.aircraft),
            .scalar("characterizationFactors", \.methodology.characterizationFactors, as: PACTWords.assessmentReport)
                .required,
            .list(
                "ipccCharacterizationFactorsSources", \.methodology.assessmentReports, as: PACTWords.assessmentReport
            ).required(version >= .v2_2).written(true, "2.2; in 2.0 and 2.1 only the official schema asks for it"),
            .list("crossSectoralStandardsUsed", \.methodology.standardsUsed, as: PACTWords.standardsUsed).required,
            .list("crossSectoralStandards", \.methodology.standards, as: PACTWords.standards)
                .written(version >= .v2_3, "2.3"),
            .list("productOrSectorSpecificRules", \.methodology.productCategoryRules, of: PACTFields.rules),
            .scalar(
                "biogenicAccountingMethodology", \.methodology.biogenicAccounting, as: PACTWords.biogenicAccounting),
            .text("boundaryProcessesDescription", \.boundary.processesDescription).required,
            .dateTime("referencePeriodStart", \.referencePeriod.start).required,
            .dateTime("referencePeriodEnd", \.referencePeriod.end).required,
            PACTFields.subdivision, PACTFields.country, PACTFields.region,
            .list("secondaryEmissionFactorSources", \.dataQuality.emissionFactorSources, of: PACTFields.sources),
            .scalar("exemptedEmissionsPercent", \.boundary.exemptedShare, as: .number).required,
            .text("exemptedEmissionsDescription", \.boundary.exemptedDescription).required,
            .scalar("packagingEmissionsIncluded", \.boundary.packagingIncluded, as: .bool).required,
            .emissions("packagingGhgEmissions", \.figures.packaging),
            .text("allocationRulesDescription", \.methodology.allocationDescription),
            .text("uncertaintyAssessmentDescription", \.methodology.uncertaintyDescription),
            .scalar("primaryDataShare", \.dataQuality.primaryDataShare, as: .number),
            .group("dqi", dataQualityIndicators),
            .record("assurance", \.verification, assurance(version)),
        ]
    }

    static let dataQualityIndicators: RecordMap<ProductFootprint> = [
        .scalar("coveragePercent", \.dataQuality.coverage, as: .number),
        .scalar("technologicalDQR", \.dataQuality.technological, as: .number),
        .scalar("temporalDQR", \.dataQuality.temporal, as: .number),
        .scalar("geographicalDQR", \.dataQuality.geographical, as: .number),
        .scalar("completenessDQR", \.dataQuality.completeness, as: .number),
        .scalar("reliabilityDQR", \.dataQuality.reliability, as: .number),
    ]

    static func assurance(_ version: PACTVersion) -> RecordMap<Verification> {
        [
            .scalar("assurance", \.isAssured, as: .bool).required(version >= .v2_1),
            .scalar("coverage", \.coverage, as: PACTWords.coverage2),
            .scalar("level", \.level, as: PACTWords.level),
            .scalar("boundary", \.boundary, as: PACTWords.boundary),
            .text("providerName", \.provider).required,
            .dateTime("completedAt", \.completed),
            .text("standardName", \.standard),
            .text("comments", \.comments),
        ]
    }
}
