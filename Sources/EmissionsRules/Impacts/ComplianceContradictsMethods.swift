import EmissionsDiagnostics
import EmissionsModel

enum ComplianceContradictsMethods: Rule {
    static let about = RuleDescription(
        code: "IMP-022", severity: .warning, title: "standard that is complied with is not that of the impacts",
        explanation: """
            Software picks the figures of an assessment by the standard that a data set says it complies with.
            Where the impacts are by other factors, it compares what can't be compared.
            """,
        remedy: """
            Name the edition of the standard, and of the Environmental Footprint, that the impacts were \
            calculated by.
            """,
        references: [.en15804A2("annex C"), .inData("referenceToComplianceSystem")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("EN 15804+A2 by EF 3.1") {
            $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12.3"])
            $0.declaration.compliance = [.init("EN 15804+A2 (EF 3.1)", identifier: StandardIdentifiers.a2EF31)]
        },
        .rejects("EN 15804+A1, with impacts of +A2", at: "declaration.compliance[0].system") {
            $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12.3"])
            $0.declaration.compliance = [.init("EN 15804+A1", identifier: "b00f9ec0-7874-11e3-981f-0800200c9a66")]
        },
        .rejects("EF 3.0, with impacts by EF 3.1", at: "declaration.compliance[0].system") {
            $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12.3"])
            $0.declaration.compliance = [.init("EN 15804+A2", identifier: StandardIdentifiers.a2EF30)]
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let methods = context.results.methods
        guard !methods.isEmpty else { return .notApplicable }
        var applicability = Applicability.notApplicable
        for (index, compliance) in footprint.declaration.compliance.enumerated() {
            guard let standard = DeclaredStandard(compliance.system), standard.allows(methods) != nil else { continue }
            applicability = .checked
            if standard.allows(methods) == false {
                findings.report(.other(standard, methods), at: \.declaration.compliance, index, \.system)
            } else if compliance.system.identifier == StandardIdentifiers.a2EF30, methods.onlyEdition == .ef31 {
                findings.report(.edition("EF 3.0", "EF 3.1"), at: \.declaration.compliance, index, \.system)
            } else if compliance.system.identifier == StandardIdentifiers.a2EF31, methods.onlyEdition == .ef30 {
                findings.report(.edition("EF 3.1", "EF 3.0"), at: \.declaration.compliance, index, \.system)
            }
        }
        return applicability
    }
}

extension Diagnostic.Message {
    fileprivate static func other(_ standard: DeclaredStandard, _ methods: MethodFamilies) -> Self {
        "declaration complies with \(standard.rawValue), but its impacts are by \(methods.written)"
    }

    fileprivate static func edition(_ named: String, _ used: String) -> Self {
        "declaration complies with EN 15804+A2 by \(named), but its global warming is by \(used)"
    }
}
