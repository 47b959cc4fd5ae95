import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// Where the columns of a mapping stand in one sheet.
struct SheetLayout: Sendable {
    let mapping: SheetMapping
    /// For each column of the mapping its position in the sheet, counted from 0; `nil` where the sheet does not have it.
    let positions: [Int?]
    /// What cells of each column are read by.
    private let spellings: [Spelling<SheetValue>]

    /// The header is what the sheet calls its columns; empty where it does not.
    init(_ mapping: SheetMapping, header: [String]) {
        let names = header.map(\.withoutOddSpaces)
        self.mapping = mapping
        positions = mapping.columns.map { column in
            switch column.place {
            case .name(let name): names.firstIndex(of: name.withoutOddSpaces)
            case .position(let position): header.isEmpty || position < header.count ? position : nil
            }
        }
        spellings = mapping.columns.map { column in
            let kind = column.kind, form = column.form
            return Spelling(
                form.expected(kind), parse: { form.parse($0, as: kind) }, print: { form.print($0) })
        }
    }

    /// For a sheet that is to be written.
    init(_ mapping: SheetMapping, positions: [Int?]) {
        (self.mapping, self.positions, spellings) = (mapping, positions, [])
    }

    func spelling(_ column: Int) -> Spelling<SheetValue> { spellings[column] }

    /// What the figures are for, where the mapping says it of every row.
    var basis: FigureBasis? {
        for constant in mapping.constants {
            if case .footprint(let field) = constant.target, field.name == "declaredUnit.basis",
                case .word(let word) = constant.value
            {
                return FigureBasis(rawValue: word)
            }
        }
        return nil
    }

    /// Whether rows are about imported goods.
    var hasGoods: Bool { mapping.columns.contains { if case .good = $0.meaning { true } else { false } } }

    /// Whether rows say something of the filing as a whole.
    var hasHeader: Bool {
        mapping.columns.contains { if case .header = $0.meaning { true } else { false } }
            || mapping.constants.contains { if case .header = $0.target { true } else { false } }
    }
}

extension SheetColumn {
    /// What kind of value its cells hold.
    var kind: SheetKind {
        switch meaning {
        case .header(let field): field.kind
        case .good(let field): field.kind
        case .footprint(let field): field.kind
        case .result: .number
        case .gasAmount: .number
        case .gas, .module, .scenario, .unit: .text
        case .potentials: .words(WarmingPotentialSet.allCases.map(\.rawValue))
        }
    }
}

/// The cells of a row, by position.
struct SheetCells: Sendable {
    let row: SourceTree.NodeID
    let nodes: [SourceTree.NodeID]

    init(_ row: SourceTree.NodeID, in tree: SourceTree) { (self.row, nodes) = (row, Array(tree.children(of: row))) }
}

extension SheetLayout {
    /// The cell of a column of the mapping, which counts as read; `nil` where it says nothing.
    func cell(_ column: Int, of cells: SheetCells, _ log: inout ReadLog) -> SourceTree.NodeID? {
        guard let position = positions[column], position < cells.nodes.count else { return nil }
        let node = cells.nodes[position]
        log.claim(node)
        let text = log.tree.cellText(node)
        return text.isEmpty || mapping.shape.missing.contains(text) ? nil : node
    }

    /// The columns of the mapping with what they mean.
    var columns: EnumeratedSequence<[SheetColumn]> { mapping.columns.enumerated() }

    /// The column that means something.
    func column(where isMeant: (SheetColumn.Meaning) -> Bool) -> Int? {
        mapping.columns.firstIndex { isMeant($0.meaning) }
    }
}

extension SourceTree {
    /// What stands in a cell, without white space at its ends.
    func cellText(_ id: NodeID) -> String { withText(of: id) { String(decoding: $0.trimmed, as: UTF8.self) } }
}
