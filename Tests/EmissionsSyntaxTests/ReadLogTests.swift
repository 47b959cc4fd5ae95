import EmissionsDiagnostics
import EmissionsSyntax
import Testing

@Suite struct ReadLogTests {
    /// `<filing><b/><a><x/></a></filing>`, of which `a` should stand first.
    private var log: ReadLog {
        var tree = SourceTree()
        tree.syntax = .xml
        let root = tree.append(.record, named: "filing")
        tree.append(.text, named: "b", text: "1", under: root)
        let a = tree.append(.record, named: "a", under: root)
        tree.append(.text, named: "x", text: "2", under: a)
        return ReadLog(tree)
    }

    @Test func anElementOutOfOrderIsReportedThoughOthersWereReadBetween() throws {
        var log = log
        let a = log.child("a", of: SourceTree.root)
        _ = log.child("x", of: try #require(a))
        _ = log.child("b", of: SourceTree.root)
        #expect(log.diagnostics.map(\.code) == ["READ-006"])
    }

    @Test func elementsInOrderAreNotReported() {
        var log = log
        _ = log.child("b", of: SourceTree.root)
        _ = log.child("missing", of: SourceTree.root)
        _ = log.child("a", of: SourceTree.root)
        #expect(log.diagnostics.isEmpty)
    }

    @Test func whatNobodyAskedForIsUnread() {
        var log = log
        _ = log.child("a", of: SourceTree.root)
        #expect(log.unread().map { log.tree.name(of: $0) } == ["b", "x"])
    }
}
