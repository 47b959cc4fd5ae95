import EmissionsDiagnostics
import EmissionsModel

enum FigureNegative: Rule {
    static let about = RuleDescription(
        code: "FIG-001", title: "emissions are negative",
        explanation: """
            Fossil, transport and packaging emissions can be small but not below zero. What is taken out of the
            atmosphere has fields of its own.
            """,
        remedy: "Check the sign, and state removals and uptake in their own fields.",
        references: [
            .pact("fossilGhgEmissions, aircraftGhgEmissions, packagingGhgEmissions"),
            .pact3("outboundLogisticsGhgEmissions"),
        ])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a positive figure") { $0.figures.fossil = .kilograms("1.63") },
        .accepts("nothing") { $0.figures.fossil = .kilograms("0") },
        .rejects("less than nothing", at: \.figures.fossil) { $0.figures.fossil = .kilograms("-5") },
        .rejects("packaging that takes up carbon", at: \.figures.packaging) {
            $0.figures.packaging = .kilograms("-0.1")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let figures = footprint.figures
        guard
            figures.fossil != nil || figures.aircraft != nil || figures.packaging != nil
                || figures.outboundLogistics != nil || figures.inboundLogistics != nil || figures.upstream != nil
        else { return .notApplicable }
        if let fossil = figures.fossil, fossil.amount.isNegative {
            findings.report(.negative("fossil", fossil), at: \.figures.fossil)
        }
        if let aircraft = figures.aircraft, aircraft.amount.isNegative {
            findings.report(.negative("aircraft", aircraft), at: \.figures.aircraft)
        }
        if let packaging = figures.packaging, packaging.amount.isNegative {
            findings.report(.negative("packaging", packaging), at: \.figures.packaging)
        }
        if let logistics = figures.outboundLogistics, logistics.amount.isNegative {
            findings.report(.negative("outbound logistics", logistics), at: \.figures.outboundLogistics)
        }
        if let logistics = figures.inboundLogistics, logistics.amount.isNegative {
            findings.report(.negative("inbound logistics", logistics), at: \.figures.inboundLogistics)
        }
        if let upstream = figures.upstream, upstream.amount.isNegative {
            findings.report(.negative("upstream", upstream), at: \.figures.upstream)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func negative(_ name: String, _ emissions: Emissions) -> Self {
        "\(name) emissions are \(emissions), must not be negative"
    }
}
