import EmissionsModel
import EmissionsSyntax

/// The process data set of an EPD as soda4LCA writes it in JSON (`format=JSON&view=extended`): the tree of ILCD's XML in
/// objects and lists, with extensions in lists called `anies`.
enum ILCDJSONFields {
    static let footprint: RecordMap<ProductFootprint> = [
        .group("processInformation", processInformation),
        .group("modellingAndValidation", modellingAndValidation),
        .group("administrativeInformation", administrativeInformation),
        // Of ILCD itself.
        .constant("version", "1.1"),
    ]

    private static let processInformation: RecordMap<ProductFootprint> = [
        .group(
            "dataSetInformation",
            [
                .scalar("UUID", \.identity.identifier, as: ILCDWords.uuid).required,
                .group("name", [.names(inList: "baseName")]),
                .languages("synonyms", \.declaration.synonyms),
                .group(
                    "classificationInformation",
                    [.list("classification", \.declaration.categories, of: category, areValues: true)]),
                .languages("generalComment", \.declaration.scope.comments),
                .referenceList("referenceToExternalDocumentation", \.declaration.documents, .source),
                .anies([
                    .any("scenarios", .list("scenario", \.declaration.scenarios, of: scenario, areValues: true))
                ]),
            ]),
        .group(
            "quantitativeReference",
            [
                .typeOfReference("type"),
                .referenceFlowNumber,
                .languages("functionalUnitOrOther", \.declaration.scope.functionalUnits),
            ]),
        .group(
            "time",
            [
                .year("referenceYear", \.declaration.validity.referenceYear),
                .year("dataSetValidUntil", \.declaration.validity.lastYear),
                .languages("timeRepresentativenessDescription", \.declaration.scope.timeRepresentativeness),
                .anies([
                    .anyValue("publicationDateOfEPD", \.declaration.validity.published, as: .epochDay),
                    .anyValue("expirationDateOfEPD", \.declaration.validity.expires, as: .epochDay),
                ]),
            ]),
        .group(
            "geography",
            [
                .group(
                    "locationOfOperationSupplyOrProduction",
                    [
                        .firstText("location", \.declaration.scope.locations),
                        .languages("descriptionOfRestrictions", \.declaration.scope.locationRestrictions),
                    ])
            ]),
        .group(
            "technology",
            [
                .languages("technologyDescriptionAndIncludedProcesses", \.declaration.scope.technology),
                .languages("technologicalApplicability", \.declaration.scope.applications),
            ]),
    ]

    private static let category: RecordMap<ProductCategory> = [
        .list(
            "class", \.classes,
            of: [
                .text("value", \.name),
                .numberText("level", \.level),
                .text("classId", \.code),
            ], areValues: true),
        .text("name", \.system),
        .text("classes", \.address),
    ]

    private static let scenario: RecordMap<Scenario> = [
        .text("name", \.name),
        .text("group", \.group),
        .scalar("default", \.isDefault, as: .bool),
        .languages("description", \.descriptions),
    ]

    private static let modellingAndValidation: RecordMap<ProductFootprint> = [
        .group(
            "LCIMethodAndAllocation",
            [
                .constant("typeOfDataSet", "EPD"),
                .referenceList("referenceToLCAMethodDetails", \.declaration.productCategoryRules, .source),
                .anies([.anyValue("subType", \.declaration.kind, as: ILCDWords.kind.withoutMarkup)]),
            ]),
        .group(
            "dataSourcesTreatmentAndRepresentativeness",
            [
                .referenceList("referenceToDataSource", \.declaration.dataSources, .source),
                .anies([.anyReferences("referenceToOriginalEPD", \.declaration.originals, .source)]),
            ]),
        .group("validation", [.list("review", \.declaration.reviews, of: review, areValues: true)]),
        .group(
            "complianceDeclarations",
            [.list("compliance", \.declaration.compliance, of: compliance, areValues: true)]),
    ]

    private static let review: RecordMap<Review> = [
        .scalar("type", \.kind, as: ILCDWords.reviewKind),
        .languages("reviewDetails", \.details),
        .referenceList("referenceToNameOfReviewerAndInstitution", \.reviewers, .contact),
        .referenceRecord("referenceToCompleteReviewReport", \.report, .source),
    ]

