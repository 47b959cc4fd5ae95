import EmissionsModel
import EmissionsSyntax

/// What has no column, as JSON in the cell of one: `{"footprint":[{"format":…,"path":…,"content":…}]}`.
struct OtherValues: Hashable, Sendable {
    var header: [Carried] = []
    var good: [Carried] = []
    var footprint: [Carried] = []

    var isEmpty: Bool { self == OtherValues() }

    private static let members: [(name: String, key: any WritableKeyPath<OtherValues, [Carried]> & Sendable)] = [
        ("header", \.header), ("good", \.good), ("footprint", \.footprint),
    ]

    static let spelling = Spelling<OtherValues>(
        expected: "a JSON object of header, good and footprint, each a list of " + Carried.expected,
        parse: { bytes in OtherValues(json: Array(bytes)) }, print: { $0.isEmpty ? nil : $0.json })

    init() {}

    private init?(json: [UInt8]) {
        var reader = JSONReader(ByteSource(json)), tree = SourceTree()
        guard case .record? = try? reader.next(into: &tree), reader.takeFindings().isEmpty,
            case .record(let parts) = tree.content(of: SourceTree.root), (try? reader.next(into: &tree)) == .some(nil)
        else { return nil }
        for part in parts {
            guard let member = Self.members.first(where: { $0.name == part.name }),
                case .list(let items) = part.content
            else { return nil }
            for item in items {
                guard let carried = Carried(item) else { return nil }
                self[keyPath: member.key].append(carried)
            }
        }
    }

    private var json: String {
        var tree = SourceTree()
        let root = tree.append(.record)
        for member in Self.members where !self[keyPath: member.key].isEmpty {
            tree.append(.list(self[keyPath: member.key].map(\.record)), named: member.name, under: root)
        }
        var bytes: [UInt8] = []
        JSONPrinter.print(tree, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
