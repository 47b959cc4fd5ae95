import Testing

@testable import EmissionsService

/// A form reads the same however it is cut into pieces on its way.
@Suite struct MultipartTests {
    private let body = [
        "preamble\r\n--b--x\r\nContent-Disposition: form-data; name=\"profile\"\r\n\r\ncbam\r\n--b--x\r\n",
        "Content-Type: text/xml\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a \\\"b\\\".xml\"\r\n\r\n",
        "<a>\r\n--b-</a>\r\n\r\n--b--x--\r\nepilogue",
    ].joined()

    private func events(cutEvery length: Int) throws -> [MultipartParser.Event] {
        var parser = try #require(MultipartParser(contentType: "multipart/form-data; charset=utf-8; boundary=\"b--x\""))
        var events: [MultipartParser.Event] = [], rest = Array(body.utf8)[...]
        while !rest.isEmpty {
            for event in try parser.add(rest.prefix(length)) {
                if case .bytes(let bytes) = event, case .bytes(let before) = events.last {
                    events[events.count - 1] = .bytes(before + bytes)
                } else {
                    events.append(event)
                }
            }
            rest = rest.dropFirst(length)
        }
        try parser.end()
        return events
    }

    @Test(arguments: [1, 2, 3, 7, 16, 1_000]) func aFormReadsTheSameInPiecesOfAnyLength(length: Int) throws {
        let events = try events(cutEvery: length)
        #expect(
            events == [
                .part(name: "profile", fileName: nil), .bytes(Array("cbam".utf8)), .partEnd,
                .part(name: "f", fileName: "a \"b\".xml"), .bytes(Array("<a>\r\n--b-</a>\r\n".utf8)), .partEnd,
            ])
    }

    @Test func aFormThatWasCutOffIsRefused() throws {
        var parser = try #require(MultipartParser(contentType: "multipart/form-data; boundary=b"))
        _ = try parser.add(Array("--b\r\nContent-Disposition: form-data; name=x\r\n\r\nhalf".utf8))
        #expect(throws: MultipartParser.Failure.self) { try parser.end() }
    }

    @Test func aHeadWithoutEndIsRefusedBeforeItFillsMemory() throws {
        var parser = try #require(MultipartParser(contentType: "multipart/form-data; boundary=b"))
        #expect(throws: MultipartParser.Failure.self) {
            _ = try parser.add(Array("--b\r\n".utf8) + [UInt8](repeating: 65, count: 10_000))
        }
    }

    @Test(arguments: [
        "text/plain", "multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=b",
    ])
    func whatIsNoFormWithABoundaryIsNone(type: String) { #expect(MultipartParser(contentType: type) == nil) }

    @Test(arguments: [
        ("../../etc/passwd", "passwd"), ("C:\\Users\\x\\a.csv", "a.csv"), ("a\u{202E}vsc.exe", "avsc.exe"),
        ("a\u{0}b\n.json", "ab.json"), ("..", "upload"), ("", "upload"), ("/", "upload"),
    ])
    func aNameIsShownWithoutWhatCouldDeceive(given: String, shown: String) {
        #expect(DocumentName.clean(given) == shown)
    }
}
