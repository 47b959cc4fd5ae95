import EmissionsDiagnostics
import EmissionsSyntax
import Testing

@Suite struct YAMLDocumentTests {
    /// The leaves with their kinds, texts, addresses and places.
    static func leaves(_ text: String) throws -> [String] {
        var tree = try YAMLDocument(Array(text.utf8)).tree
        return tree.values().map { node in
            let location = tree.location(of: node)
            let address = if case .pointer(let pointer) = location.address { pointer } else { "" }
            return "\(address) \(tree.kind(of: node)) '\(tree.text(of: node))' \(location)"
        }
    }

    static func problem(_ text: String) -> String? {
        do {
            _ = try YAMLDocument(Array(text.utf8))
            return nil
        } catch {
            return
                "\(error.diagnostic.location?.description ?? "") \(error.diagnostic.code) \(error.diagnostic.message)"
        }
    }

    @Test func valuesHaveTheirPlaces() throws {
        #expect(
            try Self.leaves("a: 1\nb:\n  - 'x'\n  - {c: true}\n") == [
                "/a number '1' 1:4", "/b/0 text 'x' 3:5", "/b/1/c bool 'true' 4:9",
            ])
    }

    @Test func columnsAreCountedInCharacters() throws {
        #expect(try Self.leaves("\u{FEFF}äö: {é: x}") == ["/äö/é text 'x' 1:9"])
    }

    @Test(arguments: [
        ("no", SourceTree.Kind.text), ("yes", .text), ("12:30", .text), ("0x1F", .text), ("007", .text), (".5", .text),
        ("1.50", .number), ("-1e3", .number), ("true", .bool), ("True", .text), ("~", .null), ("'1'", .text),
        ("2026-01-01", .text),
    ])
    func onlyWhatLooksLikeJSONIsNoText(text: String, kind: SourceTree.Kind) throws {
        let tree = try YAMLDocument(Array("a: \(text)".utf8)).tree
        let node = try #require(tree.firstChild(of: SourceTree.root))
        #expect(tree.kind(of: node) == kind)
    }

    @Test(arguments: [
        ("a: &x 1\nb: *x", "1:4 YML-002 there is an anchor (&name)"),
        ("a: !!str 1", "1:4 YML-002 there is a tag (!name)"),
        ("a: 1\n---\nb: 2", "2:1 YML-002 there is a second document"),
        ("a: 1\na: 2", "2:1 YML-002 the key 'a' is given twice"),
        ("? [a]\n: 1", "1:3 YML-002 a key is no single text"),
        ("", "1:1 YML-002 the file is empty"),
        ("a: b: c", "1:5 YML-001 this is not YAML: mapping values are not allowed in this context"),
        ("a: 'x", "1:6 YML-001 this is not YAML: found unexpected end of stream"),
    ])
    func whatIsNotTakenIsToldWithItsPlace(text: String, problem: String) {
        #expect(Self.problem(text) == problem)
    }

    @Test func depthIsLimited() {
        #expect(Self.problem(String(repeating: "[", count: 1_000))?.contains("more than 64 levels") == true)
    }

    @Test func noBytesTrap() {
        var numbers = SystemRandomNumberGenerator()
        let pieces =
            Array("a: - [] {} & * ! | > ' \" % @ ` # , ? \n \t \r é 🌍 --- ... : 1".utf8) + [0, 0xFF, 0xC3, 0x80]
        for _ in 0..<20_000 {
            let count = Int.random(in: 0...30, using: &numbers)
            let bytes = (0..<count).map { _ in pieces.randomElement(using: &numbers) ?? 0 }
            do {
                var tree = try YAMLDocument(bytes).tree
                for node in tree.values() { #expect(tree.location(of: node).line > 0) }
            } catch { #expect(!error.diagnostic.message.description.isEmpty) }
        }
    }
}
