import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// Puts packages together: the declarations, and the data sets that they refer to.
///
/// What the source's package had is written as it was. For the rest there are short data sets of our own, with a name and
/// what is needed to tell the declared unit.
struct ILCDPackageWriter {
    private static let root = "ILCD/"
    let process: @Sendable (ProductFootprint) -> Written

    var packaging: PackageWriting {
        PackageWriting(fileExtension: "zip") { part, header in
            switch part {
            case .header(let header): (kept(of: header), [])
            case .good: ([], [])
            case .footprint(let footprint): files(of: footprint, header)
            }
        }
    }

    private func kept(of header: SubmissionHeader) -> [(name: String, bytes: [UInt8])] {
        header.carried.compactMap { carried in
            guard carried.format == ILCD.format, let bytes = carried.content.fileBytes else { return nil }
            return (Self.root + carried.path, bytes)
        }
    }

    private func files(
        of footprint: ProductFootprint, _ header: SubmissionHeader
    ) -> (files: [(name: String, bytes: [UInt8])], problems: [Diagnostic]) {
        let written = process(footprint)
        var identifier = footprint.identity.identifier ?? "process"
        if let version = footprint.declaration.dataSetVersion { identifier += "_\(version)" }
        var files = [(name: Self.root + "processes/\(identifier.fileName).xml", bytes: written.bytes)]
        var known = ILCDKnownDataSets(header)
        for dataSet in ILCDOwnDataSets.all(for: footprint) where !known.contains(dataSet) {
            files.append((Self.root + dataSet.path, dataSet.bytes))
        }
        return (files, written.problems)
    }
}

extension String {
    /// With what names of files may not have replaced.
    fileprivate var fileName: String {
        String(map { $0.isLetter || $0.isNumber || "-._".contains($0) ? $0 : "-" })
    }
}

/// Which data sets a header brings along, by their identifiers.
private struct ILCDKnownDataSets {
    private let texts: [(path: String, text: String)]

    init(_ header: SubmissionHeader) {
        texts = header.carried.compactMap { carried in
            guard carried.format == ILCD.format, case .text(let text) = carried.content else { return nil }
            return (carried.path, String(text.prefix(4096)))
        }
    }

    mutating func contains(_ dataSet: ILCDOwnDataSet) -> Bool {
        texts.contains { path, text in
            path.hasPrefix(dataSet.folder + "/")
                && (path.contains(dataSet.identifier) || text.contains("UUID>\(dataSet.identifier)<"))
        }
    }
}

/// A data set that is written because a declaration refers to it.
struct ILCDOwnDataSet {
    var folder: String
    var identifier: String
    var bytes: [UInt8]
    var path: String { "\(folder)/\(identifier).xml" }
}

/// Short data sets with what a declaration says of what it refers to (ILCD 1.1).
enum ILCDOwnDataSets {
    static func all(for footprint: ProductFootprint) -> [ILCDOwnDataSet] {
        let declaration = footprint.declaration
        var sets: [ILCDOwnDataSet] = []
        if let flow = flow(footprint) { sets.append(flow) }
        if let unit = footprint.declaredUnit.unit, let property = ILCDUnits.property(for: unit) {
            sets += reference(property)
        }
        let parties = declaration.parties
        let contacts =
            [parties.owner, parties.programOperator, parties.dataEntry] + parties.publishers + parties.commissioners
            + parties.developers + declaration.reviews.flatMap(\.reviewers)
        sets += contacts.compactMap { named($0, .contact) }
        let sources =
            declaration.productCategoryRules + declaration.dataSources + declaration.originals + declaration.documents
            + declaration.dataFormats + declaration.compliance.map(\.system) + declaration.reviews.map(\.report)
        sets += sources.compactMap { named($0, .source) }
        return sets
    }

