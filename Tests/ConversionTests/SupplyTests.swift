import EmissionsDiagnostics
import EmissionsExchange
import EmissionsFormats
import EmissionsSyntax
import Testing

/// What a source does not say can be supplied, and is accounted for as supplied.
@Suite struct SupplyTests {
    private func convert(
        _ json: String, to target: String, version: String? = nil, _ assignments: [String]
    ) throws -> (text: String, report: ConversionReport) {
        let (defaults, problems) = try Defaults.read(assignments: assignments)
        #expect(problems == [])
        var converter = converter(to: try #require(Format.named(target)), version: version)
        converter.supply = { defaults.apply(to: &$0) }
        let (output, report) = try converter.convert(Array(json.utf8))
        return (String(decoding: output, as: UTF8.self), report)
    }

    private let footprint =
        #"{"specVersion":"3.0.0","productNameCompany":"Coil","pcf":{"declaredUnitOfMeasurement":"liter","declaredUnitAmount":"3","pcfExcludingBiogenicUptake":"10"}}"#

    @Test func whatOnlyTheTargetsKindOfRecordHasIsFilledIn() throws {
        let (text, report) = try convert(
            footprint, to: "cbam-qreport", ["header.reportingPeriod.year=2025", "good.originCountry=TR"])
        #expect(text.contains("<Year>2025</Year>"))
        #expect(text.contains("<OriginCountry>"))
        #expect(report.supplied == ["header.reportingPeriod.year", "footprints[0].originCountry"])
        #expect(report.account.supplied == 2)
        #expect(!report.losses.contains { $0.kind == .added && $0.path.hasSuffix("originCountry") })
    }

    @Test func theHelpOfAMissingFieldWorksAsItIsWritten() throws {
        let (_, bare) = try convert(footprint, to: "cbam-qreport", [])
        let helps = bare.source.findings.filter { $0.code == "TGT-001" }.compactMap(\.help)
        let assignments: [String] = helps.compactMap { help in
            let quoted: Substring? = help.split(separator: "'").dropFirst().first
            return quoted.map { String($0).replacing("VALUE", with: "1") }
        }
        #expect(!assignments.isEmpty && assignments.count == helps.count)
        let (_, problems) = try Defaults.read(assignments: assignments)
        let misunderstood: [Diagnostic] = problems.filter { $0.code == "DEF-001" || $0.code == "DEF-003" }
        #expect(misunderstood.isEmpty)
    }

    @Test func aSuppliedValueNeverReplacesWhatTheSourceSays() throws {
        let (text, report) = try convert(
            footprint, to: "pact", ["product.name=Other", "product.description=Mild steel"])
        #expect(text.contains(#""productNameCompany": "Coil""#))
        #expect(text.contains(#""productDescription": "Mild steel""#))
        #expect(report.supplied == ["footprints[0].product.description"])
    }

    @Test func aFigureWithoutAnExactValueCanBeSupplied() throws {
        let (text, report) = try convert(
            footprint, to: "pact", version: "2.3", ["figures.excludingBiogenicUptake=3.333 kgCO2e"])
        #expect(text.contains(#""pCfExcludingBiogenic": "3.333""#))
        #expect(!report.source.findings.contains { $0.code == "TGT-003" })
        #expect(report.account.isBalanced && report.account.supplied == 1)
    }
}
