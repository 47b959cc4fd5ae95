import EmissionsDiagnostics
import EmissionsModel

enum FreshwaterInPhosphate: Rule {
    static let about = RuleDescription(
        code: "IMP-004", severity: .warning, title: "eutrophication of fresh water is counted in phosphate",
        explanation: """
            EN 15804+A2 counts it in kilograms of phosphorus, and one kilogram of phosphorus is 3.07 kilograms
            of phosphate. The official name of the unit said phosphate until 2021, and many data sets still do;
            openEPD asks for phosphate. Whether the amounts or only the words are of phosphate can't be told
            from them.
            """,
        remedy: "State phosphorus, and say so in the name of the unit; convert the amounts if they are of phosphate.",
        references: [.en15804A2("7.2.3, table 3"), .inData("changes of April 2021"), .openEPD("ep-fresh")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("phosphorus") { $0.state(.eutrophicationFreshwater, by: .ef31, ["A1-A3": "0.0001"]) },
        .rejects("phosphate", at: "results[0].unit") {
            $0.state(.eutrophicationFreshwater, by: .ef30, in: .kilogramsPhosphate, ["A1-A3": "0.0003"])
        },
        .rejects("phosphorus by its identifier, phosphate by its name", at: "results[0].unitDefinition") {
            $0.state(.eutrophicationFreshwater, by: .ef30, ["A1-A3": "0.0001"])
            $0.results[0].unitDefinition = .init("kg PO4 eq.", identifier: "0429039d-a61d-4590-ba67-aa4a20a810a1")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        var applicability = Applicability.notApplicable
        for (index, result) in footprint.results.enumerated() where result.indicator == .eutrophicationFreshwater {
            applicability = .checked
            if result.unit == .kilogramsPhosphate {
                findings.report("EP-freshwater is in kg PO4 eq., not in kg P eq.", at: \.results, index, \.unit)
            } else if let name = result.unitDefinition.names.compactMap(\.text).first(where: {
                $0.contains("PO") || $0.contains("hosphat")
            }) {
                findings.report(.named(name, result.unit), at: \.results, index, \.unitDefinition)
            }
        }
        return applicability
    }
}

extension Diagnostic.Message {
    fileprivate static func named(_ name: String, _ unit: IndicatorUnit?) -> Self {
        "EP-freshwater has the unit \(unit?.rawValue ?? "of an unknown identifier"), which is called \(name)"
    }
}
