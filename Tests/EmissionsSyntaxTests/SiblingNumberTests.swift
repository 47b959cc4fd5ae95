import EmissionsDiagnostics
import Testing

@testable import EmissionsSyntax

@Suite struct SiblingNumberTests {
    /// A root with `count` children called `a`, `b`, `c` in turn, and one called `only` in their midst.
    static func tree(_ count: Int) -> SourceTree {
        var tree = SourceTree()
        tree.syntax = .xml
        tree.rootAddress = "/r"
        let root = tree.append(.record)
        for index in 0..<count {
            if index == count / 2 { tree.append(.text, named: "only", under: root) }
            tree.append(.text, named: ["a", "b", "c"][index % 3], under: root)
        }
        return tree
    }

    static func addresses(_ tree: SourceTree) -> [EmissionsDiagnostics.SourceLocation.Address] {
        tree.children(of: SourceTree.root).map { tree.address(of: $0) }
    }

    @Test(arguments: [3, 15, 16, 17, 100]) func numberingChangesNoAddress(_ count: Int) {
        var tree = Self.tree(count)
        let counted = Self.addresses(tree)
        tree.numberSiblings(upwardsFrom: 1)
        #expect(Self.addresses(tree) == counted)
        #expect(counted.contains(.xpath("/r/only")))
    }

    /// What would take the square of their number otherwise.
    @Test func manySiblingsAreCountedOnceForAll() throws {
        let text = "<r>" + String(repeating: "<a>1</a>", count: 100) + "</r>"
        var reader = XMLReader(ByteSource(Array(text.utf8)), records: []), tree = SourceTree()
        _ = try reader.next(into: &tree)
        #expect(!tree.nodes[SourceTree.root].hasNumberedChildren)
        #expect(tree.location(of: 50).address == .xpath("/r/a[50]"))
        #expect(tree.nodes[SourceTree.root].hasNumberedChildren)
    }

    @Test func aSiblingThatIsAddedCounts() {
        var tree = Self.tree(100)
        tree.numberSiblings(upwardsFrom: 1)
        let second = tree.append(.text, named: "only", under: SourceTree.root)
        tree.numberSiblings(upwardsFrom: 1)
        #expect(tree.address(of: second) == .xpath("/r/only[2]"))
        tree.removeLast(second)
        #expect(Self.addresses(tree) == Self.addresses(Self.tree(100)))
    }

    @Test func aSiblingThatIsCutDoesNotCount() {
        var tree = Self.tree(100)
        tree.numberSiblings(upwardsFrom: 1)
        tree.detachChildren(of: SourceTree.root) { $1 == 1 }
        tree.numberSiblings(upwardsFrom: 4)
        #expect(tree.address(of: 4) == .xpath("/r/a[1]"))
    }

    @Test func aListIsNumberedByPlace() {
        var tree = SourceTree()
        let list = tree.append(.list)
        for _ in 0..<100 { tree.append(.text, under: list) }
        tree.numberSiblings(upwardsFrom: 1)
        #expect(tree.address(of: 100) == .pointer("/99"))
    }
}
