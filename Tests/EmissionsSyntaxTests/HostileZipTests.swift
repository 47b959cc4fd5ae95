import EmissionsDiagnostics
import Testing

@testable import EmissionsSyntax

/// What archives are refused for, each under a code of its own.
@Suite struct HostileZipTests {
    @Test(arguments: [
        ("/etc/passwd", "must not begin with '/'"), ("a/../../b", "must not have '..'"), ("..", "must not have '..'"),
        ("a\\b", "must not have '\\'"), ("C:a", "must not begin with a drive"), ("a//b", "a step that says nothing"),
        ("./a", "a step that says nothing"), ("a\nb", "control characters"), ("", "which is empty"),
    ])
    func namesThatLeadElsewhereAreRefused(name: String, words: String) {
        let refusal = refusal(of: ZipBuilder("fine", name).bytes)
        #expect(refusal?.hasPrefix("malformed ZIP-004") == true && refusal?.contains(words) == true, "\(refusal ?? "")")
    }

    @Test func aNameWithAZeroByteIsRefused() {
        #expect(refusal(of: ZipBuilder("a.json\0.exe").bytes)?.hasPrefix("malformed ZIP-004") == true)
    }

    @Test func aNameThatSaysUTF8AndIsNotIsRefused() {
        let member = ZipBuilder.Member("").with { ($0.name, $0.flags) = ([0x61, 0xFF], 0x800) }
        #expect(refusal(of: ZipBuilder([member]).bytes)?.hasPrefix("malformed ZIP-005") == true)
    }

    @Test func twoMembersOfOneNameAreRefused() {
        #expect(refusal(of: ZipBuilder("a", "a").bytes) == "malformed ZIP-006: 'a' is in the archive twice")
    }

    @Test func namesThatDifferOnlyInCaseAreRefused() {
        #expect(refusal(of: ZipBuilder("a/B", "A/b").bytes) == "malformed ZIP-006: 'a/B' and 'A/b' differ only in case")
    }

    @Test func aSymbolicLinkIsRefused() {
        let link = ZipBuilder.Member("a", "/etc/passwd").with { $0.mode = 0o120777 }
        #expect(refusal(of: ZipBuilder([link]).bytes) == "malformed ZIP-007: 'a' is a symbolic link")
    }

    @Test func aDeviceIsRefused() {
        let device = ZipBuilder.Member("a", "").with { $0.mode = 0o020666 }
        #expect(refusal(of: ZipBuilder([device]).bytes)?.hasPrefix("malformed ZIP-007") == true)
    }

    @Test func anEncryptedMemberIsRefusedAndTheOthersAreRead() throws {
        let member = ZipBuilder.Member("secret").with { $0.flags = 1 }
        let archive = try ZipArchive(ArchiveBytes(ZipBuilder([member, .init("open")]).bytes))
        let error = #expect(throws: SyntaxError.self) { try archive.source(of: archive.members[0]) }
        #expect(error?.diagnostic.code == "ZIP-008")
        #expect(try archive.text(of: "open") == "{}")
    }

    @Test func aMethodThatIsNotSupportedIsNamed() {
        let member = ZipBuilder.Member("a").with { $0.method = 12 }
        #expect(refusal(of: ZipBuilder([member]).bytes) == "malformed ZIP-009: 'a' is packed with bzip2")
    }

    @Test func aWrongChecksumIsFound() {
        let member = ZipBuilder.Member("a").with { $0.crc += 1 }
        #expect(refusal(of: ZipBuilder([member]).bytes)?.hasPrefix("malformed ZIP-003") == true)
    }

    @Test func bytesThatDoNotUnpackAreFound() {
        let member = ZipBuilder.Member("a", "no deflate").with { $0.method = 8 }
        #expect(refusal(of: ZipBuilder([member]).bytes)?.hasPrefix("malformed ZIP-003") == true)
    }

    @Test func aSizeThatIsTooSmallIsFound() throws {
        let member = try packed("a", [UInt8](repeating: 32, count: 500_000)).with { $0.size = 5_000 }
        #expect(refusal(of: ZipBuilder([member]).bytes)?.hasPrefix("malformed ZIP-003") == true)
    }

    @Test func aHeaderThatContradictsTheDirectoryIsFound() {
        let member = ZipBuilder.Member("a").with { $0.localName = Array("b".utf8) }
        #expect(refusal(of: ZipBuilder([member]).bytes)?.hasPrefix("malformed ZIP-011") == true)
    }

    @Test func aHeaderWithAnotherSizeIsFound() {
        var bytes = ZipBuilder("a").bytes
        bytes[22] += 1
        #expect(refusal(of: bytes)?.hasPrefix("malformed ZIP-011") == true)
    }

    @Test func aMemberWithoutAHeaderIsFound() {
        var bytes = ZipBuilder("a").bytes
        bytes[0] = 0
        #expect(refusal(of: bytes)?.contains("no header of 'a'") == true)
    }

    @Test func aFolderWithContentIsRefused() {
        #expect(refusal(of: ZipBuilder("dir/").bytes)?.hasPrefix("malformed ZIP-011") == true)
    }

