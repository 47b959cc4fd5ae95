import EmissionsDiagnostics
import EmissionsModel

enum PropertyNotPositive: Rule {
    static let about = RuleDescription(
        code: "DU-012", title: "material property is zero or negative",
        explanation: "Nothing has no density or weight, and dividing by zero gives no figure at all.",
        remedy: "Correct the value, or leave the property out.",
        references: [.inData("MatML properties")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a density") { $0.declaration.materialProperties = [.init("gross density", "2400", "kg/m^3")] },
        .rejects("none", at: "declaration.materialProperties[0].value") {
            $0.declaration.materialProperties = [.init("gross density", "0", "kg/m^3")]
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        var applicability = Applicability.notApplicable
        for (index, property) in footprint.declaration.materialProperties.enumerated() {
            guard let value = property.value, let known = ConversionProperty(property) else { continue }
            applicability = .checked
            if !value.isPositive {
                findings.report(
                    "\(known.rawValue) is \(value), must be more than zero", at: \.declaration.materialProperties,
                    index,
                    \.value)
            }
        }
        return applicability
    }
}
