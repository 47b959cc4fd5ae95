import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// Fields that Catena-X has in its own way.
extension Field<ProductFootprint> {
    /// Kilograms of CO₂ equivalent as a number, as Catena-X writes them.
    static func kilogramsAsNumber(_ name: NodeName, _ key: Key<Emissions?>) -> Field {
        scalar(name, key, as: .emissions(.kilogramsCO2e, as: .number))
    }

    /// A group that stands in a list of one, as every object of version 9 does. Without the list it is read, and
    /// reported; of several the first is read.
    static func only(_ name: NodeName, _ map: RecordMap<ProductFootprint>) -> Field {
        Field(
            descriptions: {
                map.descriptions.map { $0.nested(in: "\(name)[]", nil, of: name.description) }
            },
            read: { parent, scope, record, log in
                guard let node = log.child(name, of: parent) else { return }
                var item = node
                switch log.tree.kind(of: node) {
                case .list:
                    let items = Array(log.tree.children(of: node))
                    guard let first = items.first else { return }
                    item = first
                    log.claim(first)
                    if items.count > 1 {
                        log.report(
                            Diagnostic("CX-002", .error, .several(name, items.count), help: .one), at: items[1],
                            in: scope)
                    }
                case .record: log.report(Diagnostic("CX-001", .warning, .bare(name), help: .list), at: node, in: scope)
                default: break
                }
                guard log.isRecord(item, name, nil, in: scope) else { return }
                map.read(item, in: log.enter(path: FieldPath(), of: scope, at: item), to: &record, log: &log)
            },
            write: { record, parent, log in
                let list = log.tree.append(.list, named: name.description, under: parent)
                let group = log.tree.append(.record, under: list)
                map.write(record, under: group, to: &log)
                if !log.tree.hasChildren(group) {
                    log.tree.removeLast(group)
                    log.tree.removeLast(list)
                }
            },
            fill: { record, defaults, path, supplied in map.fill(&record, from: defaults, at: path, &supplied) })
    }

    /// A unit of the list, or half of one that the lists of 8 and 9 tore apart.
    static func catenaXUnit(_ name: NodeName) -> Field {
        let key: Key<UnitOfMeasure?> = \.declaredUnit.unit, other: Key<String?> = \.declaredUnit.otherUnit
        let field = Field.scalar(name, key, as: CatenaXWords.units9)
        return Field(
            descriptions: {
                field.descriptions() + [
                    FieldDescription(
                        name: name.description, path: FieldPath(other).description, spelling: "`megabit`, `second`")
                ]
            },
            read: { parent, scope, record, log in
                guard let node = log.tree.children(of: parent).first(where: { log.tree.isNamed(name, $0) }) else {
                    return
                }
                let text = log.tree.isLeaf(node) ? log.tree.text(of: node) : ""
                guard CatenaXWords.halvesOfUnits.contains(text) else { return field.read(parent, scope, &record, &log) }
                log.claim(node)
                record.declaredUnit.otherUnit = text
                log.note(other, in: scope, from: node)
                log.report(Diagnostic("CX-007", .warning, .half(text), help: .half), at: node, other, in: scope)
            },
            write: { record, parent, log in
                if record.declaredUnit.unit == nil, let text = record.declaredUnit.otherUnit,
                    CatenaXWords.halvesOfUnits.contains(text)
                {
                    log.tree.append(.text, named: name.description, text: text, under: parent)
                } else {
                    field.write(record, parent, &log)
                }
            }, fill: field.fill)
    }

    /// One assessment report; `unspecified` says nothing, and is kept.
    static func assessmentReport(_ name: NodeName) -> Field {
        let key: Key<[AssessmentReport]> = \.methodology.assessmentReports
        let path = "/pcf/ipccCharacterizationFactors"
        return Field(
            descriptions: {
                [FieldDescription(name, FieldPath(key), CatenaXWords.assessmentReport)]
            },
            read: { parent, scope, record, log in
                guard let node = log.child(name, of: parent) else { return }
                if log.tree.isLeaf(node), log.tree.text(of: node) == CatenaXWords.noAssessmentReport {
                    return log.keep(node, as: path, in: scope, of: &record)
                }
                guard let report = log.value(of: node, name, as: CatenaXWords.assessmentReport, key, in: scope) else {
                    return
                }
                record[keyPath: key] = [report]
                let list = log.enter(key, of: scope, at: node)
                log.note(nil, in: log.enter(index: 0, of: list, at: node), from: node)
            },
            write: { record, parent, log in
                let reports = record[keyPath: key]
                if reports.count == 1 {
                    log.tree.append(.text, named: name.description, text: reports[0].description, under: parent)
                } else if let kept = record.kept(at: path) {
                    log.tree.append(kept, named: name.description, under: parent)
                } else if let first = reports.first {
                    log.unspeakable(
                        name, FieldPath(key), "\(first) and others", expected: "one report", under: parent)
                }
            },
            fill: { record, defaults, path, supplied in
                guard record[keyPath: key].isEmpty, !defaults[keyPath: key].isEmpty else { return }
                record[keyPath: key] = defaults[keyPath: key]
                supplied.append(path.appending(FieldPath(key)))
            })
    }

    /// Names of rules, without who publishes them.
    static func ruleNames(_ name: NodeName) -> Field {
        let key: Key<[ProductCategoryRules]> = \.methodology.productCategoryRules
        return Field(
            descriptions: {
                [
                    FieldDescription(
                        name: name.description, path: "methodology.productCategoryRules[].names",
                        spelling: "a list; each text", isList: true, shape: .text)
                ]
            },
            read: { parent, scope, record, log in
                guard let node = log.child(name, of: parent), log.isList(node, name, key, in: scope) else { return }
                let list = log.enter(key, of: scope, at: node)
                for item in log.items(of: node) {
                    guard let text = log.value(of: item, name, as: .text, nil, in: list) else { continue }
                    let place = log.enter(index: record[keyPath: key].count, of: list, at: item)
                    let names = log.enter(\ProductCategoryRules.names, of: place, at: item)
                    log.note(nil, in: log.enter(index: 0, of: names, at: item), from: item)
                    var rules = ProductCategoryRules()
                    rules.names = [text]
                    record[keyPath: key].append(rules)
                }
            },
            write: { record, parent, log in
                let names = record[keyPath: key].flatMap(\.names)
                guard !names.isEmpty else { return }
                let list = log.tree.append(.list, named: name.description, under: parent)
                for text in names { log.tree.append(.text, text: text, under: list) }
            },
            fill: { record, defaults, path, supplied in
                guard record[keyPath: key].isEmpty, !defaults[keyPath: key].isEmpty else { return }
                record[keyPath: key] = defaults[keyPath: key]
                supplied.append(path.appending(FieldPath(key)))
            })
    }
}

extension Diagnostic.Message {
    fileprivate static func several(_ name: NodeName, _ count: Int) -> Self {
        "\(name) has \(count) entries, the format has one; the first is read, the others are kept as they are"
    }
    fileprivate static func bare(_ name: NodeName) -> Self {
        "\(name) is an object, the format writes it as a list with one object"
    }
    fileprivate static func half(_ text: String) -> Self {
        "the unit is '\(text)', half of `megabit second`, which version 8 and later list as two units"
    }
}

extension String {
    fileprivate static let one =
        "Keep the entry that holds for this footprint, and send the others as footprints of their own."
    fileprivate static let list = "Put the object in square brackets."
    fileprivate static let half =
        "Tell the partner in words what one unit of the product is; PACT calls it megabit second."
}
