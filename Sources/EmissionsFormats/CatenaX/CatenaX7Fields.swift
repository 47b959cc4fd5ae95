import EmissionsModel
import EmissionsSyntax

/// The fields of `io.catenax.pcf` up to 7.0.0, in the order of the aspect model. All figures stand for one unit.
enum CatenaX7 {
    static let footprint: RecordMap<ProductFootprint> = [
        .text("id", \.identity.identifier).required,
        .textOrFirst("specVersion", \.identity.specificationVersion).required,
        .scalar("partialFullPcf", \.boundary.extent, as: CatenaXWords.extent).required,
        .wrapped("precedingPfIds", "id", \.identity.predecessors, as: .text),
        .scalar("version", \.identity.version, as: .number).required,
        .dateTime("created", \.identity.created).required,
        .scalar("extWBCSD_pfStatus", \.identity.status, as: CatenaXWords.status).required,
        .dateTime("validityPeriodStart", \.validity.start),
        .dateTime("validityPeriodEnd", \.validity.end),
        .text("comment", \.identity.comment),
        .text("companyName", \.company.name).required,
        .wrapped("companyIds", "companyId", \.company.identifiers, as: .text, isWrapped: false).required,
        .text("productDescription", \.product.description),
        .wrapped("productIds", "productId", \.product.identifiers, as: .text, isWrapped: false).required,
        .categoryCPC("extWBCSD_productCodeCpc").required,
        .text("productName", \.product.name).required,
        .group("pcf", figures),
        .kept("pcfLegalStatement", as: "/pcfLegalStatement"),
    ]

    private static let figures: RecordMap<ProductFootprint> = [
        .scalar("declaredUnit", \.declaredUnit.unit, as: CatenaXWords.units7).required,
        .scalar("unitaryProductAmount", \.declaredUnit.amount, as: .number).required,
        .scalar("productMassPerDeclaredUnit", \.declaredUnit.mass, as: .number).required,
        .scalar("exemptedEmissionsPercent", \.boundary.exemptedShare, as: .number).required,
        .text("exemptedEmissionsDescription", \.boundary.exemptedDescription),
        .text("boundaryProcessesDescription", \.boundary.processesDescription),
        .catenaXGeography,
        .dateTime("referencePeriodStart", \.referencePeriod.start).required,
        .dateTime("referencePeriodEnd", \.referencePeriod.end).required,
        .wrapped(
            "crossSectoralStandardsUsed", "crossSectoralStandard", \.methodology.standards, as: CatenaXWords.standards7
        ).required,
        .list("productOrSectorSpecificRules", \.methodology.productCategoryRules, of: rules).required,
        .assessmentReport("extWBCSD_characterizationFactors").required,
        .text("extWBCSD_allocationRulesDescription", \.methodology.allocationDescription),
        .kept(
            "extTFS_allocationWasteIncineration", as: "/pcf/allocationWasteIncineration",
            words: CatenaXWords.wasteIncineration7
        ).required,
        .scalar("primaryDataShare", \.dataQuality.primaryDataShare, as: .number),
        .wrapped(
            "secondaryEmissionFactorSources", "secondaryEmissionFactorSource", \.dataQuality.emissionFactorSources,
            as: CatenaXWords.source
        ).required,
        .group("dataQualityRating", quality),
        .scalar("extWBCSD_packagingEmissionsIncluded", \.boundary.packagingIncluded, as: .bool).required,
        .kilogramsAsNumber("pcfExcludingBiogenic", \.figures.excludingBiogenicUptake).required,
        .kilogramsAsNumber("pcfIncludingBiogenic", \.figures.includingBiogenicUptake),
        .kilogramsAsNumber("fossilGhgEmissions", \.figures.fossil),
        .kilogramsAsNumber("biogenicCarbonEmissionsOtherThanCO2", \.landUse.biogenicNonCO2),
        .kilogramsAsNumber("biogenicCarbonWithdrawal", \.landUse.biogenicUptake),
        .kilogramsAsNumber("dlucGhgEmissions", \.landUse.landUseChange),
        .kilogramsAsNumber("extTFS_luGhgEmissions", \.landUse.landManagement),
        .kilogramsAsNumber("aircraftGhgEmissions", \.figures.aircraft),
        .kilogramsAsNumber("extWBCSD_packagingGhgEmissions", \.figures.packaging),
        perUnit("distributionStagePcfExcludingBiogenic"),
        perUnit("distributionStagePcfIncludingBiogenic"),
        perUnit("distributionStageFossilGhgEmissions"),
        perUnit("distributionStageBiogenicCarbonEmissionsOtherThanCO2"),
        perUnit("distributionStageBiogenicCarbonWithdrawal"),
        perUnit("extTFS_distributionStageDlucGhgEmissions"),
        perUnit("extTFS_distributionStageLuGhgEmissions"),
        perUnit("distributionStageAircraftGhgEmissions"),
        perUnit("carbonContentTotal"),
        .scalar("extWBCSD_fossilCarbonContent", \.carbonContent.fossil, as: .number),
        .scalar("carbonContentBiogenic", \.carbonContent.biogenic, as: .number),
    ]

    private static let rules: RecordMap<ProductCategoryRules> = [
        .scalar("extWBCSD_operator", \.publisher, as: CatenaXWords.publishers).required,
        .wrapped("productOrSectorSpecificRules", "ruleName", \.names, as: .text).required,
        .text("extWBCSD_otherOperatorName", \.otherPublisher),
    ]

    private static let quality: RecordMap<ProductFootprint> = [
        .scalar("coveragePercent", \.dataQuality.coverage, as: .number),
        .scalar("technologicalDQR", \.dataQuality.technological, as: .number),
        .scalar("temporalDQR", \.dataQuality.temporal, as: .number),
        .scalar("geographicalDQR", \.dataQuality.geographical, as: .number),
        .scalar("completenessDQR", \.dataQuality.completeness, as: .number),
        .scalar("reliabilityDQR", \.dataQuality.reliability, as: .number),
    ]

    private static func perUnit(_ name: NodeName) -> Field<ProductFootprint> {
        .kept(name, as: CatenaXFigures.single(name.description))
    }
}
