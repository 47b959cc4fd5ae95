import EmissionsDiagnostics
import EmissionsModel

enum DefaultsNoLongerAllowed: Rule {
    static let about = RuleDescription(
        code: "EE-009", severity: .warning, title: "emissions are not actual values",
        explanation: """
            Default values and other estimates were allowed until the second quarter of 2024. Since then the
            registry takes actual values, or the statement that there are none, with which the report is
            incomplete.
            """,
        remedy: "Ask the installation for actual values.",
        references: [.cbamTransitional("Article 4(3)"), .cbamManual("determination of emissions")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("actual values", in: { $0.header.reportingPeriod = ReportingPeriod(.third, "2024") }) {
            $0.embeddedEmissions.direct.determination = .actual
        },
        .accepts("an early report", in: { $0.header.reportingPeriod = ReportingPeriod(.second, "2024") }) {
            $0.embeddedEmissions.direct.determination = .other
        },
        .accepts(
            "electricity",
            in: { ($0.header.reportingPeriod, $0.good) = (ReportingPeriod(.third, "2024"), .electricity) }
        ) { $0.embeddedEmissions.direct.determination = .other },
        .rejects(
            "defaults", at: \.embeddedEmissions.direct.determination,
            in: { $0.header.reportingPeriod = ReportingPeriod(.third, "2024") }
        ) { $0.embeddedEmissions.direct.determination = .other },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let (direct, indirect) = (footprint.embeddedEmissions.direct, footprint.embeddedEmissions.indirect)
        guard direct.determination != nil || indirect.determination != nil, context.category != .electricity,
            context.header.reportingPeriod.isSince(.third, 2024)
        else { return .notApplicable }
        if direct.determination == .other {
            findings.report("direct emissions are not actual values", at: \.embeddedEmissions.direct.determination)
        }
        if indirect.determination == .other {
            findings.report("indirect emissions are not actual values", at: \.embeddedEmissions.indirect.determination)
        }
        return .checked
    }
}
