import EmissionsModel
import EmissionsSyntax

/// The fields of `io.catenax.pcf` 8.0.0, in the order of its parts; version 9 nests the same.
enum CatenaX8 {
    static let footprint = RecordMap<ProductFootprint>([
        .text("id", \.identity.identifier).required,
        .textOrFirst("specVersion", \.identity.specificationVersion).required,
        .scalar("partialFullPcf", \.boundary.extent, as: CatenaXWords.extent).required,
        predecessors,
        .scalar("version", \.identity.version, as: .number).required,
        .dateTime("created", \.identity.created).required,
        .scalar("status", \.identity.status, as: CatenaXWords.status).required,
        .dateTime("validityPeriodStart", \.validity.start),
        .dateTime("validityPeriodEnd", \.validity.end).required,
        legalStatement,
        .text("companyName", \.company.name).required,
        .texts("companyIds", \.company.identifiers).required,
        .text("productDescription", \.product.description),
        .texts("productIds", \.product.identifiers).required,
        .text("productNameCompany", \.product.name).required,
        .group("pcf", figures),
        .list("productClassifications", \.product.classifications, as: .urn),
        prospect(words: nil),
        storage,
        .text("comment", \.identity.comment),
        attestations,
    ])

    private static let figures = RecordMap<ProductFootprint>(
        [unit, amount, mass] + exemptions.fields + [
            .text("boundaryProcessesDescription", \.boundary.processesDescription),
            .catenaXGeography,
            .dateTime("referencePeriodStart", \.referencePeriod.start).required,
            .dateTime("referencePeriodEnd", \.referencePeriod.end).required,
        ] + standards.fields + [.assessmentReport("ipccCharacterizationFactors").required] + allocation.fields
            + [primaryDataShare, sources, .group("dataQualityRating", quality)] + production.fields
            + distribution.fields + packaging.fields + carbonContent.fields
            + massBalancing(isRequired: false).fields + verificationShares.fields)

    // MARK: What 8 and 9 have in common

    static let predecessors = Field<ProductFootprint>.wrapped(
        "precedingPfIds", "id", \.identity.predecessors, as: .text)
    static let legalStatement = Field<ProductFootprint>.kept("pcfLegalStatement", as: "/pcfLegalStatement")
    static func prospect(words: Set<String>?) -> Field<ProductFootprint> {
        .kept("retroOrProspectivePcfType", as: "/retroOrProspectivePcfType", words: words).required
    }
    static let storage = Field<ProductFootprint>.scalar(
        "ccsTechnologicalCO2CaptureIncluded", \.carbonCapture.storageIncluded, as: .bool
    ).required
    static let attestations = Field<ProductFootprint>.kept("attestationOfConformance", as: "/attestationOfConformance")

    static let unit = Field<ProductFootprint>.catenaXUnit("declaredUnitOfMeasurement").required
    static let amount = Field<ProductFootprint>.scalar("declaredUnitAmount", \.declaredUnit.amount, as: .number)
        .required
    static let mass = Field<ProductFootprint>.scalar("productMassPerDeclaredUnit", \.declaredUnit.mass, as: .number)
        .required

    static let exemptions: RecordMap<ProductFootprint> = [
        .scalar("exemptedEmissionsPercent", \.boundary.exemptedShare, as: .number).required,
        .text("exemptedEmissionsDescription", \.boundary.exemptedDescription),
    ]

    static let standards: RecordMap<ProductFootprint> = [
        .list("crossSectoralStandards", \.methodology.standards, as: CatenaXWords.standards9).required,
        .ruleNames("productOrSectorSpecificRules").required,
    ]

    static let allocation: RecordMap<ProductFootprint> = [
        .kept("allocationWasteIncineration", as: "/pcf/allocationWasteIncineration").required,
        .text("allocationRulesDescription", \.methodology.allocationDescription),
        .kept("allocationRecycledCarbon", as: "/pcf/allocationRecycledCarbon"),
    ]

    static let primaryDataShare = Field<ProductFootprint>.scalar(
        "primaryDataShare", \.dataQuality.primaryDataShare, as: .number)
    static let sources = Field<ProductFootprint>.list(
        "secondaryEmissionFactorSources", \.dataQuality.emissionFactorSources, as: CatenaXWords.source)

    static let quality: RecordMap<ProductFootprint> = [
        .scalar("technologicalDQR", \.dataQuality.technological, as: .number),
        .scalar("temporalDQR", \.dataQuality.temporal, as: .number),
        .scalar("geographicalDQR", \.dataQuality.geographical, as: .number),
    ]

    static func massBalancing(isRequired: Bool) -> RecordMap<ProductFootprint> {
        [
            .kept("massBalancingUsed", as: "/pcf/massBalancingUsed").required,
            .kept("freeAttributionInMassBalancing", as: "/pcf/freeAttributionInMassBalancing").required(isRequired),
            .kept("massBalancingCertificateScheme", as: "/pcf/massBalancingCertificateScheme").required(isRequired),
        ]
    }

    static let verificationShares: RecordMap<ProductFootprint> = [
        .kept("programCertificationShare", as: "/pcf/programCertificationShare"),
        .kept("productVerificationShare3rdParty", as: "/pcf/productVerificationShare3rdParty"),
        .kept("productVerificationShare2ndParty", as: "/pcf/productVerificationShare2ndParty"),
        .kept("productVerificationShare1stParty", as: "/pcf/productVerificationShare1stParty"),
    ]

    static let carbonContent: RecordMap<ProductFootprint> = [
        .kept("carbonContentTotal", as: "/carbonContent/0/carbonContentTotal"),
        .scalar("fossilCarbonContent", \.carbonContent.fossil, as: .number),
        .scalar("biogenicCarbonContent", \.carbonContent.biogenic, as: .number),
        .scalar("packagingBiogenicCarbonContent", \.carbonContent.packagingBiogenic, as: .number),
        .scalar("recycledCarbonContent", \.carbonContent.recycled, as: .number),
    ]
}
