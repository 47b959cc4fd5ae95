import EmissionsDiagnostics
import EmissionsModel

/// The fields of the model that columns can be. What a flat table can't say is not here: a conversion into a sheet says
/// that it was lost.
enum SheetFields {
    static let header: [SheetField<SubmissionHeader>] = [
        .field(\.identifier), .field(\.reportingPeriod.year), .word(\.reportingPeriod.quarter),
        .field(\.declarant.identifier), .field(\.declarant.name), .word(\.declarant.role),
        .field(\.importer.identifier), .field(\.importer.name),
        .field(\.representative.identifier), .field(\.representative.name), .field(\.remarks),
    ]

    static let good: [SheetField<ImportedGood>] = [
        .field(\.itemNumber), .field(\.commodity.cn), .field(\.commodity.hs), .field(\.commodity.description),
        .field(\.originCountry), .measure(\.imported.netMass, \.imported.unit), .unit(\.imported.unit),
        .field(\.imported.supplementaryUnits),
        .emissions(\.reported.perUnit, \.reported.unit), .emissions(\.reported.overall, \.reported.unit),
        .emissions(\.reported.direct, \.reported.unit), .emissions(\.reported.indirect, \.reported.unit),
        .field(\.remarks),
    ]

    static let footprint: [SheetField<ProductFootprint>] =
        product + figures + methods + embedded + production
}

// MARK: What the footprint is of

extension SheetFields {
    private static let product: [SheetField<ProductFootprint>] = [
        .field(\.identity.identifier), .field(\.identity.specificationVersion), .field(\.identity.version),
        .items(\.identity.predecessors), .field(\.identity.created), .field(\.identity.updated),
        .word(\.identity.status), .field(\.identity.statusComment), .field(\.identity.comment),
        .field(\.identity.sequenceNumber),
        .field(\.company.name), .items(\.company.identifiers),
        .field(\.product.name), .field(\.product.description), .items(\.product.identifiers),
        .classification(.combinedNomenclature), .classification(.harmonizedSystem),
        .classification(.centralProductClassification), .classification(.unspsc), .classification(.eclass),
        .measure(\.declaredUnit.amount, \.declaredUnit.unit, \ProductFootprint.declaredUnit.otherUnit),
        .unit(
            \.declaredUnit.unit, \ProductFootprint.declaredUnit.otherUnit,
            of: \ProductFootprint.declaredUnit.amount),
        .word(\.declaredUnit.basis), .field(\.declaredUnit.mass, in: "kg"),
        .field(\.referencePeriod.start), .field(\.referencePeriod.end), .field(\.validity.start),
        .field(\.validity.end),
        .geography("subdivision", { .subdivision($0) }, { if case .subdivision(let code) = $0 { code } else { nil } }),
        .geography("country", { .country($0) }, { if case .country(let code) = $0 { code } else { nil } }),
        .geography("region", { .region($0) }, { if case .region(let name) = $0 { name } else { nil } }),
        .word(\.boundary.extent), .field(\.boundary.processesDescription), .field(\.boundary.packagingIncluded),
        .field(\.boundary.exemptedShare), .field(\.boundary.exemptedDescription),
    ]

    private static let figures: [SheetField<ProductFootprint>] =
        ProductFootprint.emissionFigures.map { .field($0) } + [
            .field(\.landUse.landOccupation),
            .field(\.carbonContent.fossil, in: "kg"), .field(\.carbonContent.biogenic, in: "kg"),
            .field(\.carbonContent.recycled, in: "kg"), .field(\.carbonContent.packagingBiogenic, in: "kg"),
            .field(\.carbonContent.captured, in: "kg"), .field(\.carbonCapture.storageIncluded),
            .field(\.carbonCapture.origin), .word(\.carbonCapture.useApproach),
            .field(\.carbonCapture.creditCertification),
        ]
}

// MARK: How it was calculated, and where the product was made

extension SheetFields {
    private static let methods: [SheetField<ProductFootprint>] = [
        .report, .standards,
        .word(\.methodology.biogenicAccounting), .field(\.methodology.allocationDescription),
        .field(\.methodology.uncertaintyDescription), .field(\.dataQuality.primaryDataShare),
        .field(\.dataQuality.coverage), .field(\.dataQuality.technological), .field(\.dataQuality.temporal),
        .field(\.dataQuality.geographical), .field(\.dataQuality.completeness), .field(\.dataQuality.reliability),
        .first(\.dataQuality.emissionFactorSources, \.name), .first(\.dataQuality.emissionFactorSources, \.version),
        .field(\.verification.isAssured), .word(\.verification.coverage), .word(\.verification.level),
        .word(\.verification.boundary), .field(\.verification.provider), .field(\.verification.completed),
        .field(\.verification.standard), .field(\.verification.comments),
        .word(\.declaration.kind), .field(\.declaration.registrationNumber),
        .field(\.declaration.validity.published), .field(\.declaration.validity.expires),
    ]

    private static let embedded: [SheetField<ProductFootprint>] = [
        .word(\.embeddedEmissions.direct.determination), .word(\.embeddedEmissions.direct.methodology),
        .word(\.embeddedEmissions.direct.electricityDetermination),
        .field(\.embeddedEmissions.direct.methodologyDescription),
        .emissions(\.embeddedEmissions.direct.specific, \.embeddedEmissions.direct.unit, per: "t"),
        .word(\.embeddedEmissions.indirect.determination),
        .emissions(\.embeddedEmissions.indirect.specific, \.embeddedEmissions.indirect.unit, per: "t"),
        .field(\.embeddedEmissions.indirect.electricityFactor.amount),
        .word(\.embeddedEmissions.indirect.electricityFactor.source),
        .field(\.embeddedEmissions.indirect.electricityConsumed, in: "MWh"),
        .word(\.embeddedEmissions.indirect.electricitySource),
    ]

    private static let production: [SheetField<ProductFootprint>] = [
        .field(\.production.country), .field(\.production.installationOperator.identifier),
        .field(\.production.installationOperator.name),
        .field(\.production.installationOperator.address.country),
        .field(\.production.installationOperator.address.city), .field(\.production.installation.identifier),
        .field(\.production.installation.name), .field(\.production.installation.economicActivity),
        .field(\.production.installation.address.country),
        .field(\.production.installation.address.subdivision), .field(\.production.installation.address.city),
        .field(\.production.installation.address.street), .field(\.production.installation.address.number),
        .field(\.production.installation.address.postcode), .field(\.production.installation.unLocode),
        .field(\.production.installation.latitude), .field(\.production.installation.longitude),
        .measure(\.production.produced.netMass, \.production.produced.unit), .unit(\.production.produced.unit),
        .first(\.production.routes, \.method), .first(\.production.routes, \.methodName),
    ]
}
