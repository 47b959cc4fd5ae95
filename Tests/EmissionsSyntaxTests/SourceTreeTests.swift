import EmissionsDiagnostics
import EmissionsSyntax
import Testing

@Suite struct SourceTreeTests {
    @Test func addressesFollowTheSyntax() {
        var tree = SourceTree()
        tree.rootAddress = "/data/3"
        let root = tree.append(.record)
        let list = tree.append(.list, named: "a/b", under: root)
        tree.append(.text, text: "x", under: list)
        let second = tree.append(.text, text: "y", under: list)
        #expect(tree.address(of: second) == .pointer("/data/3/a~1b/1"))
        tree.syntax = .xml
        tree.rootAddress = "/QReport"
        #expect(tree.address(of: list) == .xpath("/QReport/a/b"))
    }

    private func tree() -> SourceTree {
        var tree = SourceTree()
        let root = tree.append(.record)
        let list = tree.append(.list, named: "list", under: root)
        tree.append(.number, text: "1", under: list)
        let record = tree.append(.record, under: list)
        tree.append(.text, named: "text", text: "x", under: record)
        tree.append(.bool, named: "last", text: "true", under: root)
        return tree
    }

    @Test func aCopyOfANodeHasAllThatIsBelowIt() {
        let tree = tree()
        var copy = SourceTree()
        let root = copy.append(.record)
        copy.append(copyOf: SourceTree.root, in: tree, under: root)
        copy.append(.null, named: "behind", under: root)
        let children = copy.children(of: root).map { $0 }
        #expect(tree.isSame(SourceTree.root, as: children[0], in: copy))
        #expect(copy.name(of: children[1]) == "behind")
    }

    @Test func nodesThatDifferAnywhereAreNotTheSame() {
        let tree = tree()
        for change in [
            { (tree: inout SourceTree) in tree.setText("2", of: 2) }, { tree in tree.setKind(.text, of: 2) },
            { tree in tree.append(.null, named: "more", under: 0) },
            { tree in tree.detachChildren(of: 0) { tree, id in tree.name(of: id) == "last" } },
        ] as [(inout SourceTree) -> Void] {
            var other = tree
            change(&other)
            #expect(!tree.isSame(SourceTree.root, as: SourceTree.root, in: other))
        }
    }

    @Test func theLastNodeCanBeTakenBack() {
        var tree = SourceTree()
        let root = tree.append(.record)
        tree.append(.text, named: "kept", under: root)
        let gone = tree.append(.record, named: "gone", under: root)
        tree.removeLast(gone)
        tree.append(.text, named: "after", under: root)
        #expect(tree.children(of: root).map { tree.name(of: $0) } == ["kept", "after"])
    }

    @Test func whatIsDetachedIsNoValueOfTheTree() {
        var tree = SourceTree()
        let root = tree.append(.record)
        for name in ["a", "b", "c"] { tree.append(.text, named: name, text: name, under: root) }
        let list = tree.append(.list, named: "d", under: root)
        tree.append(.number, text: "1", under: list)
        tree.detachChildren(of: root) { tree, id in ["a", "c"].contains(tree.name(of: id)) }
        #expect(tree.children(of: root).map { tree.name(of: $0) } == ["b", "d"])
        #expect(tree.values().map { tree.text(of: $0) } == ["b", "1"])
        tree.detachChildren(of: root) { _, _ in true }
        #expect(tree.values() == [])
        #expect(!tree.hasChildren(root))
    }
}
