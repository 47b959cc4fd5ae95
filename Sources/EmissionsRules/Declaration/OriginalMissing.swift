import EmissionsDiagnostics
import EmissionsModel

enum OriginalMissing: Rule {
    static let about = RuleDescription(
        code: "DEC-023", severity: .note, title: "document of the declaration is not named",
        explanation: """
            What is verified is the document that the programme publishes. The data set is a rendition of it,
            which users may want to compare.
            """,
        remedy: "Refer to the published declaration, or to the address where it stands.",
        references: [.inData("referenceToOriginalEPD, permanentDataSetURI"), .openEPD("declaration_url")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("the document") { $0.declaration.originals = [.init("EPD-EXA-20240001.pdf")] },
        .accepts("an address") { $0.declaration.publication.permanentAddress = "https://epd.example/1" },
        .rejects("neither", at: \.declaration.originals) { $0.declaration.kind = .specific },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.isInGood, !footprint.isBackgroundData else { return .notApplicable }
        if footprint.declaration.originals.allSatisfy(\.isEmpty), footprint.declaration.documents.allSatisfy(\.isEmpty),
            footprint.declaration.publication.permanentAddress?.isEmpty ?? true
        {
            findings.report("document of the declaration is not named", at: \.declaration.originals)
        }
        return .checked
    }
}
