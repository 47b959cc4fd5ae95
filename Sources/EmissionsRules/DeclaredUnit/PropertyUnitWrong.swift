import EmissionsDiagnostics
import EmissionsModel

enum PropertyUnitWrong: Rule {
    static let about = RuleDescription(
        code: "DU-011", title: "unit of a material property is not the one that it has",
        explanation: """
            Software converts declared units by these properties, and takes each in the unit that is fixed for
            its name.
            """,
        remedy: "State the property in its own unit, such as kg/m^3 for densities.",
        references: [.inData("MatML properties")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("kilograms per cubic meter") {
            $0.declaration.materialProperties = [.init("gross density", "2400", "kg/m^3")]
        },
        .rejects("grams per cubic centimeter", at: "declaration.materialProperties[0].unit") {
            $0.declaration.materialProperties = [.init("gross density", "2.4", "g/cm^3")]
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        var applicability = Applicability.notApplicable
        for (index, property) in footprint.declaration.materialProperties.enumerated() {
            guard let unit = property.unit, let known = ConversionProperty(property), let expected = known.units.first
            else { continue }
            applicability = .checked
            if !known.units.contains(unit) {
                findings.report(
                    "\(known.rawValue) is in \(unit), must be in \(expected)", at: \.declaration.materialProperties,
                    index,
                    \.unit)
            }
        }
        return applicability
    }
}
