import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

extension Format {
    /// The workbook by which operators of installations tell importers of their goods: the Commission's communication
    /// template. Its summary sheet is read, and the table of products that others export from it.
    public static let cbamTemplate = Format(
        name: CommunicationTemplate.format,
        title: "Communication template for installations (workbook, or its table of products)",
        versions: [CommunicationTemplate.version],
        writtenVersions: [],
        fileExtension: "xlsx",
        profiles: { _ in ["cbam-producer"] },
        recognize: { start in
            if start.sheets.contains(CommunicationTemplate.summary) {
                return Recognition(
                    confidence: .yes, version: CommunicationTemplate.version,
                    evidence: "a workbook with a sheet \(CommunicationTemplate.summary)"
                )
            }
            guard case .table(let columns) = start.content, Set(columns).isSuperset(of: TemplateTable.telling) else {
                return nil
            }
            return Recognition(
                confidence: .yes, version: CommunicationTemplate.version,
                evidence: "the columns of the summary of products")
        },
        makeReader: { source, limits, _ in TemplateTableReader(CSVReader(source, limits: limits)) },
        writer: { _ in
            SubmissionWriter(
                begin: { _ in Written() }, write: { _, _ in Written() }, separator: [], end: [],
                adapt: { part, _ in .unchanged(part) })
        },
        tables: {
            [
                FieldTable(title: "Summary_Communication", rows: TemplateFields.filing.descriptions),
                FieldTable(title: "Summary_Communication, products", rows: TemplateFields.footprint.descriptions),
                FieldTable(title: "summary_of_products.csv", rows: TemplateTable.footprint.descriptions),
            ]
        },
        packageReader: { package, limits, _ in TemplateReader(package, limits) })
}

enum CommunicationTemplate {
    static let format = "cbam-template"
    static let version = "2"
    static let summary = "Summary_Communication"
    /// The first and the last row of products.
    static let products = 26...125
    /// The columns of products, by their numbers.
    static let columns = 4...51
}
