import EmissionsDiagnostics
import EmissionsModel

extension SheetField<ProductFootprint> {
    /// A code of the product in a system: `product.classifications.CN`.
    static func classification(_ system: ClassificationSystem) -> SheetField {
        let path = FieldPath(\ProductFootprint.product.classifications)
        return SheetField(
            name: "\(path).\(system.rawValue)", kind: .text,
            get: { record in
                record.product.classifications.first { $0.system == system && $0.urn == nil }?.code.map { .text($0) }
            },
            set: { record, value in
                guard case .text(let code) = value else { return path }
                record.product.classifications.append(Classification(system, code))
                return path.appending(.index(record.product.classifications.count - 1)).appending("code")
            })
    }

    /// Where the footprint holds: one answer, so that the last column with one counts.
    static func geography(
        _ name: String, _ value: @escaping @Sendable (String) -> Geography,
        _ code: @escaping @Sendable (Geography) -> String?
    ) -> SheetField {
        let path = FieldPath(\ProductFootprint.geography)
        return SheetField(
            name: "\(path).\(name)", kind: .text, get: { $0.geography.flatMap(code).map { .text($0) } },
            set: { record, text in
                guard case .text(let text) = text else { return path }
                record.geography = value(text)
                return path
            })
    }

    /// The report of the IPCC whose potentials were used; the first of several.
    static let report: SheetField = {
        let path = FieldPath(\ProductFootprint.methodology.assessmentReports)
        let words = (2...9).map { AssessmentReport(number: $0).description }
        return SheetField(
            name: path.description, kind: .words(words),
            get: { $0.methodology.assessmentReports.first.map { .word($0.description) } },
            set: { record, value in
                guard case .word(let word) = value, let number = Int(word.dropFirst(2)) else { return path }
                record.methodology.assessmentReports.append(AssessmentReport(number: number))
                return path.appending(.index(record.methodology.assessmentReports.count - 1))
            }, items: { $0.methodology.assessmentReports.map { .word($0.description) } })
    }()

    /// The standard behind the figures; the only one.
    static let standards: SheetField = {
        let path = FieldPath(\ProductFootprint.methodology.standards)
        return SheetField(
            name: path.description, kind: .text,
            get: {
                $0.methodology.standards.first.flatMap { Spelling<CrossSectoralStandard>.word.print($0) }.map {
                    .text($0)
                }
            },
            set: { record, value in
                guard case .text(var text) = value,
                    let standard = text.withUTF8({ Spelling<CrossSectoralStandard>.word.parse($0) })
                else { return path }
                record.methodology.standards.append(standard)
                return path.appending(.index(record.methodology.standards.count - 1))
            },
            items: { record in
                record.methodology.standards.compactMap {
                    Spelling<CrossSectoralStandard>.word.print($0).map { .text($0) }
                }
            })
    }()
}
