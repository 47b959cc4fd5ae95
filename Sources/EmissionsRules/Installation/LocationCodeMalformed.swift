import EmissionsDiagnostics
import EmissionsModel

enum LocationCodeMalformed: Rule {
    static let about = RuleDescription(
        code: "INS-003", severity: .warning, title: "UN/LOCODE of the installation is malformed",
        explanation: "A location code has the two letters of the country and three letters or digits from 2 to 9.",
        remedy: "Look up the place in the UN/LOCODE list, for example TRIST for Istanbul.",
        references: [Reference("UN/CEFACT Recommendation 16", "UN/LOCODE"), .cbamTransitional("Annex IV")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("Istanbul") { $0.production.installation.unLocode = "TRIST" },
        .accepts("with the space of the printed list") { $0.production.installation.unLocode = "TR IST" },
        .rejects("a name", at: \.production.installation.unLocode) {
            $0.production.installation.unLocode = "Istanbul"
        },
        .rejects("a country that does not exist", at: \.production.installation.unLocode) {
            $0.production.installation.unLocode = "ZZIST"
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let code = footprint.production.installation.unLocode else { return .notApplicable }
        if !code.isLocationCode {
            findings.report("\(code) is not a UN/LOCODE", at: \.production.installation.unLocode)
        }
        return .checked
    }
}

extension String {
    fileprivate var isLocationCode: Bool {
        let bytes = utf8.filter { $0 != UInt8(ascii: " ") }
        return bytes.count == 5 && utf8.count <= 6 && Countries.isAccepted(String(prefix(2)))
            && bytes.dropFirst(2).allSatisfy { $0.isASCIICapital || $0.isASCIIDigit && $0 > UInt8(ascii: "1") }
    }
}
