import EmissionsDiagnostics
import EmissionsSyntax
import Testing

@Suite struct PathTableTests {
    private struct Record {
        var inner = Inner()
        struct Inner { var name: String? }
    }

    private let table = PathTable()

    @Test(arguments: ["goods[2].commodity.cn", "a", "a[0]", "a[0][1].b"]) func aPathIsGivenBackAsItWas(
        text: String
    ) throws {
        let path = try #require(FieldPath(text))
        #expect(table[table.path(path)] == path)
    }

    @Test func theSamePathHasTheSameNumberHoweverItIsReached() {
        let byKey = table.property(\Record.inner.name, of: table.item(3, of: PathTable.root))
        #expect(byKey == table.path(FieldPath([.index(3), .name("inner"), .name("name")])))
    }

    @Test func aThousandPathsAreToldApart() {
        let list = table.path(FieldPath([.name("list")]))
        #expect(Set((0..<1000).map { table.item($0, of: list) }).count == 1000)
    }

    @Test func ofAPathThatIsUnknownTheKnownPartIsFound() {
        let known = table.path(FieldPath([.name("a"), .index(1)]))
        let found = table.nearest(FieldPath([.name("a"), .index(1), .name("b"), .name("c")]))
        #expect(found.id == known)
        #expect(!found.isWhole)
    }

    @Test func lookingForAPathDoesNotAddIt() {
        _ = table.nearest(FieldPath([.name("a")]))
        #expect(table.count == 1)
    }
}
