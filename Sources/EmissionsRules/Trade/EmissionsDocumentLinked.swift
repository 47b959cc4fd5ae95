import EmissionsDiagnostics
import EmissionsModel

enum EmissionsDocumentLinked: Rule {
    static let about = RuleDescription(
        code: "TRD-015", severity: .warning, title: "document on emissions is a link",
        explanation: "From the third quarter of 2024 on, the registry takes attached files only.",
        remedy: "Attach the file in place of the link.",
        references: [.cbamManual("supporting documents")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("attached", in: { $0.header.reportingPeriod = ReportingPeriod(.third, "2024") }) {
            $0.production.documents = [SupportingDocument()]
            $0.production.documents[0].attachment.filename = "report.pdf"
        },
        .rejects(
            "linked", at: "production.documents[0].attachment.uri",
            in: { $0.header.reportingPeriod = ReportingPeriod(.third, "2024") }
        ) {
            $0.production.documents = [SupportingDocument()]
            $0.production.documents[0].attachment.uri = "https://example.com/report.pdf"
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !footprint.production.documents.isEmpty, context.header.reportingPeriod.isSince(.third, 2024)
        else { return .notApplicable }
        for (index, document) in footprint.production.documents.enumerated() where document.attachment.uri != nil {
            findings.report("document is a link, must be attached", at: \.production.documents, index, \.attachment.uri)
        }
        return .checked
    }
}
