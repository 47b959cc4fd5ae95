import EmissionsDiagnostics
import EmissionsSyntax
import TestSupport
import Testing

/// The XML Conformance Test Suite of W3C, as far as it is about XML 1.0 fifth edition and namespaces.
@Suite(.enabled(if: Shared.has("conformance/xmlconf"), "shared/conformance/xmlconf is not here"))
struct XMLConformanceTests {
    private static let folder = "conformance/xmlconf/"

    /// One test of the catalogue.
    private struct Case: CustomStringConvertible {
        var id = "", kind = "", path = "", version = "1.0", recommendation = "XML1.0", edition: String?
        var description: String { "\(kind) \(id) \(path)" }
        var isSelected: Bool {
            version == "1.0" && kind != "error" && (edition?.contains("5") ?? true)
                && (recommendation.hasPrefix("XML1.0") || recommendation.hasPrefix("NS1.0"))
        }
    }

    /// Those that are well-formed and yet refused: names with several colons, which namespaces do not allow.
    private static let refused: Set = ["o-p04pass1", "o-p05pass1"]
    /// Those that only speak of a DOCTYPE, in a comment, a processing instruction or a CDATA section.
    private static let harmless: Set = ["o-p15pass1", "o-p16pass1", "o-p18pass1"]

    @Test func everyDocumentGetsItsVerdict() throws {
        let cases = try Self.cases()
        #expect(cases.count == 1974)
        var withDocumentType = 0
        for test in cases {
            let bytes = try Shared.bytes(Self.folder + "xmlconf/" + test.path)
            let hasDocumentType = Self.speaksOfDocumentType(bytes) && !Self.harmless.contains(test.id)
            let code = ReadXML(bytes).error?.diagnostic.code
            if !hasDocumentType {
                let isAcceptable = test.kind != "not-wf" && !Self.refused.contains(test.id)
                #expect((code == nil) == isAcceptable, "\(test)")
            } else if test.kind == "not-wf" {
                withDocumentType += 1
                #expect(code != nil, "\(test)")
            } else {
                withDocumentType += 1
                #expect(code == "SYN-020", "\(test)")
            }
        }
        #expect(withDocumentType == 1656)
    }

    /// Also in UTF-16.
    private static func speaksOfDocumentType(_ bytes: [UInt8]) -> Bool {
        bytes.filter { $0 != 0 }.split(separator: UInt8(ascii: "<")).contains { $0.starts(with: "!DOCTYPE".utf8) }
    }

    /// The catalogue, which has a document type declaration itself.
    private static func cases() throws -> [Case] {
        let bytes = try Shared.bytes(folder + "cleaned/xmlconf-flattened.xml")
        let text = String(decoding: bytes, as: UTF8.self)
        let body = try #require(text.firstRange(of: "<TESTSUITE"))
        let read = ReadXML(String(text[body.lowerBound...]))
        try #require(read.error == nil, "\(read.complaint)")
        let tree = read.header
        var found: [Case] = []
        collect(tree, SourceTree.root, base: "", into: &found)
        return found.filter(\.isSelected)
    }

    private static func collect(
        _ tree: SourceTree, _ id: SourceTree.NodeID, base: String, into found: inout [Case]
    ) {
        var attributes: [String: String] = [:]
        for child in tree.children(of: id) { attributes[tree.name(of: child)] = tree.text(of: child) }
        if tree.name(of: id) == "TEST" {
            var test = Case()
            test.id = attributes["@ID"] ?? ""
            test.kind = attributes["@TYPE"] ?? ""
            test.path = base + (attributes["@URI"] ?? "")
            test.version = attributes["@VERSION"] ?? "1.0"
            test.recommendation = attributes["@RECOMMENDATION"] ?? "XML1.0"
            test.edition = attributes["@EDITION"]
            found.append(test)
        }
        let base = base + (attributes["@base"] ?? "")
        for child in tree.children(of: id) where tree.name(of: child).hasPrefix("TEST") {
            collect(tree, child, base: base, into: &found)
        }
    }
}
