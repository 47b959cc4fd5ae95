import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// What the results are stated for: the amount of the reference exchange times what one of its flow is, in the flow's
/// reference property (ILCD+EPD; the declared unit of EN 15804, 6.3.2).
enum ILCDDeclaredUnit {
    static func settle(
        _ footprint: inout ProductFootprint, from dataSets: inout ILCDDataSets, _ findings: inout IndicatorSettling,
        _ log: inout ReadLog
    ) throws(SyntaxError) {
        guard !dataSets.isEmpty, let identifier = footprint.declaration.referenceFlow.flow.identifier else { return }
        let place = FieldPath(\ProductFootprint.declaration.referenceFlow.flow.identifier)
        guard let flow = try dataSets.flow(identifier) else {
            findings.report(Diagnostic("ILCD-008", .warning, .noFlow(identifier), help: .noFlow), place)
            return
        }
        footprint.declaration.materialProperties = flow.materialProperties
        guard let reference = flow.reference, let unit = try dataSets.unit(ofProperty: reference.identifier) else {
            findings.report(Diagnostic("ILCD-009", .warning, .noUnit(identifier), help: .noUnit), place)
            return
        }
        footprint.declaredUnit.unit = unit.unit
        footprint.declaredUnit.otherUnit = unit.unit == nil ? unit.name : nil
        if reference.amount != 1 { footprint.declaration.referenceFlow.propertyAmount = reference.amount }
        guard let amount = footprint.declaration.referenceFlow.amount else { return }
        footprint.declaredUnit.basis = .declaredAmount
        footprint.declaredUnit.amount = amount.times(reference.amount)
        for property in flow.properties {
            switch property.identifier {
            case ILCDUnits.biogenicCarbon:
                footprint.carbonContent.biogenic = amount.times(property.amount)
            case ILCDUnits.packagingBiogenicCarbon:
                footprint.carbonContent.packagingBiogenic = amount.times(property.amount)
            case let other where ILCDUnits.mass.contains(other):
                footprint.declaredUnit.mass = amount.times(property.amount)
            default: break
            }
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func noFlow(_ identifier: String) -> Self {
        "the reference flow '\(identifier.prefix(40))' is not in the package, so the declared unit is not known"
    }
    fileprivate static func noUnit(_ identifier: String) -> Self {
        "the reference flow '\(identifier.prefix(40))' has no reference property with a known unit"
    }
}

extension String {
    fileprivate static let noFlow = "Put the flow data set of the product into the package, in flows/."
    fileprivate static let noUnit =
        "Let the flow data set refer to its reference property, and put that and its unit group into the package."
}