    private static let compliance: RecordMap<Compliance> = [
        .referenceRecord("referenceToComplianceSystem", \.system, .source),
        .scalar("approvalOfOverallCompliance", \.overall, as: ILCDWords.compliance),
        .scalar("nomenclatureCompliance", \.nomenclature, as: ILCDWords.compliance),
        .scalar("methodologicalCompliance", \.methodology, as: ILCDWords.compliance),
        .scalar("reviewCompliance", \.review, as: ILCDWords.compliance),
        .scalar("documentationCompliance", \.documentation, as: ILCDWords.compliance),
        .scalar("qualityCompliance", \.quality, as: ILCDWords.compliance),
    ]

    private static let administrativeInformation: RecordMap<ProductFootprint> = [
        .group(
            "commissionerAndGoal",
            [.referenceList("referenceToCommissioner", \.declaration.parties.commissioners, .contact)]),
        .group(
            "dataGenerator",
            [
                .referenceList(
                    "referenceToPersonOrEntityGeneratingTheDataSet", \.declaration.parties.developers, .contact)
            ]),
        .group(
            "dataEntryBy",
            [
                .scalar("timeStamp", \.identity.created, as: .epochTime),
                .referenceList("referenceToDataSetFormat", \.declaration.dataFormats, .source),
                .referenceRecord(
                    "referenceToPersonOrEntityEnteringTheData", \.declaration.parties.dataEntry, .contact),
            ]),
        .group(
            "publicationAndOwnership",
            [
                .text("dataSetVersion", \.declaration.dataSetVersion).required,
                .referenceList("referenceToPrecedingDataSetVersion", \.declaration.precedingVersions, .process),
                .text("permanentDataSetURI", \.declaration.publication.permanentAddress),
                .scalar("dateOfLastRevision", \.identity.updated, as: .epochTime),
                .referenceRecord(
                    "referenceToRegistrationAuthority", \.declaration.parties.programOperator, .contact),
                .text("registrationNumber", \.declaration.registrationNumber),
                .referenceRecord("referenceToOwnershipOfDataSet", \.declaration.parties.owner, .contact),
                .scalar("copyright", \.declaration.publication.isCopyrighted, as: .bool),
                .scalar("licenseType", \.declaration.publication.license, as: ILCDWords.license),
                .languages("accessRestrictions", \.declaration.publication.accessRestrictions),
                .anies([.anyReferences("referenceToPublisher", \.declaration.parties.publishers, .contact)]),
            ]),
    ]
}

// MARK: Results

extension ILCDJSONFields {
    static let exchange: RecordMap<IndicatorResult> = [
        .numberText("dataSetInternalID", \.exchange.number),
        .referenceRecord("referenceToFlowDataSet", \.definition, .flow),
        .scalar("functionType", \.exchange.function, as: ILCDWords.function),
        .scalar("exchange direction", \.exchange.direction, as: .code(["INPUT": .input, "OUTPUT": .output])),
        .scalar("meanAmount", \.exchange.amount, as: .number),
        .languages("generalComment", \.comments),
        amounts,
    ]

    static let impact: RecordMap<IndicatorResult> = [
        .referenceRecord("referenceToLCIAMethodDataSet", \.definition, .impactMethod),
        .scalar("meanAmount", \.exchange.amount, as: .number),
        .languages("generalComment", \.comments),
        amounts,
    ]

    private static let amounts: Field<IndicatorResult> = .anies([
        .anyItems(
            \.amounts,
            [
                .scalar("module", \.modules, as: .ilcdModules),
                .text("scenario", \.scenario),
                .amountOrGap("value"),
            ]),
        .anyReference("referenceToUnitGroupDataSet", \.unitDefinition, .unitGroup),
    ])

    /// The exchange that is the product, with what soda4LCA says of its flow.
    static let referenceExchange: RecordMap<ProductFootprint> = [
        .numberText("dataSetInternalID", \.declaration.referenceFlow.number),
        .constantTrue("referenceFlow"),
        .referenceRecord("referenceToFlowDataSet", \.declaration.referenceFlow.flow, .flow),
        .scalar(
            "exchange direction", \.declaration.referenceFlow.direction,
            as: .code(["INPUT": .input, "OUTPUT": .output])),
        .scalar("meanAmount", \.declaration.referenceFlow.amount, as: .number),
        .list(
            "materialProperties", \.declaration.materialProperties,
            of: [
                .text("name", \.name),
                .scalar("value", \.value, as: .decimal),
                .text("unit", \.unit),
                .text("unitDescription", \.description),
            ], areValues: true),
    ]
}
