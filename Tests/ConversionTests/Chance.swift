import EmissionsFormats
import EmissionsSyntax
import TestSupport

/// Changed samples, the same in every run.
struct Chance: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 20_261_124 }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    private static let texts = [
        "", " ", "banana", "12", "1,5", "1.2e+3", "-0.5", "12 kg", "NaN", "INF", "1e400", "2025-02-30", "20250230",
        "2025-13-01", "2025-01-01", "2025-01-01T25:00:00Z", "2025-01-01T10:00:00+01:00", "true", "false", "True", "kg",
        "DE", "{", "{}", "a | b", "|", "\\", "Ä", "1 ", String(repeating: "9", count: 60),
    ]

    mutating func text() -> String { Self.texts.randomElement(using: &self) ?? "" }

    // MARK: JSON

    mutating func changedSubmission() throws -> JSONValue {
        let path = SchemaVerdicts.files.filter { $0.hasSuffix(".json") }.randomElement(using: &self) ?? ""
        var reader = JSONReader(ByteSource(try read("\(packageFolder)/samples/\(path)"))), tree = SourceTree()
        _ = try reader.next(into: &tree)
        var value = JSONValue(tree)
        for _ in 0..<Int.random(in: 1...2, using: &self) { value = changed(value) }
        return value
    }

    /// The value with one change somewhere in it; the outermost members stay.
    private mutating func changed(_ value: JSONValue, depth: Int = 0) -> JSONValue {
        let goesDeeper = depth < 3 || Int.random(in: 0..<4, using: &self) > 0
        switch value {
        case .object(var members) where !members.isEmpty:
            let index = Int.random(in: members.indices, using: &self)
            if depth == 0 || goesDeeper && members[index].value.isContainer {
                members[index].value = changed(members[index].value, depth: depth + 1)
                return .object(members)
            }
            switch Int.random(in: 0..<5, using: &self) {
            case 0: members.remove(at: index)
            case 1: members[index].name += "x"
            case 2: members.reverse()
            default: members[index].value = other(members[index].value)
            }
            return .object(members)
        case .list(var items) where !items.isEmpty:
            let index = Int.random(in: items.indices, using: &self)
            switch goesDeeper ? 9 : Int.random(in: 0..<3, using: &self) {
            case 0: items.remove(at: index)
            case 1: items.append(items[index])
            case 2: items[index] = other(items[index])
            default: items[index] = changed(items[index], depth: depth + 1)
            }
            return .list(items)
        default: return depth < 2 ? value : other(value)
        }
    }

    /// A value of another type or another value of its own.
    private mutating func other(_ value: JSONValue) -> JSONValue {
        switch Int.random(in: 0..<9, using: &self) {
        case 0: .number("12.5")
        case 1: .bool(true)
        case 2: .null
        case 3: [value]
        case 4: ["x": value]
        case 5: if case .text(let text) = value { .text(String(repeating: text, count: 40)) } else { "" }
        default: .text(text())
        }
    }

    // MARK: CSV

    mutating func changedTable() throws -> [UInt8] {
        let path = SchemaVerdicts.files.filter { $0.hasSuffix(".csv") }.randomElement(using: &self) ?? ""
        var rows = try Self.rows(try read("\(packageFolder)/samples/\(path)"))
        for _ in 0..<Int.random(in: 1...2, using: &self) {
            let row = Int.random(in: 1..<max(2, rows.count), using: &self) % rows.count
            // Half of the columns are empty.
            let filled = rows[row].indices.filter { !rows[row][$0].isEmpty }
            guard let column = filled.randomElement(using: &self) else { continue }
            switch Int.random(in: 0..<10, using: &self) {
            case 0: for index in rows.indices where column < rows[index].count { rows[index].remove(at: column) }
            case 1: for index in rows.indices { rows[index].append(rows[index].first ?? "") }
            case 2: if column < rows[0].count { rows[0][column] += "x" }
            case 3: for index in rows.indices { rows[index].reverse() }
            case 4: rows[row].removeLast()
            case 5: rows[row][column] = String(repeating: rows[row][column], count: 40)
            default: rows[row][column] = text()
            }
        }
        var bytes: [UInt8] = []
        for row in rows { CSVPrinter.row(row, into: &bytes) }
        return bytes
    }

    private static func rows(_ bytes: [UInt8]) throws -> [[String]] {
        var reader = CSVReader(ByteSource(bytes), limits: Limits()), tree = SourceTree(), rows: [[String]] = []
        while let role = try reader.next(into: &tree) {
            for row in role == .header ? [SourceTree.root] : Array(tree.children(of: SourceTree.root)) {
                rows.append(tree.children(of: row).map { role == .header ? tree.name(of: $0) : tree.text(of: $0) })
            }
        }
        return rows
    }
}

extension JSONValue {
    fileprivate var isContainer: Bool {
        switch self {
        case .list, .object: true
        default: false
        }
    }
}
