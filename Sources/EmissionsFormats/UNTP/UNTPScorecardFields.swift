import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// `EmissionsPerformance`: one figure for one unit.
enum UNTPScorecardFields {
    private static let path = "/credentialSubject/emissionsScorecard"

    static let scorecard: RecordMap<ProductFootprint> = [
        .scalar(
            "carbonFootprint", \.figures.excludingBiogenicUptake, as: .emissions(.kilogramsCO2e, as: .number)
        ).required,
        declaredUnit.required,
        scope,
        .scalar("primarySourcedRatio", \.dataQuality.primaryDataShare, as: UNTPWords.ratio).required,
        standard,
    ]

    private static let declaredUnit = Field<ProductFootprint>(
        descriptions: {
            [
                FieldDescription(
                    name: "declaredUnit", path: "declaredUnit.unit", spelling: "`KGM`, `TNE`, `LTR`, `MTQ`, `C62`, …",
                    remark: "UN/ECE Recommendation 20; figures are for one"),
                FieldDescription(name: "declaredUnit", path: "declaredUnit.otherUnit", spelling: "any other code"),
            ]
        },
        read: { parent, scope, record, log in
            guard let node = log.child("declaredUnit", of: parent),
                let text = log.value(
                    of: node, "declaredUnit", as: Spelling<String>.text, \ProductFootprint.declaredUnit.unit, in: scope)
            else { return }
            guard let unit = UNTPWords.unit(text) else {
                record.declaredUnit.otherUnit = text
                log.note(\ProductFootprint.declaredUnit.otherUnit, in: scope, from: node)
                return
            }
            record.declaredUnit.unit = unit
            log.note(\ProductFootprint.declaredUnit.unit, in: scope, from: node)
            // Codes that mean the same: the one that was chosen is written again.
            if !UNTPWords.isUsual(text) {
                record.carried.append(
                    Carried(format: UNTPReader.format, path: "\(path)/declaredUnit", content: .text(text)))
            }
        },
        write: { record, parent, log in
            let unit = record.declaredUnit
            var code = unit.unit.flatMap(UNTPWords.code)
            if case .text(let chosen)? = record.untp("\(path)/declaredUnit"), UNTPWords.unit(chosen) == unit.unit {
                code = chosen
            }
            if code == nil, let other = unit.otherUnit, UNTPWords.isCode(other) { code = other }
            if let code {
                log.tree.append(.text, named: "declaredUnit", text: code, under: parent)
            } else if let text = unit.unit?.rawValue ?? unit.otherUnit {
                log.unspeakable(
                    "declaredUnit", FieldPath(\ProductFootprint.declaredUnit.unit), text,
                    expected: "a code of UN/ECE Recommendation 20", under: parent)
            }
        })

    /// `None` says nothing that the model could; it is kept.
    private static let scope: Field<ProductFootprint> = {
        let field = Field<ProductFootprint>.scalar(
            "operationalScope", \.boundary.extent, as: UNTPWords.scope
        ).required
        return Field(
            descriptions: field.descriptions,
            read: { parent, scope, record, log in
                let node = log.tree.children(of: parent).first { log.tree.isNamed("operationalScope", $0) }
                if let node, UNTPWords.otherScopes.contains(log.tree.text(of: node)) { return }
                field.read(parent, scope, &record, &log)
            },
            write: { record, parent, log in
                if record.boundary.extent == nil, record.saysUNTP(below: "\(path)/operationalScope") { return }
                field.write(record, parent, &log)
            })
    }()

    /// The format asks for who issued the standard, so that it is written only where the format said so itself.
    private static let standard = Field<ProductFootprint>(
        descriptions: {
            [
                FieldDescription(
                    name: "reportingStandard.name", path: "methodology.standards", spelling: "text",
                    remark: "the first, where its issuer is known", shape: .text)
            ]
        },
        read: { parent, scope, record, log in
            guard let node = log.tree.children(of: parent).first(where: { log.tree.isNamed("reportingStandard", $0) }),
                log.tree.children(of: node).contains(where: { log.tree.isNamed("issuingParty", $0) }),
                let claimed = log.child("reportingStandard", of: parent), let name = log.child("name", of: claimed),
                let standard = log.value(
                    of: name, "name", as: UNTPWords.standard, \ProductFootprint.methodology.standards, in: scope)
            else { return }
            record.methodology.standards = [standard]
            let list = log.enter(\ProductFootprint.methodology.standards, of: scope, at: name)
            log.note(nil, in: log.enter(index: 0, of: list, at: name), from: name)
        },
        write: { record, parent, log in
            guard record.saysUNTP(below: "\(path)/reportingStandard/issuingParty"),
                let name = record.methodology.standards.first.flatMap(UNTPWords.standard.print)
            else { return }
            let node = log.tree.append(.record, named: "reportingStandard", under: parent)
            log.tree.append(.text, named: "name", text: name, under: node)
        })
}
