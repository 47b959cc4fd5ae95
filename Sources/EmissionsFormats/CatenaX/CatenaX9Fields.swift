import EmissionsModel
import EmissionsSyntax

/// The fields of `io.catenax.pcf` 9.0.0, in the order of the aspect model. All figures stand for the declared amount.
enum CatenaX9 {
    static let footprint: RecordMap<ProductFootprint> = [
        .only(
            "scopeOfPcfForm",
            [
                .text("specVersion", \.identity.specificationVersion).required,
                .scalar("partialFullPcf", \.boundary.extent, as: CatenaXWords.extent).required,
            ]),
        .only("companyAndProductInformation", companyAndProduct),
        .only("pcfAssessmentAndMethodology", assessmentAndMethodology),
        .only("general", [.text("comment", \.identity.comment), CatenaX8.legalStatement]),
        .only("carbonContent", CatenaX8.carbonContent),
        .only(
            "productLifeCycleStagesAndEmissions",
            [
                .only("productionStage", CatenaX8.production),
                .only("distributionStage", CatenaX8.distribution),
                .only("packagingStage", CatenaX8.packaging),
            ]),
        CatenaX8.attestations,
    ]

    private static let companyAndProduct: RecordMap<ProductFootprint> = [
        .only(
            "companyInformation",
            [
                .text("companyName", \.company.name).required,
                .texts("companyIds", \.company.identifiers).required,
            ]),
        .only(
            "productInformation",
            [
                .text("productNameCompany", \.product.name).required,
                .texts("productIds", \.product.identifiers).required,
                CatenaX8.unit,
                CatenaX8.amount,
                CatenaX8.mass,
                .list("productClassifications", \.product.classifications, as: .urn),
                .text("productDescription", \.product.description),
            ]),
    ]

    private static let assessmentAndMethodology: RecordMap<ProductFootprint> = [
        .only(
            "dataSourcesAndQuality",
            RecordMap([CatenaX8.primaryDataShare, CatenaX8.sources] + CatenaX8.quality.fields)),
        .only("pcfAssessmentInformation", assessment),
        .only("verificationAndCertificationShares", CatenaX8.verificationShares),
        .only("pcfMethodology", methodology),
    ]

    private static let assessment: RecordMap<ProductFootprint> = [
        .only(
            "technology",
            [
                CatenaX8.storage,
                .text("boundaryProcessesDescription", \.boundary.processesDescription),
            ]),
        .only(
            "idAndVersion",
            [
                .text("id", \.identity.identifier).required,
                .scalar("version", \.identity.version, as: .number).required,
                .scalar("status", \.identity.status, as: CatenaXWords.status).required,
                CatenaX8.prospect(words: CatenaXWords.prospects9),
                CatenaX8.predecessors,
            ]),
        .only("boundarySpecifications", CatenaX8.exemptions),
        .only("geography", [.catenaXGeography]),
        .only(
            "time",
            [
                .dateTime("referencePeriodStart", \.referencePeriod.start).required,
                .dateTime("referencePeriodEnd", \.referencePeriod.end).required,
                .dateTime("created", \.identity.created).required,
                .dateTime("validityPeriodEnd", \.validity.end).required,
                .dateTime("validityPeriodStart", \.validity.start),
            ]),
    ]

    private static let methodology: RecordMap<ProductFootprint> = [
        .only("massBalancingInformation", CatenaX8.massBalancing(isRequired: true)),
        .only("standards", CatenaX8.standards),
        .only("gwpCharacterizationFactorDetails", [.assessmentReport("ipccCharacterizationFactors").required]),
        .only("allocationInForeground", CatenaX8.allocation),
    ]
}
