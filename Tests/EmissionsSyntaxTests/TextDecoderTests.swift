import EmissionsDiagnostics
import EmissionsSyntax
import Testing

@Suite struct TextDecoderTests {
    @Test(arguments: [1, 2, 3, 7, 1000])
    func everyEncodingGivesTheSameText(chunk: Int) throws {
        let text = "name;ä€😀\r\n\u{81}|é"
        let utf8 = Array(text.utf8)
        let units = Array(text.utf16)
        let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let files: [([UInt8], TextEncoding, Int)] = [
            (utf8, .utf8, 0), ([0xEF, 0xBB, 0xBF] + utf8, .utf8, 3),
            ([0xFF, 0xFE] + little, .utf16LittleEndian, 2), ([0xFE, 0xFF] + big, .utf16BigEndian, 2),
        ]
        for policy in [TextDecoder.Policy.strictUTF8, .declared, .windows1252IfNotUTF8] {
            for (file, encoding, bomLength) in files {
                var decoder = TextDecoder(ByteSource(file, chunk: chunk), policy: policy)
                #expect(try decoder.rest() == utf8)
                #expect(decoder.encoding == encoding)
                #expect(decoder.bomLength == bomLength)
                #expect(decoder.takeFindings().isEmpty)
            }
        }
    }

    @Test(arguments: [1, 2, 1000])
    func windows1252IsAssumedOnlyWhereUTF8IsImpossible(chunk: Int) throws {
        let file = Array("a;b\nPrei".utf8) + [0xDF, 0x3B, 0x80, 0x81]
        var decoder = TextDecoder(ByteSource(file, chunk: chunk), policy: .windows1252IfNotUTF8)
        #expect(try decoder.rest() == Array("a;b\nPreiß;€\u{81}".utf8))
        #expect(decoder.encoding == .windows1252)
        let findings = decoder.takeFindings()
        #expect(findings.map(\.code) == ["SYN-010"])
        #expect(findings.first?.location?.line == 2)
        #expect(findings.first?.location?.column == 5)
        #expect(findings.first?.location?.byteOffset == 8)
        #expect(decoder.takeFindings().isEmpty)
    }

    @Test func aCutCharacterAtTheEndIsWindows1252InATable() throws {
        var decoder = TextDecoder(ByteSource([0x61, 0xC3]), policy: .windows1252IfNotUTF8)
        #expect(try decoder.rest() == Array("aÃ".utf8))
    }

    @Test(arguments: [1, 2, 1000])
    func invalidBytesEndTheTextWhereTheyStand(chunk: Int) throws {
        let cases: [([UInt8], Int)] = [
            ([0x61, 0x0A, 0xFF], 2), ([0x61, 0xC0, 0x80], 1), ([0xED, 0xA0, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0),
            ([0x61, 0xE2, 0x82], 1), ([0xE2, 0x82, 0x61], 0), ([0x80], 0), ([0xFF, 0xFE, 0x61], 2),
            ([0xFF, 0xFE, 0x00, 0xDC], 2), ([0xFE, 0xFF, 0xD8, 0x00, 0x00, 0x61], 2), ([0xFE, 0xFF, 0xD8, 0x00], 2),
        ]
        for (file, offset) in cases {
            var decoder = TextDecoder(ByteSource(file, chunk: chunk), policy: .strictUTF8)
            let error = #expect(throws: SyntaxError.self) { try decoder.rest() }
            #expect(error?.diagnostic.code == "SYN-002")
            #expect(error?.diagnostic.location?.byteOffset == offset, "\(file)")
        }
    }

    @Test func theMessageNamesTheByte() {
        var decoder = TextDecoder(ByteSource(Array("ab\ncd".utf8) + [0xE9, 0x20]), policy: .strictUTF8)
        let error = #expect(throws: SyntaxError.self) { try decoder.rest() }
        #expect(error?.diagnostic.message.description == "byte 0xE9 at offset 5 is not valid UTF-8")
        #expect(error?.diagnostic.location?.description == "2:3")
    }

    @Test func aDeclaredEncodingIsUsed() throws {
        for name in ["windows-1252", "ISO-8859-1"] {
            var decoder = TextDecoder(ByteSource([0x3C, 0x3F, 0xE9]), policy: .declared)
            #expect(try Array(decoder.opening()) == [0x3C, 0x3F, 0xE9])
            try decoder.declare(name)
            #expect(try decoder.rest() == Array("<?é".utf8))
        }
        for name in ["EBCDIC-CP-US", "UTF-16", "US-ASCII"] {
            var decoder = TextDecoder(ByteSource([0x3C, 0x3F, 0xE9]), policy: .declared)
            let error = #expect(throws: SyntaxError.self) {
                try decoder.declare(name)
                _ = try decoder.rest()
            }
            #expect(error?.diagnostic.code == (name == "US-ASCII" ? "SYN-002" : "SYN-011"))
        }
    }

    @Test func theLimitOfTheWholeFileIsNamed() {
        var limits = Limits()
        limits.totalBytes = 10
        var decoder = TextDecoder(
            ByteSource([UInt8](repeating: 32, count: 11), chunk: 4), policy: .strictUTF8, limits: limits)
        let error = #expect(throws: SyntaxError.self) { try decoder.rest() }
        #expect(error?.diagnostic.code == "LIM-001")
        #expect(error?.diagnostic.message.description == "the file is bigger than 10 bytes, the limit totalBytes")
    }
}

extension TextDecoder {
    mutating func rest() throws -> [UInt8] {
        var text: [UInt8] = []
        while let chunk = try next() { text += chunk }
        return text
    }
}

extension ByteSource {
    /// Gives `bytes` a few at a time.
    convenience init(_ bytes: [UInt8], chunk: Int) {
        var rest = bytes[...]
        self.init {
            defer { rest = rest.dropFirst(chunk) }
            return rest.isEmpty ? nil : Array(rest.prefix(chunk))
        }
    }
}
