import EmissionsDiagnostics
import EmissionsExchange
import EmissionsFormats
import EmissionsModel
import EmissionsReports
import EmissionsRules
import EmissionsSyntax
import Testing

/// What reports make of rules that passed, failed, do not apply or were not run, and of usability.
@Suite struct RuleOutcomeReportTests {
    private let broken = validate(
        #"[{"pcf": {"declaredUnitAmount": "-1", "pcfExcludingBiogenicUptake": "1"}}]"#, profiles: nil)
    private let cutOff = validate(#"[{"pcf": {"declaredUnitAmount": "1"}}, {"pcf""#, profiles: nil)

    @Test func jsonHasOneOutcomePerRule() throws {
        let leaves = try JSONReportTests.leaves(JSONReportTests.text([broken]))
        let index = try #require(broken.ruleOutcomes.firstIndex { $0.code == "DU-002" })
        #expect(leaves["/files/0/rules/\(index)/code"] == "DU-002")
        #expect(leaves["/files/0/rules/\(index)/status"] == "failed")
        #expect(leaves["/files/0/rules/\(index)/failed"] == "1")
        #expect(leaves["/files/0/rules/\(index)/reason"] == nil)
        #expect(leaves["/files/0/ruleCounts/failed"] == "\(broken.ruleOutcomes.count { $0.status == .failed })")
    }

    @Test func jsonSaysWhyARuleWasNotRun() throws {
        let leaves = try JSONReportTests.leaves(JSONReportTests.text([cutOff]))
        let index = try #require(cutOff.ruleOutcomes.firstIndex { $0.code == "DU-002" })
        #expect(leaves["/files/0/rules/\(index)/status"] == "notRun")
        #expect(leaves["/files/0/rules/\(index)/reason"] == "the file could not be read to its end")
    }

    @Test func aListWithoutFootprintsIsCheckedByNothing() {
        var options = ReadingOptions(today: .init(2026, 11, 24))
        options.format = .pact
        let report = Validator(options).validate(path: "in.json", ByteSource(Array(#"{"data": []}"#.utf8)))
        #expect(report.ruleOutcomes.allSatisfy { $0.status == .notRun || $0.status == .notApplicable })
        #expect(report.ruleOutcomes.first { $0.code == "DU-002" }?.reason == "no footprints in this file")
    }

    @Test func rulesThatPassedAreCasesOfJUnit() {
        let text = ReportFormatTests.text(.junit, [broken])
        #expect(text.contains("name=\"DU-001 declared unit is missing\" time=\"0\">\n      <failure"))
        #expect(text.contains("name=\"PER-001 reference period does not end after it starts\"") == false)
        #expect(text.contains("name=\"ID-004 footprint is its own predecessor\"") == false)
        #expect(text.contains("name=\"CC-001 carbon content is negative\"") == false)
        #expect(text.contains("name=\"FIG-003 total without biogenic uptake is negative\" time=\"0\"/>"))
    }

    @Test func rulesThatWereNotRunAreSkippedInJUnit() {
        let text = ReportFormatTests.text(.junit, [cutOff])
        #expect(text.contains("<skipped message=\"the file could not be read to its end\"/>"))
        #expect(text.contains("skipped=\"0\"") == false)
    }

    @Test func thePageHasATableOfRules() {
        let one = ReportFormatTests.text(.html, [broken])
        #expect(one.contains("<td><strong>failed</strong></td>"))
        #expect(one.contains("<td>not run: no imported goods in this file</td>"))
        let two = ReportFormatTests.text(.html, [broken, cutOff])
        #expect(two.contains("Numbers are of files."))
    }

    @Test func usabilityIsCountedPerFile() throws {
        let leaves = try JSONReportTests.leaves(JSONReportTests.text([broken]))
        #expect(leaves["/files/0/usability/levels/0/footprints"] == "1")
        #expect(leaves["/files/0/usability/lacking/0/path"] == "identity.identifier")
        #expect(ReportFormatTests.text(.html, [broken]).contains("<h2 id=\"usability-title\">Usability</h2>"))
    }

    @Test func aFilingHasNoUsability() throws {
        let filing = validate("<QReport xmlns=\"http://xmlns.ec.eu/BusinessObjects/CBAM/Types/V1\"/>", profiles: nil)
        #expect(filing.usability == nil)
        #expect(!ReportFormatTests.text(.html, [filing]).contains("usability-title"))
    }

    @Test func usabilityIsCountedWhateverIsListed() {
        let footprint = #"{"pcf": {"declaredUnitAmount": "1"}}"#
        let list = "[" + Array(repeating: footprint, count: 20).joined(separator: ",") + "]"
        #expect(validate(list, maxFindings: 3, profiles: nil).usability?.footprints == 20)
    }

    @Test func whatTheEndOfAFileShowsHasItsPlace() {
        let xml = """
            <QReport xmlns="http://xmlns.ec.eu/BusinessObjects/CBAM/Types/V1">
            <TotalImported>3</TotalImported>
            </QReport>
            """
        let finding = validate(xml, profiles: nil).findings.first { $0.code == "REP-008" }
        #expect(finding?.location?.line == 2)
        #expect(finding?.value == "3")
    }
}
