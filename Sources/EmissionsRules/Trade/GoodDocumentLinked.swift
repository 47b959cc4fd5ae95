import EmissionsDiagnostics
import EmissionsModel

enum GoodDocumentLinked: Rule {
    static let about = RuleDescription(
        code: "TRD-014", severity: .warning, title: "document of a good is a link",
        explanation: "From the third quarter of 2024 on, the registry takes attached files only.",
        remedy: "Attach the file in place of the link.",
        references: [.cbamManual("supporting documents")])

    static let examples: [RuleExample<ImportedGood>] = [
        .accepts("attached", in: { $0.header.reportingPeriod = ReportingPeriod(.third, "2024") }) {
            $0.documents = [SupportingDocument()]
            $0.documents[0].attachment.filename = "certificate.pdf"
        },
        .rejects(
            "linked", at: "documents[0].attachment.uri",
            in: { $0.header.reportingPeriod = ReportingPeriod(.third, "2024") }
        ) {
            $0.documents = [SupportingDocument()]
            $0.documents[0].attachment.uri = "https://example.com/certificate.pdf"
        },
    ]

    static func check(
        _ good: ImportedGood, in context: RuleContext, _ findings: inout Findings<ImportedGood>
    ) -> Applicability {
        guard !good.documents.isEmpty, context.header.reportingPeriod.isSince(.third, 2024) else {
            return .notApplicable
        }
        for (index, document) in good.documents.enumerated() where document.attachment.uri != nil {
            findings.report("document is a link, must be attached", at: \.documents, index, \.attachment.uri)
        }
        return .checked
    }
}
