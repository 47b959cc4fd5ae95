import EmissionsFormats

/// The schemas of our own formats, from their field tables.
///
/// They stand in `schemas/`, where a test keeps them fresh; the program has no need of what makes them.
enum FormatSchemas {
    static let all: [(path: String, schema: @Sendable () throws -> JSONValue)] = [
        ("emx/1.0/submission.schema.json", { try submission() }),
        ("emx-csv/1.0/table.schema.json", { try table() }),
    ]

    /// What a field table has that no schema can be made of.
    struct Gap: Error, CustomStringConvertible { var description: String }
}

// MARK: emx

extension FormatSchemas {
    private static let records = [
        "header": "SubmissionHeader", "good": "ImportedGood", "footprint": "ProductFootprint",
    ]

    /// A record by itself, as the reader hands it out, or what stands around the records.
    private static func submission() throws -> JSONValue {
        var definitions = RecordDefinitions()
        for table in Format.emx.tables() {
            guard let record = records[table.title] else { throw Gap(description: "table \(table.title)") }
            for row in table.rows { try definitions.add(row, of: record) }
        }
        let version: JSONValue = ["const": .text(Format.emx.versions[0])]
        func part(_ member: String, requires: JSONValue) -> JSONValue {
            [
                "type": "object", "required": requires,
                "properties": ["emx": version, .init(member): ["$ref": .text("#/$defs/" + (records[member] ?? ""))]],
                "additionalProperties": false,
            ]
        }
        return [
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": "urn:emissions-exchange:schema:emx:1.0:submission",
            "title": "Emissions Exchange 1.0, one record",
            "description":
                """
            A good or a footprint of the list `records`; without either, what stands around the records. Generated \
            from the field tables: `UPDATE_GOLDEN=1 swift test` renews it.
            """,
            "type": "object",
            "if": ["required": ["good"]],
            "then": ["$ref": "#/$defs/goodRecord"],
            "else": [
                "if": [
                    "anyOf": [["required": ["header"]], ["not": ["required": ["footprint"]], "required": ["emx"]]]
                ],
                "then": ["$ref": "#/$defs/submissionPart"],
                "else": ["$ref": "#/$defs/footprintRecord"],
            ],
            "$defs": .object(
                [
                    .init(name: "goodRecord", value: part("good", requires: ["good"])),
                    .init(name: "footprintRecord", value: part("footprint", requires: ["footprint"])),
                    .init(name: "submissionPart", value: part("header", requires: ["emx"])),
                ] + definitions.members + RecordDefinitions.values),
        ]
    }
}

// MARK: emx-csv

extension FormatSchemas {
    private static func table() throws -> JSONValue {
        let fields = try Format.emxCSV.tables().flatMap(\.rows).map { row throws -> JSONValue in
            guard let shape = row.shape else { throw Gap(description: "\(row.name) does not say its shape") }
            let members = try JSONValue.cell(shape)
            return .object(
                [.init(name: "name", value: .text(row.name))] + members
                    + [.init(name: "description", value: .text(row.spelling))])
        }
        return [
            "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
            "title": "Emissions Exchange 1.0, table",
            "description":
                """
            One row for each footprint; columns may be left out, in any order. Generated from the field tables: \
            `UPDATE_GOLDEN=1 swift test` renews it.
            """,
            "fieldsMatch": "partial",
            "missingValues": [""],
            "fields": .list(fields),
        ]
    }
}

extension JSONValue {
    fileprivate static func cell(_ shape: ValueShape) throws -> [Member] {
        func field(_ type: JSONValue, _ constraints: JSONValue? = nil, example: JSONValue? = nil) -> [Member] {
            [.init(name: "type", value: type)]
                + (constraints.map { [.init(name: "constraints", value: $0)] } ?? [])
                + (example.map { [.init(name: "example", value: $0)] } ?? [])
        }
        switch shape {
        case .text, .items(.text): return field("string")
        case .decimal: return field("number")
        case .timestamp:
            return field("string", ["pattern": .text(TextPattern.timestamp)], example: "2026-01-31T00:00:00Z")
        case .bool:
            return field("boolean") + [
                .init(name: "trueValues", value: ["true"]), .init(name: "falseValues", value: ["false"]),
            ]
        case .words(let words): return field("string", ["enum": .list(words.map { .text($0) })])
        case .pattern(let pattern): return field("string", ["pattern": .text(pattern)])
        case .items(.words(let words)):
            return try cell(.items(.pattern("(" + words.map(TextPattern.escaped).joined(separator: "|") + ")")))
        case .items(.pattern(let item)):
            return field("string", ["pattern": .text("\(item)( *\\| *\(item))*")])
        case .object: return field("string", ["pattern": "\\{[\\s\\S]*\\}"])
        case .items, .carried, .anything: throw FormatSchemas.Gap(description: "\(shape) in a cell")
        }
    }
}
