import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// The elements of the package in the order of its schema.
enum DataPackageFields {
    static let header: RecordMap<SubmissionHeader> = [
        .group(
            "DatasetIdentification",
            [
                .text("DatasetId", \.identifier).required,
                .text("Version", \.version).required,
                .scalar("GenerationDate", \.submitted, as: DataPackageWords.day).required,
            ]),
        .group(
            "ReportingPeriod",
            [
                .scalar("Year", \.reportingPeriod.year, as: DataPackageWords.year).required,
                .scalar("Quarter", \.reportingPeriod.quarter, as: DataPackageWords.quarters).required,
                .periodName,
            ]),
    ]

    /// One product with the installation and the operator that it comes from.
    static let footprint: RecordMap<ProductFootprint> = [
        .requiredRecord(
            "Operator", \.production.installationOperator,
            [
                .text("OperatorId", \.identifier).required,
                .text("OperatorName", \.name).required,
                .requiredRecord("Address", \.address, address),
                .group("ContactDetails", [.inlineFirst(\.contacts, [.text("Name", \.name)])]),
            ]),
        .group("Installations", [.constant("@count", "1"), .group("Installation", installation)]),
    ]

    private static let installation: RecordMap<ProductFootprint> = [
        .constant("@index", "1"),
        .inline(
            \.production.installation,
            [
                .text("InstallationId", \.identifier).required,
                .text("InstallationName", \.name).required,
                .requiredRecord("Address", \.address, address),
            ]),
        .group(
            "ProductionProcess",
            [.inlineFirst(\.production.routes, [.scalar("RouteCode", \.methodName, as: DataPackageWords.routes)])]),
        .group("Products", [.constant("@count", "1"), .group("Product", product)]),
    ]

    private static let address: RecordMap<Address> = [
        .text("Country", \.country).required,
        .text("SubDivision", \.subdivision),
        .text("City", \.city),
        .text("Street", \.street),
    ]

    private static let product: RecordMap<ProductFootprint> = [
        .constant("@index", "1"),
        .text("ProductId", \.identity.identifier).required,
        .text("Description", \.product.name).required,
        .category,
        .group(
            "CommodityCode",
            [.code("CnCode", .combinedNomenclature, isAlwaysWritten: true), .code("HsCode", .harmonizedSystem)]),
        .group(
            "Production",
            [.quantity, .scalar("MeasurementUnit", \.production.produced.unit, as: DataPackageWords.units).required]),
        .group("EmbeddedEmissions", embeddedEmissions),
    ]

    private static let embeddedEmissions: RecordMap<ProductFootprint> = [
        .group(
            "DirectEmissions",
            [
                .scalar(
                    "DeterminationType", \.embeddedEmissions.direct.determination, as: DataPackageWords.determinations
                )
                .required,
                .text("Justification", \.embeddedEmissions.direct.justification),
                .group(
                    "SpecificEmissions", specific(\.embeddedEmissions.direct.specific, \.embeddedEmissions.direct.unit)),
            ]),
        .group(
            "IndirectEmissions",
            [
                .scalar(
                    "DeterminationType", \.embeddedEmissions.indirect.determination, as: DataPackageWords.determinations
                ).required,
                electricityFactor,
                .group(
                    "SpecificEmissions",
                    specific(\.embeddedEmissions.indirect.specific, \.embeddedEmissions.indirect.unit)),
            ]),
        .group("TotalSpecificEmissions", specific(\.production.reported.perUnit, \.production.reported.unit)),
    ]

    private static func specific(
        _ value: Field<ProductFootprint>.Key<ExactDecimal?>, _ unit: Field<ProductFootprint>.Key<EmissionsUnit?>
    ) -> RecordMap<ProductFootprint> {
        [.scalar("Value", value, as: DataPackageWords.amount).required, .emissionsUnit(unit).required]
    }

    /// All three elements are mandatory in it.
    private static let electricityFactor: Field<ProductFootprint> = .group(
        "ElectricityFactor",
        [
            .scalar(
                "SourceCode", \.embeddedEmissions.indirect.electricitySource, as: DataPackageWords.electricitySources),
            .scalar("Value", \.embeddedEmissions.indirect.electricityFactor.amount, as: DataPackageWords.amount),
            .fixed("Unit", "tCO2e/MWh"),
        ]
    ).written { footprint in
        let indirect = footprint.embeddedEmissions.indirect
        return indirect.electricityFactor.amount != nil && indirect.electricitySource.map { $0 != .directLink } == true
    }

    /// The order of what may be put back, by the element that it stands in.
    static let order: [String: [String]] = [
        DataPackage.rootName: [
            "DatasetIdentification", "ReportingPeriod", "Operator", "Installations", "ConsolidatedSummary",
            "PackageMetadata",
        ],
        "ReportingPeriod": ["Year", "Quarter", "PeriodId", "SubmissionDeadline"],
        "Operator": ["OperatorId", "OperatorName", "LegalName", "Address", "ContactDetails"],
        "ProductionProcess": ["RouteCode", "MethodologyCode", "RegulatoryBasis"],
        "Installation": ["@index", "InstallationId", "InstallationName", "Address", "ProductionProcess", "Products"],
        "Product": [
            "@index", "ProductId", "Description", "Category", "CommodityCode", "Production", "EmbeddedEmissions",
            "CalculationMetadata",
        ],
        "Production": ["QuantityType", "Quantity", "MeasurementUnit"],
        "DirectEmissions": [
            "DeterminationType", "MethodologyCode", "DeterminationDetails", "Justification", "SpecificEmissions",
        ],
        "IndirectEmissions": ["DeterminationType", "ElectricityFactor", "Justification", "SpecificEmissions"],
        "EmbeddedEmissions": ["DirectEmissions", "IndirectEmissions", "PrecursorEmissions", "TotalSpecificEmissions"],
    ]
}
