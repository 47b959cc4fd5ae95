import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

// MARK: Names that follow from other fields

extension Field<SubmissionHeader> {
    /// `PeriodId`: year and quarter once more, such as `2026-Q1`. Any other name is kept.
    static let periodName = Field(
        descriptions: {
            [FieldDescription(name: "PeriodId", path: nil, spelling: "year and quarter, such as `2026-Q1`")]
        },
        read: { parent, _, record, log in
            guard let name = record.reportingPeriod.name,
                let node = log.tree.firstChild(called: "PeriodId", of: parent),
                log.tree.withText(of: node, { $0.trimmed.elementsEqual(name.utf8) })
            else { return }
            log.claim(node)
        },
        write: { record, parent, log in
            guard let name = record.reportingPeriod.name,
                !record.carried.contains(where: { $0.format == DataPackage.format && $0.path.hasSuffix("/PeriodId") })
            else { return }
            log.tree.append(.text, named: "PeriodId", text: name, under: parent)
        })
}

extension ReportingPeriod {
    var name: String? { year.flatMap { year in quarter.map { "\(year)-\($0.rawValue)" } } }
}

extension Field<ProductFootprint> {
    /// `Category`: follows from the CN code; any other is kept.
    static let category = Field(
        descriptions: {
            [
                FieldDescription(
                    name: "Category", path: nil, spelling: "the kind of goods under the CN code, such as `steel`")
            ]
        },
        read: { parent, _, _, log in
            guard let node = log.tree.firstChild(called: "Category", of: parent) else { return }
            let code = log.tree.firstChild(called: "CommodityCode", of: parent)
                .flatMap { log.tree.firstChild(called: "CnCode", of: $0) }.map { log.tree.trimmedText(of: $0) }
            let category = DataPackageWords.category(code ?? "")
            if log.tree.trimmedText(of: node) == category { log.claim(node) }
        },
        write: { record, parent, log in
            guard !record.hasKept("/Category") else { return }
            let code = record.product.classifications.first { $0.system == .combinedNomenclature }?.code ?? ""
            log.tree.append(.text, named: "Category", text: DataPackageWords.category(code), under: parent)
        })

    /// A code of a system among the product's classifications. `status` beside an empty one says who will give it.
    static func code(_ name: NodeName, _ system: ClassificationSystem, isAlwaysWritten: Bool = false) -> Field {
        let key = \ProductFootprint.product.classifications
        return Field(
            descriptions: {
                [
                    FieldDescription(
                        name: name.description, path: "product.classifications",
                        spelling: "a code of the \(system.rawValue)", isRequired: isAlwaysWritten, shape: .text)
                ]
            },
            read: { parent, scope, record, log in
                guard let node = log.child(name, of: parent) else { return }
                if log.tree.firstChild(called: "@status", of: node) != nil, log.tree.trimmedText(of: node).isEmpty {
                    return
                }
                guard let code = log.value(of: node, name, as: .text, key, in: scope) else { return }
                let list = log.enter(key, of: scope, at: node)
                log.note(nil, in: log.enter(index: record[keyPath: key].count, of: list, at: node), from: node)
                record[keyPath: key].append(Classification(system, code))
            },
            write: { record, parent, log in
                let code = record[keyPath: key].first { $0.system == system && $0.code != nil }?.code
                guard code != nil || isAlwaysWritten else { return }
                log.tree.append(.text, named: name.description, text: code ?? "", under: parent)
            })
    }
}

// MARK: Quantities

extension Field<ProductFootprint> {
    /// `Quantity`, which is energy where it is in MWh.
    static let quantity = Field(
        descriptions: {
            ["netMass", "supplementaryUnits"].map {
                FieldDescription(
                    name: "Quantity", path: "production.produced.\($0)", spelling: DataPackageWords.amount.expected,
                    isRequired: true)
            }
        },
        read: { parent, scope, record, log in
            let unit = log.tree.firstChild(called: "MeasurementUnit", of: parent).map { log.tree.trimmedText(of: $0) }
            let isEnergy = unit == "MWh"
            let row: Field = isEnergy ? energy : mass
            row.read(parent, scope, &record, &log)
        },
        write: { record, parent, log in
            let row: Field = record.production.produced.unit == .megawattHour ? energy : mass
            row.required.write(record, parent, &log)
        })

    private static let mass = scalar("Quantity", \.production.produced.netMass, as: DataPackageWords.amount)
    private static let energy = scalar(
        "Quantity", \.production.produced.supplementaryUnits, as: DataPackageWords.amount)

    /// `Unit` of figures for one unit of the good.
    static func emissionsUnit(_ key: Key<EmissionsUnit?>) -> Field {
        let row: Field = scalar("Unit", key, as: DataPackageWords.emissionsUnits)
        return Field(
            descriptions: row.descriptions, read: row.read,
            write: { record, parent, log in
                guard record[keyPath: key] == .tonnesCO2e, record.production.produced.unit == .megawattHour else {
                    return row.write(record, parent, &log)
                }
                log.tree.append(
                    .text, named: "Unit", text: DataPackageWords.emissionsPerMegawattHour, under: parent)
            })
    }

    /// A unit that can only be one; any other is kept, and reported.
    static func fixed(_ name: NodeName, _ text: String) -> Field {
        Field(
            descriptions: { [FieldDescription(name: name.description, path: nil, spelling: "always `\(text)`")] },
            read: { parent, scope, _, log in
                guard let node = log.tree.firstChild(called: name, of: parent) else { return }
                let found = log.tree.trimmedText(of: node)
                guard found != text else { return log.claim(node) }
                log.report(
                    Diagnostic("DPK-005", .error, .unit(name, found, text), help: .unit(text)), at: node, in: scope)
            },
            write: { _, parent, log in
                if log.tree.hasChildren(parent) {
                    log.tree.append(.text, named: name.description, text: text, under: parent)
                }
            })
    }
}

extension ProductFootprint {
    /// Whether something was kept from a package whose path ends so.
    func hasKept(_ suffix: String) -> Bool {
        carried.contains { $0.format == DataPackage.format && $0.path.hasSuffix(suffix) }
    }
}

extension Diagnostic.Message {
    fileprivate static func unit(_ name: NodeName, _ found: String, _ expected: String) -> Self {
        "\(name) is '\(found)', expected '\(expected)'"
    }
}

extension String {
    fileprivate static func unit(_ expected: String) -> String { "State the figure in \(expected)." }
}