    private static func named(_ reference: Reference, _ kind: ReferenceKind) -> ILCDOwnDataSet? {
        guard let identifier = reference.identifier, UUIDText.isValid(identifier), reference.kind ?? kind == kind,
            !reference.names.isEmpty
        else { return nil }
        let names = reference.names.map { CarriedContent.Member("common:shortName", .localized($0)) }
        let isContact = kind == .contact
        let information = CarriedContent.record([
            .init(
                "dataSetInformation",
                .record(
                    [.init("common:UUID", .text(identifier))] + names
                        + (isContact ? reference.names.map { .init("common:name", .localized($0)) } : [])))
        ])
        let name = isContact ? "contact" : "source"
        return ILCDOwnDataSet(
            folder: isContact ? "contacts" : "sources", identifier: identifier,
            bytes: document(
                "\(name)DataSet", isContact ? ILCD.contactNamespace : ILCD.sourceNamespace,
                [.init("\(name)Information", information), administration(version: reference.version)]))
    }

    /// The product: what one of its reference exchange is counted in, what it weighs, and how dense it is.
    private static func flow(_ footprint: ProductFootprint) -> ILCDOwnDataSet? {
        let reference = footprint.declaration.referenceFlow
        guard let identifier = reference.flow.identifier, UUIDText.isValid(identifier),
            let unit = footprint.declaredUnit.unit, let property = ILCDUnits.property(for: unit)
        else { return nil }
        var properties = [(property.identifier, property.name, reference.propertyAmount ?? 1)]
        let others: [(String, String, ExactDecimal?)] = [
            (ILCDUnits.properties[0].identifier, "Mass", footprint.declaredUnit.mass),
            (ILCDUnits.biogenicCarbon, "Carbon content (biogenic)", footprint.carbonContent.biogenic),
            (
                ILCDUnits.packagingBiogenicCarbon, "Carbon content (biogenic) - packaging",
                footprint.carbonContent.packagingBiogenic
            ),
        ]
        for (identifier, name, total) in others where identifier != property.identifier {
            guard let amount = total?.per(reference.amount) else { continue }
            properties.append((identifier, name, amount))
        }
        let names = reference.flow.names.map { CarriedContent.Member("baseName", .localized($0)) }
        let materials = MatML.content(footprint.declaration.materialProperties, of: reference.flow.names.first?.text)
        let information = CarriedContent.record([
            .init(
                "dataSetInformation",
                .record(
                    [.init("common:UUID", .text(identifier)), .init("name", .record(names))]
                        + (materials.map { [.init("common:other", .record([$0]))] } ?? []))),
            .init("quantitativeReference", .record([.init("referenceToReferenceFlowProperty", .text("0"))])),
        ])
        let list = properties.enumerated().map { index, property in
            CarriedContent.Member(
                "flowProperty",
                .record([
                    .init("@dataSetInternalID", .text(String(index))),
                    .init(
                        "referenceToFlowPropertyDataSet",
                        .reference("flow property data set", property.0, "flowproperties", property.1)),
                    .init("meanValue", .text(property.2.description)),
                ]))
        }
        return ILCDOwnDataSet(
            folder: "flows", identifier: identifier,
            bytes: document(
                "flowDataSet", ILCD.flowNamespace,
                [
                    .init("flowInformation", information),
                    .init(
                        "modellingAndValidation",
                        .record([.init("LCIMethod", .record([.init("typeOfDataSet", .text("Product flow"))]))])),
                    administration(version: reference.flow.version), .init("flowProperties", .record(list)),
                ]))
    }

    /// A flow property of the reference data, and its unit group.
    private static func reference(_ property: ILCDUnits.Property) -> [ILCDOwnDataSet] {
        guard !property.unitGroup.isEmpty else { return [] }
        let name = { (text: String) in
            CarriedContent.Member("common:name", .localized(LocalizedText(text, language: "en")))
        }
        let propertySet = document(
            "flowPropertyDataSet", ILCD.flowPropertyNamespace,
            [
                .init(
                    "flowPropertiesInformation",
                    .record([
                        .init(
                            "dataSetInformation",
                            .record([.init("common:UUID", .text(property.identifier)), name(property.name)])),
                        .init(
                            "quantitativeReference",
                            .record([
                                .init(
                                    "referenceToReferenceUnitGroup",
                                    .reference(
                                        "unit group data set", property.unitGroup, "unitgroups",
                                        property.unitGroupName))
                            ])),
                    ])), administration(version: nil),
            ])
        let unitSet = document(
            "unitGroupDataSet", ILCD.unitGroupNamespace,
            [
                .init(
                    "unitGroupInformation",
                    .record([
                        .init(
                            "dataSetInformation",
                            .record([.init("common:UUID", .text(property.unitGroup)), name(property.unitGroupName)])),
                        .init("quantitativeReference", .record([.init("referenceToReferenceUnit", .text("0"))])),
                    ])), administration(version: nil),
                .init(
                    "units",
                    .record([
                        .init(
                            "unit",
                            .record([
                                .init("@dataSetInternalID", .text("0")), .init("name", .text(property.unitName)),
                                .init("meanValue", .text("1")),
                            ]))
                    ])),
            ])
        return [
            ILCDOwnDataSet(folder: "flowproperties", identifier: property.identifier, bytes: propertySet),
            ILCDOwnDataSet(folder: "unitgroups", identifier: property.unitGroup, bytes: unitSet),
        ]
    }

