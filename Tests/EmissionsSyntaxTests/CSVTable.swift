import EmissionsDiagnostics
import EmissionsSyntax

/// All that a reader says about a table, for looking at.
struct CSVTable {
    var header: [String] = []
    /// Record by record, row by row, cell by cell.
    var records: [[[String]]] = []
    /// The names of the cells beside their texts, for the rows of all records.
    var named: [[String: String]] = []
    /// Every node with its place, one a line.
    var outline = ""
    var findings: [Diagnostic] = []
    var failure: SyntaxError?

    var rows: [[String]] { records.flatMap { $0 } }
    var codes: [Diagnostic.Code] { findings.map(\.code) }
    /// The findings with their cells.
    var places: [String] { findings.map { "\($0.code) \($0.location?.cell ?? "-")" } }

    init(
        _ bytes: [UInt8], chunk: Int = 64 << 10, limits: Limits = Limits(), separator: UInt8? = nil,
        groupedBy: String? = nil
    ) {
        var reader = CSVReader(
            ByteSource(bytes, chunk: chunk), limits: limits, separator: separator, groupedBy: groupedBy)
        var tree = SourceTree()
        do throws(SyntaxError) {
            while let role = try reader.next(into: &tree) {
                add(&tree, as: role)
                findings += reader.takeFindings()
            }
        } catch {
            failure = error
        }
        findings += reader.takeFindings()
    }

    init(_ text: String, chunk: Int = 64 << 10, separator: UInt8? = nil, groupedBy: String? = nil) {
        self.init(Array(text.utf8), chunk: chunk, separator: separator, groupedBy: groupedBy)
    }

    private mutating func add(_ tree: inout SourceTree, as role: RecordRole) {
        for node in 0..<tree.count {
            let place = tree.location(of: node)
            outline += "\(role) \(tree.kind(of: node)) \(tree.name(of: node)) \(tree.text(of: node)) \(place)"
            outline += " +\(place.byteOffset) \(place.length) \(place.cell ?? "")\n"
        }
        if role == .header {
            header = tree.children(of: SourceTree.root).map { tree.name(of: $0) }
            return
        }
        records.append(
            tree.children(of: SourceTree.root).map { tree.children(of: $0).map { tree.text(of: $0) } })
        for row in tree.children(of: SourceTree.root) {
            let cells = tree.children(of: row).map { (tree.name(of: $0), tree.text(of: $0)) }
            named.append(Dictionary(cells) { first, _ in first })
        }
    }
}

extension SourceLocation {
    var cell: String? { if case .cell(let cell) = address { cell } else { nil } }
}
