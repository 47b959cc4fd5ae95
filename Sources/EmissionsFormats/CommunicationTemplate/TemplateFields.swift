import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// The cells of the summary sheet of version 2, by their addresses; of products, by their columns.
enum TemplateFields {
    /// What holds for the whole period.
    static let filing: RecordMap<SubmissionHeader> = [
        .scalar("AH15", \.reported.direct, as: .number),
        .scalar("AH16", \.reported.indirect, as: .number),
        .scalar("AH17", \.reported.overall, as: .number),
    ]

    /// A product with the installation that it is from.
    static let footprint: RecordMap<ProductFootprint> =
        [
            .text("G12", \.production.installation.name),
            .text("G13", \.production.installation.address.street),
            .text("G14", \.production.installation.economicActivity),
            .text("G15", \.production.installation.address.city),
            .scalar("G16", \.production.installation.address.country, as: TemplateWords.country),
            .text("G17", \.production.installation.unLocode),
            .scalar("G18", \.production.installation.latitude, as: TemplateWords.degrees),
            .scalar("G19", \.production.installation.longitude, as: TemplateWords.degrees),
            .timestamp("G20", \.referencePeriod.start),
            .timestamp("G21", \.referencePeriod.end),
        ] + product

    private static let product = RecordMap<ProductFootprint>([
        .code("F"),
        .text("H", \.product.name),
        .scalar("I", \.embeddedEmissions.direct.specific, as: .number),
        .scalar("J", \.embeddedEmissions.indirect.specific, as: .number),
        .scalar("K", \.production.reported.perUnit, as: .number),
        .scalar("L", \.embeddedEmissions.direct.unit, as: TemplateWords.unit),
        .text("N", \.embeddedEmissions.indirect.electricityFactor.sourceDescription),
        .scalar("O", \.embeddedEmissions.indirect.electricityConsumed, as: .number),
        .inlineFirst(
            \.production.routes,
            RecordMap([.text("D", \.methodName), .text("Q", \.steelMill), .parameters(TemplateWords.parameters)])),
    ])
}

extension RecordMap {
    fileprivate static func + (a: RecordMap, b: RecordMap) -> RecordMap { RecordMap(a.fields + b.fields) }
}

extension Field<ProductFootprint> {
    /// The code of the Combined Nomenclature, which is a number in some files.
    static func code(_ name: NodeName) -> Field {
        let key = \ProductFootprint.product.classifications
        return Field(
            descriptions: {
                [
                    FieldDescription(
                        name: name.description, path: "product.classifications", spelling: "a code of the CN")
                ]
            },
            read: { parent, scope, record, log in
                guard let node = log.child(name, of: parent),
                    let text = log.value(of: node, name, as: TemplateWords.code, key, in: scope)
                else { return }
                let list = log.enter(key, of: scope, at: node)
                log.note(nil, in: log.enter(index: record[keyPath: key].count, of: list, at: node), from: node)
                record[keyPath: key].append(Classification(.combinedNomenclature, text))
            }, write: { _, _, _ in })
    }
}

extension Field<ProductionRoute> {
    /// Parameters that the law asks for, each in a column of its own.
    static func parameters(_ columns: [(column: NodeName, name: String, code: String?)]) -> Field {
        let key = \ProductionRoute.directParameters
        return Field(
            descriptions: {
                columns.map {
                    FieldDescription(
                        name: $0.column.description, path: "directParameters[].value", spelling: "text", shape: .text)
                }
            },
            read: { parent, scope, record, log in
                for (column, name, code) in columns {
                    guard let node = log.child(column, of: parent),
                        let value = log.value(of: node, column, as: TemplateWords.anything, key, in: scope)
                    else { continue }
                    var parameter = QualifyingParameter()
                    (parameter.name, parameter.identifier, parameter.value) = (name, code, value)
                    let list = log.enter(key, of: scope, at: node)
                    log.note(
                        \QualifyingParameter.value,
                        in: log.enter(index: record[keyPath: key].count, of: list, at: node), from: node)
                    record[keyPath: key].append(parameter)
                }
            }, write: { _, _, _ in })
    }
}
