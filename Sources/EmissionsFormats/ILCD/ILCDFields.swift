import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// The process data set of an EPD (ILCD 1.1, `processDataSet`, with the EPD extensions of 2013, 2019 and 2024), in the
/// order of its schema.
enum ILCDFields {
    static func footprint(_ version: ILCDVersion) -> RecordMap<ProductFootprint> {
        RecordMap([
            .constant("@version", "1.1"),
            .text("@epd2:epd-version", \.identity.specificationVersion).written(version >= .v12, "since 1.2"),
            .element(
                "processInformation",
                [
                    .element("dataSetInformation", dataSetInformation(version)),
                    .element(
                        "quantitativeReference",
                        [
                            .typeOfReference("@type"),
                            .text("referenceToReferenceFlow", \.declaration.referenceFlow.number),
                            .localizedElements("functionalUnitOrOther", \.declaration.scope.functionalUnits),
                        ]),
                    .element("time", time(version)),
                    .element("geography", geography),
                    .element("technology", technology),
                ]),
            .element("modellingAndValidation", modellingAndValidation),
            .element("administrativeInformation", administrativeInformation),
        ])
    }

    private static func dataSetInformation(_ version: ILCDVersion) -> RecordMap<ProductFootprint> {
        [
            .scalar("common:UUID", \.identity.identifier, as: ILCDWords.uuid).required,
            .element("name", [.names("baseName")]),
            .localizedElements("common:synonyms", \.declaration.synonyms),
            .element(
                "classificationInformation",
                [.elements("common:classification", \.declaration.categories, category)]),
            .localizedElements("common:generalComment", \.declaration.scope.comments),
            .referenceElements("referenceToExternalDocumentation", \.declaration.documents, .source),
            .element(
                "common:other",
                [
                    .element("epd:scenarios", [.elements("epd:scenario", \.declaration.scenarios, scenario)]),
                    .element(
                        "epd24:referenceServiceLife",
                        [.attribute("epd24", "years", \.declaration.referenceServiceLife, as: .decimal)]
                    ).written(version >= .v13, "since 1.3"),
                ]),
        ]
    }

    private static let category: RecordMap<ProductCategory> = [
        .text("@name", \.system),
        .text("@classes", \.address),
        .elements(
            "common:class", \.classes,
            [
                .text("@level", \.level),
                .text("@classId", \.code),
                .content(\.name, as: .text),
            ]),
    ]

    private static let scenario: RecordMap<Scenario> = [
        .attribute("epd", "name", \.name, as: .text),
        .attribute("epd", "group", \.group, as: .text),
        .attribute("epd", "default", \.isDefault, as: .xmlBool),
        .localizedElements("epd:description", \.descriptions),
    ]

    private static func time(_ version: ILCDVersion) -> RecordMap<ProductFootprint> {
        [
            .text("common:referenceYear", \.declaration.validity.referenceYear),
            .text("common:dataSetValidUntil", \.declaration.validity.lastYear),
            .localizedElements("common:timeRepresentativenessDescription", \.declaration.scope.timeRepresentativeness),
            .element(
                "common:other",
                [
                    .timestamp("epd2:publicationDateOfEPD", \.declaration.validity.published)
                        .written(version >= .v12, "since 1.2"),
                    .timestamp("epd24:expirationDateOfEPD", \.declaration.validity.expires)
                        .written(version >= .v13, "since 1.3"),
                    // The documentation of 1.3 has it in the namespace of 1.2.
                    .timestamp("epd2:expirationDateOfEPD", \.declaration.validity.expires)
                        .written(false, "a variant that is read"),
                ]),
        ]
    }

    private static let geography: RecordMap<ProductFootprint> = [
        .element(
            "locationOfOperationSupplyOrProduction",
            [
                .firstOf("@location", \.declaration.scope.locations),
                .localizedElements("descriptionOfRestrictions", \.declaration.scope.locationRestrictions),
            ])
    ]

    private static let technology: RecordMap<ProductFootprint> = [
        .localizedElements("technologyDescriptionAndIncludedProcesses", \.declaration.scope.technology),
        .localizedElements("technologicalApplicability", \.declaration.scope.applications),
    ]

