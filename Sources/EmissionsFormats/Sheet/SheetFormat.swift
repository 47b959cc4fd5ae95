import EmissionsDiagnostics
import EmissionsSyntax

extension SheetMapping {
    /// The mapping as a format like any other, which is read, written and accounted for.
    public var format: Format {
        let mapping = self, writer = SheetWriter(mapping), adaptation = SheetAdaptation(mapping)
        return Format(
            name: formatName, title: title ?? "A spreadsheet (CSV) by the mapping \(name)", versions: ["1"],
            writtenVersions: ["1"], fileExtension: "csv", profiles: { _ in ["core"] },
            recognize: { start in
                guard case .table = start.content else { return nil }
                return Recognition(confidence: .maybe, version: "1", evidence: "the mapping \(mapping.name)")
            },
            makeReader: { source, limits, observer in MappedSheetReader(mapping, source, limits, observer?.csv) },
            writer: { _ in
                SubmissionWriter(
                    begin: writer.begin, write: writer.write, separator: [], end: [],
                    adapt: { part, _ in adaptation.adapt(part) })
            },
            tables: { [FieldTable(title: "columns", rows: mapping.descriptions)] })
    }

    /// Its columns, for messages and documentation.
    private var descriptions: [FieldDescription] {
        columns.map { column in
            FieldDescription(
                name: column.name, path: column.path, spelling: column.form.expected(column.kind))
        }
    }
}

extension SheetColumn {
    fileprivate var path: String? {
        switch meaning {
        case .header(let field): field.name
        case .good(let field): field.name
        case .footprint(let field): field.name
        case .result: "results.amounts.amount"
        case .module: "results.amounts.modules"
        case .scenario: "results.amounts.scenario"
        case .gas, .gasAmount, .potentials, .unit: nil
        }
    }
}
