import EmissionsDiagnostics
import EmissionsRules
import TestSupport
import Testing

/// What `docs/rules-coverage.md` says of the rules is true of the catalog.
@Suite struct CoverageDocumentTests {
    private let page: String

    init() throws { page = String(decoding: try read(packageFolder + "/docs/rules-coverage.md"), as: UTF8.self) }

    @Test func everyCodeThatIsNamedIsARuleThatIsChecked() {
        let codes = page.matches(of: /\[([A-Z]+-\d{3})\]\(rules\/([A-Z]+-\d{3})\.md\)/)
        #expect(codes.count > 100)
        for code in codes {
            #expect(code.1 == code.2)
            #expect(RuleCatalog.rule(Diagnostic.Code(String(code.1)))?.about.status == .active, "\(code.1)")
        }
    }

    @Test func everyRuleHasARequirement() {
        let active = RuleCatalog.all.map { $0.about }.filter { $0.status == .active }.map(\.code.description)
        #expect(active.filter { !page.contains("[\($0)](rules/\($0).md)") } == [])
    }

    @Test(arguments: 1...30) func everyRequirementOnFootprintsIsAccountedFor(_ number: Int) {
        #expect(page.components(of: "| R\(number) |") == 1)
    }

    @Test func everyRowSaysWhatFindsItOrWhyNothingDoes() {
        for line in page.split(separator: "\n") where line.hasPrefix("| ") && line.contains("not checked") {
            let remark = line.split(separator: "|").last.map(String.init) ?? ""
            #expect(remark.count > 10, "\(line)")
        }
    }

    @Test func theFieldsOfTheUsabilityModelAreListed() {
        #expect(UsabilityField.allCases.map(\.words).filter { !page.contains($0) } == [])
    }
}

extension String {
    fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