    private static let modellingAndValidation: RecordMap<ProductFootprint> = [
        .element(
            "LCIMethodAndAllocation",
            [
                .typeOfDataSet,
                .referenceElements("referenceToLCAMethodDetails", \.declaration.productCategoryRules, .source),
                .element("common:other", [.scalar("epd:subType", \.declaration.kind, as: ILCDWords.kind)]),
            ]),
        .element(
            "dataSourcesTreatmentAndRepresentativeness",
            [
                .referenceElements("referenceToDataSource", \.declaration.dataSources, .source),
                .element(
                    "common:other",
                    [.referenceElements("epd2:referenceToOriginalEPD", \.declaration.originals, .source)]),
            ]),
        .element("validation", [.elements("review", \.declaration.reviews, review)]),
        .element("complianceDeclarations", [.elements("compliance", \.declaration.compliance, compliance)]),
    ]

    private static let review: RecordMap<Review> = [
        .scalar("@type", \.kind, as: ILCDWords.reviewKind),
        .localizedElements("common:reviewDetails", \.details),
        .referenceElements("common:referenceToNameOfReviewerAndInstitution", \.reviewers, .contact),
        .referenceElement("common:referenceToCompleteReviewReport", \.report, .source),
    ]

    private static let compliance: RecordMap<Compliance> = [
        .referenceElement("common:referenceToComplianceSystem", \.system, .source),
        .scalar("common:approvalOfOverallCompliance", \.overall, as: ILCDWords.compliance),
        .scalar("common:nomenclatureCompliance", \.nomenclature, as: ILCDWords.compliance),
        .scalar("common:methodologicalCompliance", \.methodology, as: ILCDWords.compliance),
        .scalar("common:reviewCompliance", \.review, as: ILCDWords.compliance),
        .scalar("common:documentationCompliance", \.documentation, as: ILCDWords.compliance),
        .scalar("common:qualityCompliance", \.quality, as: ILCDWords.compliance),
    ]

    private static let administrativeInformation: RecordMap<ProductFootprint> = [
        .element(
            "common:commissionerAndGoal",
            [.referenceElements("common:referenceToCommissioner", \.declaration.parties.commissioners, .contact)]),
        .element(
            "dataGenerator",
            [
                .referenceElements(
                    "common:referenceToPersonOrEntityGeneratingTheDataSet", \.declaration.parties.developers, .contact)
            ]),
        .element(
            "dataEntryBy",
            [
                .timestamp("common:timeStamp", \.identity.created),
                .referenceElements("common:referenceToDataSetFormat", \.declaration.dataFormats, .source),
                .referenceElement(
                    "common:referenceToPersonOrEntityEnteringTheData", \.declaration.parties.dataEntry, .contact),
            ]),
        .element("publicationAndOwnership", publicationAndOwnership),
    ]

    private static let publicationAndOwnership: RecordMap<ProductFootprint> = [
        .text("common:dataSetVersion", \.declaration.dataSetVersion).required,
        .referenceElements("common:referenceToPrecedingDataSetVersion", \.declaration.precedingVersions, .process),
        .text("common:permanentDataSetURI", \.declaration.publication.permanentAddress),
        .timestamp("common:dateOfLastRevision", \.identity.updated),
        .referenceElement("common:referenceToRegistrationAuthority", \.declaration.parties.programOperator, .contact),
        .text("common:registrationNumber", \.declaration.registrationNumber),
        .referenceElement("common:referenceToOwnershipOfDataSet", \.declaration.parties.owner, .contact),
        .scalar("common:copyright", \.declaration.publication.isCopyrighted, as: .xmlBool),
        .scalar("common:licenseType", \.declaration.publication.license, as: ILCDWords.license),
        .localizedElements("common:accessRestrictions", \.declaration.publication.accessRestrictions),
        .element(
            "common:other",
            [.referenceElements("epd2:referenceToPublisher", \.declaration.parties.publishers, .contact)]),
    ]
}

// MARK: Rows with rules of their own