    private static func administration(version: String?) -> CarriedContent.Member {
        .init(
            "administrativeInformation",
            .record([
                .init(
                    "publicationAndOwnership",
                    .record([.init("common:dataSetVersion", .text(version ?? "00.00.001"))]))
            ]))
    }

    private static func document(
        _ root: String, _ namespace: String, _ members: [CarriedContent.Member]
    ) -> [UInt8] {
        var tree = SourceTree()
        tree.syntax = .xml
        let node = tree.append(.record, named: root)
        tree.append(.text, named: "@version", text: "1.1", under: node)
        for member in members { tree.append(member.content, named: member.name, under: node) }
        ILCD.declarePrefixes(in: &tree)
        var bytes: [UInt8] = []
        XMLPrinter.printDeclaration(into: &bytes)
        // Texts come from XML or were checked before, so that XML can say them.
        _ = XMLPrinter.print(tree, namespace: namespace, into: &bytes)
        return bytes
    }
}

extension CarriedContent {
    fileprivate static func localized(_ text: LocalizedText) -> CarriedContent {
        .record(
            (text.language.map { [.init("@xml:lang", .text($0))] } ?? []) + [.init("#text", .text(text.text ?? ""))])
    }

    fileprivate static func reference(
        _ kind: String, _ identifier: String, _ folder: String, _ name: String
    ) -> CarriedContent {
        .record([
            .init("@type", .text(kind)), .init("@refObjectId", .text(identifier)),
            .init("@uri", .text("../\(folder)/\(identifier).xml")),
            .init("common:shortDescription", .localized(LocalizedText(name, language: "en"))),
        ])
    }
}

extension ExactDecimal {
    /// A total for one of so many; `nil` where that has no exact form.
    fileprivate func per(_ amount: ExactDecimal?) -> ExactDecimal? {
        guard let amount, !amount.equals(1) else { return self }
        return amount.isZero ? nil : dividedExactly(by: amount)
    }
}

/// Material properties in MatML 3.1, as flow data sets have them.
private enum MatML {
    static func content(_ properties: [MaterialProperty], of name: String?) -> CarriedContent.Member? {
        guard !properties.isEmpty else { return nil }
        var data: [CarriedContent.Member] = [.init("mat:Name", .text(name ?? "product"))]
        var details: [CarriedContent.Member] = []
        for (index, property) in properties.enumerated() {
            let id = "pr\(index + 1)"
            if let value = property.value {
                data.append(
                    .init(
                        "mat:PropertyData",
                        .record([
                            .init("@property", .text(id)),
                            .init(
                                "mat:Data",
                                .record([.init("@format", .text("float")), .init("#text", .text(value.description))])),
                        ])))
            }
            details.append(
                .init(
                    "mat:PropertyDetails",
                    .record([
                        .init("@id", .text(id)), .init("mat:Name", .text(property.name ?? "")),
                        .init("mat:Units", units(property)),
                    ])))
        }
        return .init(
            "mat:MatML_Doc",
            .record([
                .init("mat:Material", .record([.init("mat:BulkDetails", .record(data))])),
                .init("mat:Metadata", .record(details)),
            ]))
    }

    private static func units(_ property: MaterialProperty) -> CarriedContent {
        let unit = property.unit ?? "-"
        return .record(
            [.init("@name", .text(unit))] + (property.description.map { [.init("@description", .text($0))] } ?? [])
                + [.init("mat:Unit", .record([.init("mat:Name", .text(unit))]))])
    }
}
