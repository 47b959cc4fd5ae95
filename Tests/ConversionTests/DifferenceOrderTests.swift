import EmissionsExchange
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax
import Testing

/// Where things stand in a file makes no difference.
@Suite struct DifferenceOrderTests {
    private static let json = Sample.all.filter { $0.path.hasSuffix(".json") }

    /// Formats in which lists are carried as they are.
    private static let keeping: Set = ["catena-x-cbam", "untp-dpp"]

    /// Members of objects come in any order, and so do records and the items of all lists of the model.
    @Test(arguments: json) func reorderingChangesNothing(_ sample: Sample) throws {
        let format = try #require(Format.named(sample.format))
        let bytes = try sample.bytes()
        let found = try differences(
            bytes, reversed(bytes, keepingLists: Self.keeping.contains(sample.format)), as: format, format,
            isStrict: true)
        #expect(found.report.isWhole)
        #expect(
            found.records.flatMap(\.differences).map { "\($0.kind) \($0.path) \($0.a.value ?? "") \($0.b.value ?? "")" }
                == [])
        #expect(!found.report.summary.differs)
    }

    /// The document with the members of every object and the items of every list in reverse, but for lists in content
    /// that is carried as it is, whose items nobody can tell apart.
    private func reversed(_ bytes: [UInt8], keepingLists: Bool = false) throws -> [UInt8] {
        var reader = JSONReader(ByteSource(bytes))
        var tree = SourceTree(), result = SourceTree(), records: [[UInt8]] = []
        func copy(_ node: SourceTree.NodeID, under parent: SourceTree.NodeID?, isOpaque: Bool) {
            let name = tree.name(of: node), kind = tree.kind(of: node)
            let new = result.append(
                kind, named: name, text: tree.isLeaf(node) ? tree.text(of: node) : "", under: parent)
            // The first of names in several languages is the product's.
            let isOpaque = isOpaque || ["extensions", "carried", "baseName"].contains(name)
            let children = Array(tree.children(of: node))
            // Our own form has its header first.
            let isFixed = isOpaque && kind == .list || parent == nil && tree.kind(of: node) == .record
            for child in isFixed ? children : children.reversed() {
                copy(child, under: new, isOpaque: isOpaque)
            }
        }
        while try reader.next(into: &tree) != nil {
            var output: [UInt8] = []
            result.removeAll()
            copy(SourceTree.root, under: nil, isOpaque: keepingLists)
            JSONPrinter.print(result, indent: 2, startingIndent: 0, into: &output)
            records.append(output)
        }
        // A list of records comes record by record.
        guard records.count > 1 else { return records.first ?? [] }
        return Array("[".utf8) + Array(records.reversed().joined(separator: Array(",".utf8))) + Array("]".utf8)
    }
}