extension Field<ProductFootprint> {
    /// The product's name in its first language, and in others.
    fileprivate static func names(_ name: NodeName) -> Field {
        let others = localizedElements(name, \.declaration.otherNames)
        let key: Key<String?> = \.product.name, language: Key<String?> = \.declaration.language
        return Field(
            descriptions: {
                [
                    FieldDescription(name, FieldPath(key), Spelling<String>.text),
                    FieldDescription(NodeName("\(name)@xml:lang"), FieldPath(language), Spelling<String>.text),
                ] + others.descriptions()
            },
            read: { parent, scope, record, log in
                guard let first = log.child(name, of: parent) else { return }
                if let text = log.value(of: first, name, as: .text, key, in: scope) {
                    record[keyPath: key] = text
                    log.note(key, in: scope, from: first)
                }
                if let node = log.child("@xml:lang", of: first) {
                    record[keyPath: language] = log.tree.text(of: node)
                    log.note(language, in: scope, from: node)
                }
                others.read(parent, scope, &record, &log)
            },
            write: { record, parent, log in
                if let text = record[keyPath: key] {
                    let node = log.tree.append(.record, named: name.description, under: parent)
                    if let language = record[keyPath: language] {
                        log.tree.append(.text, named: "@xml:lang", text: language, under: node)
                    }
                    log.tree.append(.text, named: "#text", text: text, under: node)
                }
                others.write(record, parent, &log)
            })
    }

    /// `Reference flow(s)`, which a number of a reference flow says already; another type is carried.
    static func typeOfReference(_ name: NodeName) -> Field {
        let usual = "Reference flow(s)"
        return Field(
            descriptions: { [FieldDescription(name: name.description, path: nil, spelling: "`\(usual)`")] },
            read: { parent, _, _, log in
                guard let node = log.firstChild(name, of: parent), log.tree.text(of: node) == usual else { return }
                log.claim(node)
            },
            write: { record, parent, log in
                let isCarried = record.carried.contains { $0.path.hasSuffix("/quantitativeReference/\(name)") }
                guard record.declaration.referenceFlow.number != nil, !isCarried else { return }
                log.tree.append(.text, named: name.description, text: usual, under: parent)
            })
    }

    /// `EPD`, and nothing else.
    fileprivate static var typeOfDataSet: Field {
        let name: NodeName = "typeOfDataSet"
        return Field(
            descriptions: { [FieldDescription(name: name.description, path: nil, spelling: "always `EPD`")] },
            read: { parent, scope, _, log in
                guard let node = log.child(name, of: parent) else { return }
                let text = log.tree.text(of: node)
                guard text != "EPD" else { return }
                log.markUnreadable(node)
                log.report(Diagnostic("ILCD-001", .error, .otherType(text), help: .otherType), at: node, in: scope)
            },
            write: { _, parent, log in
                log.tree.append(.text, named: name.description, text: "EPD", under: parent)
            })
    }

    /// One value, kept as the first of a list.
    fileprivate static func firstOf(_ name: NodeName, _ key: Key<[String]>) -> Field {
        Field(
            descriptions: { [FieldDescription(listOf: Spelling<String>.text, name, FieldPath(key))] },
            read: { parent, scope, record, log in
                guard let node = log.child(name, of: parent), !log.tree.textIsEmpty(node) else { return }
                record[keyPath: key].append(log.tree.text(of: node))
                log.note(nil, in: log.enter(index: 0, of: log.enter(key, of: scope, at: node), at: node), from: node)
            },
            write: { record, parent, log in
                guard let text = record[keyPath: key].first else { return }
                log.tree.append(.text, named: name.description, text: text, under: parent)
            })
    }
}

extension Diagnostic.Message {
    fileprivate static func otherType(_ text: String) -> Self {
        "typeOfDataSet is '\(text.prefix(80))', expected EPD: this process data set is not a declaration"
    }
}

extension String {
    fileprivate static let otherType =
        "Send the data set of the declaration. If it is one, its type has to be EPD (ILCD+EPD, LCIMethodAndAllocation)."
}
