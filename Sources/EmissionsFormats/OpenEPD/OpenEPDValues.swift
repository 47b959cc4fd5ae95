import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

// MARK: Names and texts

extension Field<ProductFootprint> {
    /// A text in the language of the document.
    static func documentText(_ name: NodeName, _ key: Key<[LocalizedText]>) -> Field {
        Field(
            descriptions: {
                [
                    FieldDescription(
                        name: name.description, path: "\(FieldPath(key)).text",
                        spelling: "text in the document's language",
                        shape: .text)
                ]
            },
            read: { parent, scope, record, log in
                guard let node = log.child(name, of: parent),
                    let text = log.value(of: node, name, as: .text, key, in: scope)
                else { return }
                record[keyPath: key] = [LocalizedText(text, language: record.declaration.language)]
                log.noteFirst(key, in: scope, from: node)
            },
            write: { record, parent, log in
                let language = record.declaration.language
                guard let text = record[keyPath: key].first(where: { $0.language == language })?.text else { return }
                log.tree.append(.text, named: name.description, text: text, under: parent)
            })
    }
}

extension Field<Review> {
    /// The person, who stands behind the organization in the list of reviewers.
    static func secondReviewer(_ name: NodeName) -> Field {
        Field(
            descriptions: {
                [FieldDescription(name: name.description, path: "reviewers.names.text", spelling: "text", shape: .text)]
            },
            read: { parent, scope, record, log in
                guard let node = log.child(name, of: parent),
                    let text = log.value(of: node, name, as: .text, \Review.reviewers, in: scope)
                else { return }
                if record.reviewers.isEmpty { record.reviewers = [Reference()] }
                var person = Reference()
                person.names = [LocalizedText(text)]
                record.reviewers.append(person)
                let list = log.enter(\Review.reviewers, of: scope, at: node)
                log.noteFirst(\Reference.names, in: log.enter(index: 1, of: list, at: node), from: node)
            },
            write: { record, parent, log in
                guard record.reviewers.count > 1, let text = record.reviewers[1].names.first?.text else { return }
                log.tree.append(.text, named: name.description, text: text, under: parent)
            })
    }
}

// MARK: Quantities

extension Field<ProductFootprint> {
    /// A unit that the model knows, or whatever the text is.
    static func unit(_ name: NodeName, _ key: Key<DeclaredUnit>) -> Field {
        Field(
            descriptions: {
                [
                    FieldDescription(
                        name: name.description, path: "\(FieldPath(key)).unit",
                        spelling: "a unit such as `kg`, `m2`, `item`",
                        shape: .text),
                    FieldDescription(
                        name: name.description, path: "\(FieldPath(key)).otherUnit",
                        spelling: "any other unit, as it is",
                        shape: .text),
                ]
            },
            read: { parent, scope, record, log in
                guard let node = log.child(name, of: parent),
                    let text = log.value(of: node, name, as: .text, key, in: scope)
                else { return }
                let unit = log.enter(key, of: scope, at: parent)
                if let known = OpenEPDUnits.product(text) {
                    record[keyPath: key].unit = known
                    log.note(\DeclaredUnit.unit, in: unit, from: node)
                } else {
                    record[keyPath: key].otherUnit = text
                    log.note(\DeclaredUnit.otherUnit, in: unit, from: node)
                }
            },
            write: { record, parent, log in
                let unit = record[keyPath: key]
                guard let text = unit.unit.flatMap(OpenEPDUnits.text) ?? unit.otherUnit else { return }
                log.tree.append(.text, named: name.description, text: text, under: parent)
            })
    }

    /// A mass as amount and unit, where the unit is the kilogram; any other stays as it is, since reading converts
    /// nothing.
    static func kilograms(_ name: NodeName, _ key: Key<ExactDecimal?>) -> Field {
        Field(
            descriptions: {
                [
                    FieldDescription("qty", FieldPath(key), Spelling<ExactDecimal>.number),
                    FieldDescription(name: "unit", path: FieldPath(key).description, spelling: "always `kg`"),
                ].map { $0.nested(in: name.description, nil, of: "Amount") }
            },
            read: { parent, scope, record, log in
                guard let node = log.tree.children(of: parent).first(where: { log.tree.isNamed(name, $0) }),
                    log.tree.kind(of: node) == .record
                else { return }
                let unit = log.tree.children(of: node).first { log.tree.isNamed("unit", $0) }
                guard let unit, log.tree.text(of: unit) == "kg" else {
                    let text = unit.map { log.tree.text(of: $0) } ?? ""
                    log.report(
                        Diagnostic("OEPD-004", .warning, .otherMass(name, text), help: .otherMass), at: unit ?? node,
                        key, in: scope)
                    return
                }
                log.claim(node)
                guard let quantity = log.child("qty", of: node) else { return }
                log.claim(unit)
                log.note(key, in: scope, from: unit)
                guard let amount = log.value(of: quantity, "qty", as: .number, key, in: scope) else { return }
                record[keyPath: key] = amount
                log.note(key, in: scope, from: quantity)
            },
            write: { record, parent, log in
                guard let amount = record[keyPath: key] else { return }
                let node = log.tree.append(.record, named: name.description, under: parent)
                log.tree.append(.number, named: "qty", text: amount.jsonNumber, under: node)
                log.tree.append(.text, named: "unit", text: "kg", under: node)
            })
    }
}

extension Spelling<String> {
    /// A year as a number.
    static let year = Spelling(
        "a year such as 2026", kind: .number, shape: .decimal,
        parse: { Int($0) == nil ? nil : $0 }, print: { Int($0) == nil ? nil : $0 })
}

extension Diagnostic.Message {
    fileprivate static func otherMass(_ name: NodeName, _ unit: String) -> Self {
        unit.isEmpty
            ? "\(name) has no unit, it is kept as it is and not read as a mass"
            : "\(name) is in '\(unit.prefix(40))' instead of kg, it is kept as it is and not read as a mass"
    }
}

extension String {
    fileprivate static let otherMass = "State it in kg, as its name says: 1 lb is exactly 0.45359237 kg."
}
