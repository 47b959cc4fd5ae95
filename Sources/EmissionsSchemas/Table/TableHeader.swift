import EmissionsDiagnostics
import EmissionsSyntax

extension TableValidator {
    /// Which field stands in which column, and what is wrong with that.
    func readHeader(
        _ row: SourceTree.NodeID, in tree: inout SourceTree, _ findings: inout [Diagnostic]
    ) -> [Column] {
        var positions: [String: Int] = [:]
        for (number, field) in schema.fields.enumerated() { positions[field.name] = number }
        columnOfField = Array(repeating: nil, count: schema.fields.count)
        var columns: [Column] = [], names: [String: SourceTree.NodeID] = [:]
        for cell in Array(tree.children(of: row)) {
            if tree.isPlaceholder(cell) {
                columns.append(schema.match.allowsOthers ? .other : .unnamed)
                continue
            }
            let name = tree.name(of: cell)
            if let first = names[name] {
                report({ .twice(name, first, $0) }, at: cell, in: &tree, &findings)
                columns.append(.other)
                continue
            }
            names[name] = cell
            if let field = positions[name] {
                columnOfField[field] = columns.count
                columns.append(.field(field))
            } else {
                columns.append(.other)
            }
        }
        if !schema.match.allowsOthers {
            for (name, cell) in names.sorted(by: { $0.value < $1.value }) where positions[name] == nil {
                let absent = schema.fields.indices.filter { columnOfField[$0] == nil }.map { schema.fields[$0].name }
                report({ _ in .unforeseen(name, absent) }, at: cell, in: &tree, &findings)
            }
        }
        reportMissing(row, in: &tree, &findings)
        if schema.match == .exact { reportOrder(row, in: &tree, &findings) }
        return columns
    }

    private func reportMissing(
        _ row: SourceTree.NodeID, in tree: inout SourceTree, _ findings: inout [Diagnostic]
    ) {
        if schema.match == .partial, columnOfField.allSatisfy({ $0 == nil }) {
            report({ _ in .noColumn(schema.fields.map(\.name)) }, at: row, in: &tree, &findings)
        }
        let keyFields = Set(schema.keys.filter(\.isPrimary).flatMap(\.fields))
        for (number, field) in schema.fields.enumerated() where columnOfField[number] == nil {
            guard schema.match.needsEveryField || field.isRequired || keyFields.contains(number) else { continue }
            report({ _ in .columnMissing(field.name) }, at: row, in: &tree, &findings)
        }
    }

    /// Says which column is the first that stands in another place than its field.
    private func reportOrder(_ row: SourceTree.NodeID, in tree: inout SourceTree, _ findings: inout [Diagnostic]) {
        let here = schema.fields.indices.filter { columnOfField[$0] != nil }
        let found = here.sorted { (columnOfField[$0] ?? 0) < (columnOfField[$1] ?? 0) }
        guard let (asked, there) = zip(here, found).first(where: { $0 != $1 }), let column = columnOfField[there]
        else { return }
        report(
            { _ in .misplaced(schema.fields[there].name, before: schema.fields[asked].name) }, at: row + 1 + column,
            in: &tree,
            &findings)
    }
}
