import EmissionsDiagnostics
import EmissionsSyntax
import TestSupport
import Testing

private let suite = "conformance/JSONTestSuite/test_parsing"

@Suite(.enabled(if: Shared.has(suite), "shared/\(suite) is not here"))
struct JSONConformanceTests {
    @Test func validTextsAreAccepted() throws {
        let names = try Shared.files(in: suite).filter { $0.hasPrefix("y_") }
        #expect(names.count == 95)
        for name in names {
            #expect(throws: Never.self, "\(name)") { try JSONPart.all(in: Shared.bytes("\(suite)/\(name)")) }
        }
    }

    @Test func invalidTextsAreRejectedWithAPlace() throws {
        let names = try Shared.files(in: suite).filter { $0.hasPrefix("n_") }
        #expect(names.count == 188)
        for name in names {
            let error = JSONPart.outcome(of: try Shared.bytes("\(suite)/\(name)")).error
            #expect(error?.diagnostic.location != nil, "\(name)")
        }
    }

    @Test func openCasesDoNotTrap() throws {
        for name in try Shared.files(in: suite) where name.hasPrefix("i_") {
            for chunk in [1, 1 << 16] { _ = JSONPart.outcome(of: try Shared.bytes("\(suite)/\(name)"), chunk: chunk) }
        }
    }

    @Test(arguments: [1, 7])
    func chunksMakeNoDifference(chunk: Int) throws {
        for name in try Shared.files(in: suite) {
            let bytes = try Shared.bytes("\(suite)/\(name)")
            let whole = JSONPart.outcome(of: bytes)
            let inChunks = JSONPart.outcome(of: bytes, chunk: chunk)
            #expect(inChunks.parts == whole.parts, "\(name)")
            #expect(inChunks.error?.diagnostic == whole.error?.diagnostic, "\(name)")
        }
    }

    @Test func whatIsPrintedIsReadAsTheSame() throws {
        for name in try Shared.files(in: suite) where name.hasPrefix("y_") {
            for part in try JSONPart.all(in: Shared.bytes("\(suite)/\(name)")) {
                #expect(try JSONPart.all(in: "[\(part.json)]").map(\.json) == [part.json], "\(name)")
            }
        }
    }
}

@Suite struct JSONRobustnessTests {
    /// Everything that the syntax has, over more than one record, stream and line.
    private let sample = Array(
        """
        \u{FEFF}{"specVersion": "3.0", "näme": {"a": [1, -2.5e+10, 0.10], "b": null},
          "data": [
            {"id": "\\u00e9\\ud83d\\ude00\\n", "ok": true, "x": {"y": [[], {}, [false]]}},
            {"id": "€ 1", "id": 2,\r
              "long": "0123456789012345678901234567890123456789"}
          ],
          "goods": {"z": []}, "tail": "end"
        }
        {"line": 2}

        """.utf8)
    private let streams = ["data", "goods"]

    @Test(arguments: [1, 2, 7, 64, 1 << 16])
    func chunksMakeNoDifference(chunk: Int) throws {
        let whole = try JSONPart.all(in: sample, streams: streams)
        #expect(whole.count == 6)
        #expect(try JSONPart.all(in: sample, chunk: chunk, streams: streams) == whole)
    }

    @Test func manyRecordsOverChunksAreAllThere() throws {
        let records = (0..<3000).map { #"{"id":"\#($0)","text":"\#(String(repeating: "é", count: $0 % 97))"}"# }
        for separator in [",", ",\n"] {
            let bytes = Array("[\(records.joined(separator: separator))]".utf8)
            let parts = try JSONPart.all(in: bytes, chunk: 4001)
            #expect(parts.map(\.json) == records)
            for (index, part) in parts.enumerated() {
                let start = part.locations[0].byteOffset
                #expect(Array(bytes[start..<start + part.locations[0].length]) == Array(records[index].utf8))
                #expect(part.locations[0].line == (separator == "," ? 1 : index + 1))
            }
        }
    }

    @Test func recordsBiggerThanAChunkAreRead() throws {
        let big = "{\"a\":[" + (0..<60_000).map(String.init).joined(separator: ",") + "]}"
        let parts = try JSONPart.all(in: Array("[\(big),\n\(big)]".utf8), chunk: 5000)
        #expect(parts.map(\.json) == [big, big])
    }

    @Test func everyTruncationIsAnErrorOrAWhole() {
        for count in 0..<sample.count {
            let (parts, error) = JSONPart.outcome(of: Array(sample[..<count]), streams: streams)
            #expect(error != nil || parts.count >= 5)
        }
    }

    @Test func everyChangedByteIsTakenWithoutATrap() {
        for index in sample.indices {
            for byte: UInt8 in [0, 0x22, 0x2C, 0x5B, 0x5C, 0x5D, 0x7B, 0x7D, 0x80, 0xFF] {
                var bytes = sample
                bytes[index] = byte
                _ = JSONPart.outcome(of: bytes, streams: streams)
            }
        }
    }
}
