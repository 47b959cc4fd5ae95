import EmissionsFormats
import EmissionsModel
import EmissionsSyntax
import Testing

/// Numbers that look random and are the same every time (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Content made up from nothing but what a format says of its fields.
struct ContentGenerator {
    var random: SeededGenerator
    /// How many of a hundred fields are filled.
    var fullness: Int

    init(seed: Int, fullness: Int = 100) { (random, self.fullness) = (SeededGenerator(seed: seed), fullness) }

    /// A file of our own format with a header, goods and footprints made up from the field tables.
    static func file(seed: Int, fullness: Int = 100) -> String {
        var generator = ContentGenerator(seed: seed, fullness: fullness)
        let tables = Format.emx.tables()
        func record(_ title: String) -> CarriedContent {
            generator.record(tables.first { $0.title == title }!.rows)
        }
        let records = ["good", "footprint", "footprint"].map { CarriedContent.record([.init($0, record($0))]) }
        return CarriedContent.record([
            .init("emx", .text("1.0")), .init("header", record("header")), .init("records", .list(records)),
        ]).json
    }

    /// A record with the members that the rows name, nested as their names are.
    mutating func record(_ rows: [FieldDescription]) -> CarriedContent {
        record(rows.map { ($0.name.split(separator: "."), $0) })
    }

    private mutating func record(_ rows: [(steps: [Substring], row: FieldDescription)]) -> CarriedContent {
        var members: [CarriedContent.Member] = []
        var rest = rows[...]
        while let first = rest.first {
            let name = first.steps[0]
            var inside = Array(
                rest.prefix { $0.steps[0] == name }.map { (steps: Array($0.steps.dropFirst()), row: $0.row) })
            rest = rest.dropFirst(inside.count)
            // One answer of several.
            if name == "geography" { inside = [inside.randomElement(using: &random)!] }
            if inside.count == 1, inside[0].steps.isEmpty {
                if isFilled { members.append(.init(String(name), value(of: first.row))) }
            } else if name.hasSuffix("[]") {
                guard isFilled else { continue }
                let items = (0..<Int.random(in: 1...2, using: &random)).map { _ in record(inside) }
                members.append(.init(String(name.dropLast(2)), .list(items)))
            } else if inside.contains(where: { $0.steps == ["amount"] }), inside.count == 2 {
                if isFilled { members.append(.init(String(name), whole(inside))) }
            } else {
                let content = record(inside)
                if content != .record([]) { members.append(.init(String(name), content)) }
            }
        }
        return .record(members)
    }

    /// Emissions have an amount and a unit or are not there.
    private mutating func whole(_ rows: [(steps: [Substring], row: FieldDescription)]) -> CarriedContent {
        let fullness = fullness
        self.fullness = 100
        defer { self.fullness = fullness }
        return record(rows)
    }

    var isFilled: Bool { mutating get { Int.random(in: 0..<100, using: &random) < fullness } }

    private mutating func value(of row: FieldDescription) -> CarriedContent {
        guard row.isList else { return value(row.spelling) }
        let spelling = String(row.spelling.dropFirst("a list; each ".count))
        return .list((0..<Int.random(in: 1...3, using: &random)).map { _ in value(spelling) })
    }

    private mutating func value(_ spelling: String) -> CarriedContent {
        switch spelling {
        case "true or false": .bool(.random(using: &random))
        case "true": .bool(true)
        case "any value": anything(depth: 0)
        case _ where spelling.hasPrefix("an object of format, path and content"):
            .record([
                .init("format", .text("ilcd")), .init("path", .text("/" + word())),
                .init("content", anything(depth: 0)),
            ])
        default: .text(text(spelling))
        }
    }

    /// A text that can be read by a spelling, going by its words.
    mutating func text(_ spelling: String) -> String {
        switch spelling {
        case _ where spelling.hasPrefix("text"): return words()
        case _ where spelling.hasPrefix("a decimal number"): return decimal()
        case _ where spelling.hasPrefix("one of "):
            return spelling.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }
                .map { String($0.element) }.randomElement(using: &random)!
        case _ where spelling.hasPrefix("a date and time"):
            return [
                "2026-01-31", "2026-01-31T23:59:59Z", "2025-12-01T08:00:00.250+01:00", "20240229",
            ].randomElement(using: &random)!
        case "true or false": return Bool.random(using: &random) ? "true" : "false"
        case "true, or nothing": return "true"
        case _ where spelling.hasPrefix("`AR` and a number"): return "AR\(Int.random(in: 4...7, using: &random))"
        case _ where spelling.hasPrefix("the name of a standard"):
            return ["ISO 14067", "PEF", "PACT 3.0", "GHG Protocol Product", "other:PEF", word()]
                .randomElement(using: &random)!
        case _ where spelling.hasPrefix("the name of a database"): return "\(word())@\(decimal())"
        case _ where spelling.hasPrefix("a module of the life cycle"):
            return ["A1", "A1-A3", "C4", "D"].randomElement(using: &random)!
        case _ where spelling.hasPrefix("a URN"): return "urn:\(word()):\(word())"
        default:
            Issue.record("nothing is known of the spelling '\(spelling)'")
            return ""
        }
    }

    private mutating func anything(depth: Int) -> CarriedContent {
        switch Int.random(in: depth > 2 ? 2...5 : 0...5, using: &random) {
        case 0: .record((0...2).map { .init("\(word())\($0)", anything(depth: depth + 1)) })
        case 1: .list((0...2).map { _ in anything(depth: depth + 1) })
        case 2: .text(words())
        case 3: .number("-12.50e3")
        case 4: .bool(false)
        default: .null
        }
    }

    private mutating func words() -> String {
        (0...Int.random(in: 0...2, using: &random)).map { _ in word() }.joined(separator: " ")
    }

    private mutating func word() -> String {
        [
            "steel", "Säge", "a\"b", "c\\d", "鋼", "x|y", "line\nbreak", "1,5", "e\u{301}", "<&>", "it's", "@v", ";",
        ].randomElement(using: &random)! + String(Int.random(in: 0..<1000, using: &random))
    }

    private mutating func decimal() -> String {
        [
            "0", "-12.50", "2140.50", "1e3", "+7", ".5", "0.000000001", "99999999999999999999999999999999999999",
        ].randomElement(using: &random)!
    }
}

extension CarriedContent {
    /// As the format's own writer lays it out.
    var json: String {
        var tree = SourceTree()
        append(to: &tree, named: "", under: nil)
        var bytes: [UInt8] = []
        JSONPrinter.print(tree, indent: 2, into: &bytes)
        return String(decoding: bytes, as: UTF8.self) + "\n"
    }

    private func append(to tree: inout SourceTree, named name: String, under parent: SourceTree.NodeID?) {
        switch self {
        case .text(let text): tree.append(.text, named: name, text: text, under: parent)
        case .number(let text): tree.append(.number, named: name, text: text, under: parent)
        case .bool(let value): tree.append(.bool, named: name, text: String(value), under: parent)
        case .null: tree.append(.null, named: name, under: parent)
        case .list(let items):
            let list = tree.append(.list, named: name, under: parent)
            for item in items { item.append(to: &tree, named: "", under: list) }
        case .record(let members):
            let record = tree.append(.record, named: name, under: parent)
            for member in members { member.content.append(to: &tree, named: member.name, under: record) }
        }
    }
}
