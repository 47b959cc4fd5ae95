import EmissionsModel
import EmissionsSyntax

/// How results are nested, for the documentation.
enum OpenEPDResultDescriptions {
    static let rows: [FieldDescription] =
        OpenEPDIndicator.Section.allCases.map { section in
            let entries = OpenEPDIndicator.all.filter { $0.section == section }
            let method = section == .impacts ? ".METHOD" : ""
            return FieldDescription(
                name: "\(section.rawValue)\(method).INDICATOR", path: "results.indicator",
                spelling: "one of " + entries.map { "`\($0.key)`" }.joined(separator: ", "))
        } + [
            FieldDescription(
                name: "impacts.METHOD", path: "results.method",
                spelling: "the name of a method, `\(OpenEPDNames.unknownMethod)` for none"),
            FieldDescription(
                name: "….MODULE", path: "results.amounts.modules", spelling: "`A1A2A3`, `A1` to `A5`, …, `D`"),
            FieldDescription(
                name: "….MODULE", path: "results.amounts.gap", spelling: "`null` for what is not declared"),
            FieldDescription(
                name: "….C_scenarios[].name", path: "results.amounts.scenario",
                spelling: "text of 40 letters at most, for modules C1 to D"),
            FieldDescription(
                name: "….C_scenarios[].likelihood", path: "declaration.scenarios.likelihood",
                spelling: Spelling<ExactDecimal>.number.expected),
            FieldDescription(
                name: "….MODULE.unit", path: "results.unit", spelling: "the unit that the format has for the indicator"),
            FieldDescription(
                name: "….MODULE.unit", path: "results.unitDefinition.names.text", spelling: "any other unit, as it is"),
        ]
        + OpenEPDMeasurement.map.descriptions.map { $0.nested(in: "….MODULE", nil, of: "Measurement") }.map { row in
            var row = row
            row.path = row.path.map { "results.amounts.\($0)" }
            return row
        }
}
