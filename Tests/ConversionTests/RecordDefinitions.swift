import EmissionsFormats
import EmissionsSyntax

/// The records that field tables speak of, each as one definition of a JSON Schema.
struct RecordDefinitions {
    private struct Definition {
        var members: [JSONValue.Member] = []
        var required: [String] = []
        var isChoice = false
    }

    private var names: [String] = []
    private var definitions: [String: Definition] = [:]
    /// The definition at each place, to see that one name stands for one thing.
    private var atPlace: [String: Definition] = [:]

    mutating func add(_ row: FieldDescription, of record: String) throws {
        let steps = row.name.split(separator: ".").map(String.init), records = [record] + row.records
        guard records.count == steps.count, let shape = row.shape else {
            throw FormatSchemas.Gap(description: "\(row.name) does not say its shape or its records")
        }
        var place = record
        for (index, step) in steps.enumerated() {
            let isLast = index == steps.count - 1, isList = isLast ? row.isList : step.hasSuffix("[]")
            let name = step.hasSuffix("[]") ? String(step.dropLast(2)) : step
            let one: JSONValue = isLast ? try .value(shape, row) : ["$ref": .text("#/$defs/" + records[index + 1])]
            let member = JSONValue.Member(name: name, value: isList ? ["type": "array", "items": one] : one)
            add(
                member, isRequired: isLast && row.isRequired, isChoice: isLast && row.isAlternative, records[index],
                place)
            place += "/" + step
        }
    }

    private mutating func add(
        _ member: JSONValue.Member, isRequired: Bool, isChoice: Bool, _ record: String, _ place: String
    ) {
        func add(to definition: inout Definition) {
            if isChoice { definition.isChoice = true }
            guard !definition.members.contains(member) else { return }
            definition.members.append(member)
            if isRequired { definition.required.append(member.name) }
        }
        if definitions[record] == nil { names.append(record) }
        add(to: &definitions[record, default: Definition()])
        add(to: &atPlace["\(record) at \(place)", default: Definition()])
    }

    /// Places at which a record has other members than it has elsewhere.
    var contradictions: [String] {
        atPlace.filter { place, found in
            definitions[String(place.prefix { $0 != " " })]?.members != found.members
        }.map(\.key).sorted()
    }

    var members: [JSONValue.Member] {
        names.sorted().compactMap { name in definitions[name].map { .init(name: name, value: Self.schema($0)) } }
    }

    private static func schema(_ definition: Definition) -> JSONValue {
        var schema: [JSONValue.Member] = [.init(name: "type", value: "object")]
        if !definition.required.isEmpty {
            schema.append(.init(name: "required", value: .list(definition.required.map { .text($0) })))
        }
        schema.append(.init(name: "properties", value: .object(definition.members)))
        if definition.isChoice { schema.append(.init(name: "maxProperties", value: .number("1"))) }
        return .object(schema + [.init(name: "additionalProperties", value: false)])
    }

    /// The values that more than one field has.
    static let values: [JSONValue.Member] = [
        .init(
            name: "decimal",
            value: [
                "title": "a decimal number with a point, such as 12.50", "type": "string",
                "pattern": .text("^" + TextPattern.decimal + "$"),
            ]),
        .init(
            name: "timestamp",
            value: [
                "title": "a date and time such as 2026-01-31T00:00:00Z, or a date", "type": "string",
                "pattern": .text("^" + TextPattern.timestamp + "$"),
            ]),
        .init(
            name: "carried",
            value: [
                "title": "what another format said and the model does not have", "type": "object",
                "required": ["format", "path", "content"],
                "properties": ["format": ["type": "string"], "path": ["type": "string"], "content": true],
                "additionalProperties": false,
            ]),
    ]
}

extension JSONValue {
    fileprivate static func value(_ shape: ValueShape, _ row: FieldDescription) throws -> JSONValue {
        switch shape {
        case .text: ["type": "string"]
        case .decimal: ["$ref": "#/$defs/decimal"]
        case .timestamp: ["$ref": "#/$defs/timestamp"]
        case .carried: ["$ref": "#/$defs/carried"]
        case .bool: ["type": "boolean"]
        case .words(let words): ["enum": .list(words.map { row.kind == .bool ? .bool($0 == "true") : .text($0) })]
        case .pattern(let pattern): ["type": "string", "pattern": .text("^\(pattern)$")]
        case .anything: true
        case .items, .object: throw FormatSchemas.Gap(description: "\(row.name) is \(shape)")
        }
    }
}

/// Forms of texts, as regular expressions that JSON Schema and Table Schema understand alike.
enum TextPattern {
    static let decimal = #"[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?"#

    static let timestamp: String = {
        let month = "(0[1-9]|1[0-2])", day = "(0[1-9]|[12][0-9]|3[01])", hour = "([01][0-9]|2[0-3])"
        let clock = hour + #":[0-5][0-9](:([0-5][0-9]|60)(\.[0-9]+)?)?"#
        let time = "[Tt](\(clock)|24:00(:00(\\.[0-9]+)?)?)([Zz]|[-+]\(hour):[0-5][0-9])?"
        return "([0-9]{4}\(month)\(day)|[0-9]{4}-\(month)-\(day)(\(time))?)"
    }()

    static func escaped(_ word: String) -> String {
        word.reduce(into: "") { $0 += "\\^$.*+?()[]{}|/".contains($1) ? "\\\($1)" : String($1) }
    }
}