    /// As David Fifield's bombs are made: many entries for the same bytes.
    @Test func membersThatShareTheirBytesAreRefused() {
        let twin = ZipBuilder.Member("b").with { ($0.sharesHeaderOf, $0.localName) = (0, Array("a".utf8)) }
        #expect(
            refusal(of: ZipBuilder([.init("a"), twin]).bytes)
                == "malformed ZIP-012: 'a' and 'b' share bytes of the archive")
    }

    @Test func aMemberThatReachesIntoTheNextOneIsRefused() {
        var bytes = ZipBuilder([.init("a", "one"), .init("b", "two")]).bytes
        // The sizes in the first header, and in the directory, which begins behind two members of 34 bytes.
        for place in [18, 68 + 20] { bytes.replaceSubrange(place..<place + 8, with: [30, 0, 0, 0, 30, 0, 0, 0]) }
        #expect(refusal(of: bytes)?.hasPrefix("malformed ZIP-012") == true)
    }

    @Test func bytesBehindTheEndAreRefused() {
        #expect(refusal(of: ZipBuilder("a").bytes + [1]) == "malformed ZIP-001: bytes follow the end of the archive")
    }

    @Test func twoEndsAreRefused() {
        var builder = ZipBuilder("a")
        builder.comment = ZipBuilder().bytes
        #expect(refusal(of: builder.bytes)?.contains("two ends") == true)
    }

    @Test(arguments: [0, 2, 40_000])
    func aWrongNumberOfMembersIsFound(count: Int) {
        var builder = ZipBuilder("a")
        builder.count = count
        #expect(refusal(of: builder.bytes)?.hasPrefix("malformed ZIP-001") == true || count > 10_000)
    }

    @Test func noCutOfAnArchiveIsTakenForAWholeOne() throws {
        let bytes = ZipBuilder([try packed("a", Array("some text, some text".utf8)), .init("b")]).bytes
        for count in 0..<bytes.count {
            #expect(refusal(of: Array(bytes.prefix(count)))?.hasPrefix("malformed ZIP-00") == true, "\(count) bytes")
        }
    }

    @Test func noChangedByteEndsTheProcess() throws {
        let bytes = ZipBuilder([try packed("a", Array("some text, some text".utf8)), .init("b")]).bytes
        for index in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[index] ^= 1 << UInt8(bit)
                _ = refusal(of: changed)
            }
        }
    }

    private func packed(_ name: String, _ content: [UInt8]) throws -> ZipBuilder.Member { try .packed(name, content) }
}

@Suite struct ZipLimitTests {
    @Test func aMemberThatUnpacksToTooMuchIsRefusedBeforeItIsRead() throws {
        let member = try ZipBuilder.Member.packed("a", [UInt8](repeating: 32, count: 2 << 20))
        let words = try #require(refusal(of: ZipBuilder([member]).bytes))
        #expect(words.hasPrefix("limit LIM-010") && words.contains("to 2097152 bytes, more than 100 times as many"))
    }

    @Test func smallMembersMayBePackedAsWellAsTheyCan() throws {
        let member = try ZipBuilder.Member.packed("a", [UInt8](repeating: 32, count: 1 << 20))
        #expect(refusal(of: ZipBuilder([member]).bytes) == nil)
    }

    @Test func manySmallMembersMayNotUnpackToTooMuchTogether() throws {
        let members = try (0..<3).map {
            try ZipBuilder.Member.packed("\($0)", [UInt8](repeating: 32, count: 1 << 20))
        }
        #expect(
            refusal(of: ZipBuilder(members).bytes)
                == "limit LIM-010: the archive's members unpack to more than 100 times its size, the limit archiveRatio"
        )
    }

    @Test func theSameMemberReadTwiceCountsOnce() throws {
        let limits = Limits(\.archiveBytes, 3)
        let archive = try ZipArchive(ArchiveBytes(ZipBuilder([.init("a", "one")]).bytes), limits: limits)
        for _ in 1...2 { #expect(try archive.text(of: "a") == "one") }
    }

    @Test func whatAllMembersUnpackToIsBounded() {
        let bytes = ZipBuilder([.init("a", "one"), .init("b", "two")]).bytes
        #expect(
            refusal(of: bytes, limits: Limits(\.archiveBytes, 5))
                == "limit LIM-009: the archive's members have more than 5 bytes together, the limit archiveBytes")
    }

    @Test func theNumberOfMembersIsBounded() {
        #expect(
            refusal(of: ZipBuilder("a", "b", "c").bytes, limits: Limits(\.archiveMembers, 2))
                == "limit LIM-008: the archive has 3 members, more than 2, the limit archiveMembers")
    }

    @Test func theLengthOfNamesIsBounded() {
        #expect(
            refusal(of: ZipBuilder("abc").bytes, limits: Limits(\.archiveNameBytes, 2))?.hasPrefix("limit LIM-011")
                == true)
    }

    @Test func theDirectoryIsBounded() {
        #expect(
            refusal(of: ZipBuilder("abc").bytes, limits: Limits(\.recordBytes, 20))?.hasPrefix("limit LIM-004") == true)
    }
}

extension Limits {
    fileprivate init(_ key: WritableKeyPath<Limits, Int>, _ value: Int) {
        self.init()
        self[keyPath: key] = value
    }
}

extension ZipBuilder.Member {
    /// A member as the writer packs it.
    fileprivate static func packed(_ name: String, _ content: [UInt8]) throws -> Self {
        var writer = ZipWriter()
        try writer.add("x", content)
        let bytes = try writer.bytes()
        let end = bytes.count - 22 - 47
        var member = Self(name)
        member.packed = Array(bytes[31..<end])
        (member.size, member.crc, member.method) = (content.count, Self.crc(content), 8)
        return member
    }
}
