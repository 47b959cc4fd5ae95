import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

// MARK: Emissions

extension Field {
    /// Emissions with their unit: `{"amount": "1.5", "unit": "kgCO2e"}`.
    static func measured(_ name: NodeName, _ key: Key<Emissions?>) -> Field {
        let property = StoredProperty(key)
        return Field(
            descriptions: {
                [
                    FieldDescription("amount", FieldPath(\Emissions.amount), amount).needed,
                    FieldDescription("unit", FieldPath(\Emissions.unit), unit).needed,
                ].map { $0.nested(in: name.description, FieldPath(key), of: "Emissions") }
            },
            read: { parent, scope, record, log in
                guard let node = log.child(name, of: parent), log.isRecord(node, name, key, in: scope) else { return }
                let place = log.enter(key, of: scope, at: node)
                let amountNode = log.child("amount", of: node), unitNode = log.child("unit", of: node)
                let number = amountNode.flatMap {
                    log.value(of: $0, "amount", as: amount, \Emissions.amount, in: place)
                }
                let word = unitNode.flatMap { log.value(of: $0, "unit", as: unit, \Emissions.unit, in: place) }
                if let number, let word, let amountNode, let unitNode {
                    record[keyPath: key] = Emissions(number, word)
                    log.note(\Emissions.amount, in: place, from: amountNode)
                    log.note(\Emissions.unit, in: place, from: unitNode)
                } else if let half = number != nil ? amountNode : word != nil ? unitNode : nil {
                    log.markUnreadable(half)
                    log.report(
                        Diagnostic("EMX-004", .error, .half(name, has: number != nil), help: .whole), at: half,
                        in: place)
                }
            },
            write: { record, parent, log in
                guard let emissions = record[keyPath: key] else { return }
                let node = log.tree.append(.record, named: name.description, under: parent)
                log.tree.append(.text, named: "amount", text: emissions.amount.description, under: node)
                log.tree.append(.text, named: "unit", text: emissions.unit.rawValue, under: node)
            },
            fill: { record, defaults, path, supplied in
                guard record[keyPath: key] == nil, let value = defaults[keyPath: key] else { return }
                record[keyPath: key] = value
                supplied.append(path.appending(FieldPath(key)))
            },
            visit: { record, path, leaves in
                property.visit(record) { value in
                    if let value = value.pointee { leaves.add(.emissions(value), at: key, of: path) }
                }
            })
    }

    private static var amount: Spelling<ExactDecimal> { .decimal }
    private static var unit: Spelling<EmissionsUnit> { .word }
}

// MARK: Geography

extension Field {
    /// One answer: `{"country": "DE"}`, `{"subdivision": "US-NY"}`, `{"region": "Europe"}` or `{"global": true}`.
    static func geography(_ name: NodeName, _ key: Key<Geography?>) -> Field {
        let property = StoredProperty(key)
        return Field(
            descriptions: {
                Geography.choices.map { choice in
                    var row = FieldDescription(choice.name, FieldPath(key), choice.spelling)
                    row.isAlternative = true
                    return row.nested(in: name.description, nil, of: "Geography")
                }
            },
            read: { parent, scope, record, log in
                guard let node = log.child(name, of: parent), log.isRecord(node, name, key, in: scope) else { return }
                let place = log.enter(key, of: scope, at: node)
                for choice in Geography.choices {
                    guard let answer = log.child(choice.name, of: node) else { continue }
                    if record[keyPath: key] != nil {
                        log.markUnreadable(answer)
                        log.report(
                            Diagnostic("EMX-005", .error, .secondAnswer(name, choice.name), help: .oneAnswer),
                            at: answer, in: place)
                    } else if let value = log.value(of: answer, choice.name, as: choice.spelling, nil, in: place) {
                        record[keyPath: key] = value
                        log.note(nil, in: place, from: answer)
                    }
                }
            },
            write: { record, parent, log in
                guard let geography = record[keyPath: key] else { return }
                let node = log.tree.append(.record, named: name.description, under: parent)
                for choice in Geography.choices {
                    guard let text = choice.spelling.print(geography) else { continue }
                    log.tree.append(choice.spelling.kind, named: choice.name.description, text: text, under: node)
                }
            },
            fill: { record, defaults, path, supplied in
                guard record[keyPath: key] == nil, let value = defaults[keyPath: key] else { return }
                record[keyPath: key] = value
                supplied.append(path.appending(FieldPath(key)))
            },
            visit: { record, path, leaves in
                property.visit(record) { value in
                    if let value = value.pointee { leaves.add(.other(value), at: key, of: path) }
                }
            })
    }
}

extension Geography {
    fileprivate static let choices: [(name: NodeName, spelling: Spelling<Geography>)] = [
        (
            "subdivision",
            Spelling(
                "text, a code of a subdivision such as US-NY", shape: .text, parse: { .subdivision($0) },
                print: { if case .subdivision(let code) = $0 { code } else { nil } })
        ),
        (
            "country",
            Spelling(
                "text, a code of a country such as DE", shape: .text, parse: { .country($0) },
                print: { if case .country(let code) = $0 { code } else { nil } })
        ),
        (
            "region",
            Spelling(
                "text, a region or subregion of the UN such as Europe", shape: .text, parse: { .region($0) },
                print: { if case .region(let name) = $0 { name } else { nil } })
        ),
        (
            "global",
            Spelling(
                "true", kind: .bool, shape: .words(["true"]), parse: { $0 == "true" ? .global : nil },
                print: { $0 == .global ? "true" : nil })
        ),
    ]
}

extension FieldDescription {
    fileprivate var needed: FieldDescription {
        var row = self
        row.isRequired = true
        return row
    }
}

// MARK: Wording

extension Diagnostic.Message {
    fileprivate static func half(_ name: NodeName, has amount: Bool) -> Self {
        amount
            ? "\(name) has an amount and no unit that could be read"
            : "\(name) has a unit and no amount that could be read"
    }
    fileprivate static func secondAnswer(_ name: NodeName, _ choice: NodeName) -> Self {
        "\(name) has a \(choice) besides another answer, only one may be given"
    }
}

extension String {
    fileprivate static let whole =
        "Give both, such as {\"amount\": \"1.5\", \"unit\": \"kgCO2e\"}; nothing was read here."
    fileprivate static let oneAnswer = "Keep the most exact one: the subdivision, else the country, else the region."
}
