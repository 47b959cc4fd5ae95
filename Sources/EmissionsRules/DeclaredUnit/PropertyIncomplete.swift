import EmissionsDiagnostics
import EmissionsModel

enum PropertyIncomplete: Rule {
    static let about = RuleDescription(
        code: "DU-013", severity: .warning, title: "material property lacks its name, value or unit",
        explanation: "A property converts amounts only when all three are known.",
        remedy: "State what is missing.",
        references: [.inData("MatML properties")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("all three") { $0.declaration.materialProperties = [.init("gross density", "2400", "kg/m^3")] },
        .accepts("a factor, which may have no unit") {
            $0.declaration.materialProperties = [.init("conversion factor to 1 kg", "0.04", nil)]
        },
        .rejects("no unit", at: "declaration.materialProperties[0].unit") {
            $0.declaration.materialProperties = [.init("gross density", "2400", nil)]
        },
        .rejects("no name", at: "declaration.materialProperties[0].name") {
            $0.declaration.materialProperties = [.init(nil, "2400", "kg/m^3")]
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !footprint.declaration.materialProperties.isEmpty else { return .notApplicable }
        for (index, property) in footprint.declaration.materialProperties.enumerated() {
            let name = property.name ?? ""
            if name.isEmpty {
                findings.report("material property has no name", at: \.declaration.materialProperties, index, \.name)
            } else if property.value == nil {
                findings.report("\(name) has no value", at: \.declaration.materialProperties, index, \.value)
            } else if property.unit?.isEmpty ?? true, ConversionProperty(property) != .massFactor {
                findings.report("\(name) has no unit", at: \.declaration.materialProperties, index, \.unit)
            }
        }
        return .checked
    }
}
