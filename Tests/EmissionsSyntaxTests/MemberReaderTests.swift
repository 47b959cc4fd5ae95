import EmissionsDiagnostics
import EmissionsSyntax
import Testing

@Suite struct MemberReaderTests {
    private func reader(_ text: String) throws -> MemberReader<JSONReader> {
        let package = MemoryPackage([("dir/a.json", Array(text.utf8))])
        let member = package.members[0]
        return MemberReader(member, JSONReader(try package.source(of: member), limits: Limits()))
    }

    @Test func thePlacesOfNodesNameTheMember() throws {
        var reader = try reader(#"{"a": 1}"#), tree = SourceTree()
        _ = try reader.next(into: &tree)
        #expect(tree.location(of: SourceTree.root).description == "dir/a.json:1:1")
    }

    @Test func theErrorsOfReadingNameTheMember() throws {
        var reader = try reader("{]"), tree = SourceTree()
        let error = #expect(throws: SyntaxError.self) { try reader.next(into: &tree) }
        #expect(error?.diagnostic.location?.part == "dir/a.json")
    }

    @Test func theFindingsOfReadingNameTheMember() throws {
        var reader = try reader(#"{"a": 1, "a": 2}"#), tree = SourceTree()
        _ = try reader.next(into: &tree)
        #expect(reader.takeFindings().map { $0.location?.part } == ["dir/a.json"])
    }

    @Test func aTreeThatIsUsedAgainForAFileForgetsTheMember() throws {
        var member = try reader("{}"), tree = SourceTree()
        _ = try member.next(into: &tree)
        var file = JSONReader(ByteSource(Array("{}".utf8)), limits: Limits())
        _ = try file.next(into: &tree)
        #expect(tree.location(of: SourceTree.root).part == nil)
    }
}
