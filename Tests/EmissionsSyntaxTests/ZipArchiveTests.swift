import EmissionsDiagnostics
import Testing

@testable import EmissionsSyntax

@Suite struct ZipArchiveTests {
    @Test func membersComeInTheOrderInWhichTheyWerePacked() throws {
        let archive = try ZipArchive(ArchiveBytes(ZipBuilder("b.json", "dir/a.json").bytes))
        #expect(archive.members.map(\.name) == ["b.json", "dir/a.json"])
    }

    @Test func storedMembersAreReadAsTheyAre() throws {
        let archive = try ZipArchive(ArchiveBytes(ZipBuilder([.init("a", "one"), .init("b", "two")]).bytes))
        #expect(try archive.text(of: "b") == "two")
    }

    @Test func membersCanBeReadAgainAndSideBySide() throws {
        let archive = try ZipArchive(ArchiveBytes(ZipBuilder([.init("a", "one"), .init("b", "two")]).bytes))
        let first = try archive.source(of: archive.members[0]), second = try archive.source(of: archive.members[1])
        #expect(try [second.next(), first.next()] == [Array("two".utf8), Array("one".utf8)])
        #expect(try archive.text(of: "a") == "one")
    }

    @Test func foldersAndWhatMacOSAddsAreNoMembers() throws {
        let folder = ZipBuilder.Member("dir/", "")
        let archive = try ZipArchive(
            ArchiveBytes(ZipBuilder([folder, .init("dir/a"), .init("__MACOSX/dir/._a")]).bytes))
        #expect(archive.members.map(\.name) == ["dir/a"])
    }

    @Test func anArchiveWithoutMembersIsOne() throws {
        #expect(try ZipArchive(ArchiveBytes(ZipBuilder().bytes)).members == [])
    }

    @Test func anArchiveMayHaveAComment() throws {
        var builder = ZipBuilder("a")
        builder.comment = Array("made by hand".utf8)
        #expect(refusal(of: builder.bytes) == nil)
    }

    @Test func namesThatDoNotSayTheirEncodingAreInCodePage437() throws {
        let member = ZipBuilder.Member("").with { $0.name = Array("Z".utf8) + [0x81] + Array("rich".utf8) }
        #expect(try ZipArchive(ArchiveBytes(ZipBuilder([member]).bytes)).members.map(\.name) == ["Zürich"])
    }

    /// Info-ZIP writes sizes that it knows, and leaves the rest for later.
    @Test func headersMayLeaveNumbersForAfterTheContent() throws {
        var bytes = ZipBuilder([ZipBuilder.Member("a", "one").with { $0.flags = 8 }]).bytes
        bytes.replaceSubrange(14..<22, with: [UInt8](repeating: 0, count: 8))
        #expect(try ZipArchive(ArchiveBytes(bytes)).text(of: "a") == "one")
    }

    @Test func hiddenMembersAreToldFromOthers() {
        #expect(
            ["a", ".a", "b/.c/d"].map { PackageMember(name: $0, size: 0).isHidden } == [false, true, true])
    }

    @Test func aFailureToReadIsNotTakenForABrokenArchive() {
        struct Failure: Error {}
        let archive = ArchiveBytes(size: 100) { _, _ in throw Failure() }
        let error = #expect(throws: SyntaxError.self) { try ZipArchive(archive) }
        #expect(error?.kind == .unavailable)
    }

    @Test func aFailureToReadAMemberIsNotTakenForADamagedOne() throws {
        struct Failure: Error {}
        let content = ZipBuilder([.init("a", String(repeating: "x", count: 200_000))]).bytes
        var fails = false
        let archive = try ZipArchive(
            ArchiveBytes(size: content.count) { offset, count in
                if fails { throw Failure() }
                return Array(content.dropFirst(offset).prefix(count))
            })
        let source = try archive.source(of: archive.members[0])
        fails = true
        let error = #expect(throws: SyntaxError.self) { while try source.next() != nil {} }
        #expect(error?.kind == .unavailable)
    }
}

@Suite struct ZipWriterTests {
    @Test func whatIsWrittenIsReadBack() throws {
        var writer = ZipWriter()
        let long = String(repeating: "0123456789", count: 50_000)
        try writer.add("ILCD/processes/ä.xml", Array(long.utf8))
        try writer.add("empty", [])
        let archive = try ZipArchive(ArchiveBytes(try writer.bytes()))
        #expect(archive.members.map(\.name) == ["ILCD/processes/ä.xml", "empty"])
        #expect(try archive.text(of: "ILCD/processes/ä.xml") == long)
        #expect(try archive.text(of: "empty") == "")
    }

    @Test func contentIsPacked() throws {
        var writer = ZipWriter()
        try writer.add("a", [UInt8](repeating: 32, count: 100_000))
        #expect(try writer.bytes().count < 1_000)
    }

    @Test func theSameFilesGiveTheSameBytes() throws {
        var writer = ZipWriter()
        try writer.add("a.json", Array("{}".utf8))
        let bytes = try writer.bytes()
        #expect(try writer.bytes() == bytes)
        // The time and the day, 1 January 1980.
        #expect(bytes[10..<14] == [0, 0, 0x21, 0])
    }

    @Test func anArchiveOfNothingCanBeRead() throws {
        #expect(try ZipArchive(ArchiveBytes(ZipWriter().bytes())).members == [])
    }

    @Test(arguments: ["../a", "a//b", "", "dir/"])
    func namesThatWouldBeRefusedAreNotWritten(name: String) {
        var writer = ZipWriter()
        #expect(throws: SyntaxError.self) { try writer.add(name, []) }
    }

    @Test func aPackageInMemoryGivesWhatWasPutIn() throws {
        let package = MemoryPackage([("a", Array("one".utf8)), ("b", []), ("a", [1])])
        #expect(package.members.map(\.name) == ["a", "b"])
        #expect(try package.text(of: "a") == "one")
        #expect(throws: SyntaxError.self) { try package.source(of: PackageMember(name: "c", size: 0)) }
    }
}
