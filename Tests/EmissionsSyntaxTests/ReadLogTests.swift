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

    private struct Filing {
        var place = Place()
        var remarks: String?
        struct Place { var city: String?, street: String? }
    }

    @Test func aMissingFieldIsLookedForInWhatHoldsTheFirstOfItsGroup() throws {
        var log = log
        let found = log.child("a", of: SourceTree.root)
        let a = try #require(found)
        let x = log.child("x", of: a)
        log.note(\Filing.place.city, in: ReadLog.part, from: try #require(x))
        let node = log.node(of: FieldPath(\Filing.place.street))
        #expect(node == a)
    }

    @Test func aMissingFieldOfNoGroupIsLookedForInTheRecord() throws {
        var log = log
        let b = log.child("b", of: SourceTree.root)
        log.note(\Filing.place.city, in: ReadLog.part, from: try #require(b))
        let node = log.node(of: FieldPath(\Filing.remarks))
        #expect(node == SourceTree.root)
    }

    @Test func aFieldThatWasReadSinceIsFound() throws {
        var log = log
        let before = log.has(FieldPath(\Filing.remarks))
        #expect(!before)
        let found = log.child("b", of: SourceTree.root)
        let b = try #require(found)
        log.note(\Filing.remarks, in: ReadLog.part, from: b)
        let node = log.node(of: FieldPath(\Filing.remarks))
        #expect(node == b)
    }
}
