import EmissionsDiagnostics
import EmissionsSyntax
import FoundationEssentials
import TestSupport
import Testing

/// Everything that makes a table hard to read, in six rows.
private let sample = [
    "\u{FEFF}id;name;\"amount\"\r\n", "1;\"Stra\u{DF}e \"\"A\"\"\";1,5\r\n\r\n", "2;\"two\nlines\";\r",
    "3;x\"y;\"z\"w;extra\r\n", "4;\u{1F600}\n", "5;;\"last\"",
].joined()

@Suite struct CSVRobustnessTests {
    @Test(arguments: [1, 2, 7, 13, 64 << 10])
    func theSizeOfChunksChangesNothing(chunk: Int) {
        let (table, whole) = (CSVTable(sample, chunk: chunk), CSVTable(sample, chunk: 1 << 20))
        #expect(whole.rows.count == 5)
        #expect(table.outline == whole.outline)
        #expect(table.findings == whole.findings)
    }

    @Test func aFileCutAnywhereIsReadOrRefused() {
        let bytes = Array(sample.utf8)
        for count in 0...bytes.count {
            let table = CSVTable(Array(bytes.prefix(count)), chunk: 5, groupedBy: "id")
            let codes: [Diagnostic.Code?] = [nil, "CSV-001", "SYN-005", "SYN-002"]
            #expect(codes.contains(table.failure?.diagnostic.code), "\(count) bytes")
        }
    }

    @Test func placesAreThoseOfTheFileInEveryEncoding() {
        let text = "a;b\r\n\u{E9}\u{20AC};\"x\ny\"\n\u{E9};\"z\"\n"
        let units = Array(text.utf16)
        let little: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let windows: [UInt8] = text.unicodeScalars.map { $0 == "\u{20AC}" ? 0x80 : UInt8($0.value) }
        for (bytes, place) in [(Array(text.utf8), 20), (little, 34), (big, 34), (windows, 16)] {
            for chunk in [1, 3, 1000] {
                let table = CSVTable(bytes, chunk: chunk)
                #expect(table.rows == [["\u{E9}\u{20AC}", "x\ny"], ["\u{E9}", "z"]])
                #expect(table.codes == (bytes == windows ? ["SYN-010"] : []))
                #expect(table.outline.contains("text b z 4:3 +\(place) 3 B3"), "\(table.outline)")
            }
        }
    }

    @Test(arguments: [1, 7, 64 << 10])
    func everyLimitIsNamed(chunk: Int) {
        var limits = Limits()
        (limits.columns, limits.tokenBytes, limits.recordBytes, limits.totalBytes) = (3, 10, 20, 1000)
        limits.recordValues = 20
        let expected: [(String, Diagnostic.Code?, String?)] = [
            ("a,b,c\n1234567890,1234567,\n", nil, nil),
            ("a\n12345678901\n", "LIM-003", "A2"),
            ("a,b\nx,\"1\n34567890\"\n", "LIM-003", "B2"),
            ("a,b,c\n1234567890,123456789,\n", "LIM-004", "A2"),
            ("a,b,c\n1,2,3\n1,2,3,\n", "LIM-007", "D3"),
            ("a,b\nk,12345678\nk,12345678\n", "LIM-004", "A3"),
            ("a\nk\n" + String(repeating: "\n", count: 30) + "k\n", "LIM-004", "A23"),
            ("a\n" + String(repeating: "k\n", count: 9), nil, nil),
            ("a,b\n" + String(repeating: "k\n", count: 10), "LIM-005", "A11"),
            ("a\n" + String(repeating: "x\n", count: 500), "LIM-001", nil),
        ]
        for (text, code, cell) in expected {
            let table = CSVTable(
                Array(text.utf8), chunk: chunk, limits: limits, groupedBy: code == "LIM-001" ? nil : "a")
            #expect(table.failure?.diagnostic.code == code, "\(text)")
            #expect(table.failure?.diagnostic.location?.cell == cell, "\(text)")
            if code != nil { #expect(table.failure?.kind == .limit) }
        }
    }

    @Test(
        .enabled(if: Shared.has("conformance/csv-spectrum"), "shared/conformance/csv-spectrum is not here"),
        arguments: [1, 64 << 10])
    func csvSpectrumIsReadAsExpected(chunk: Int) throws {
        let names = try Shared.files(in: "conformance/csv-spectrum/csvs").map { String($0.dropLast(4)) }
        #expect(names.count == 12)
        for name in names {
            let table = CSVTable(try Shared.bytes("conformance/csv-spectrum/csvs/\(name).csv"), chunk: chunk)
            #expect(table.failure == nil)
            let json = Data(try Shared.bytes("conformance/csv-spectrum/json/\(name).json"))
            guard name == "location_coordinates" else {
                #expect(table.findings.isEmpty, "\(name)")
                #expect(table.named == (try JSONDecoder().decode([[String: String]].self, from: json)), "\(name)")
                continue
            }
            // The suite expects another telephone number than its own file holds, and has quotes in plain cells.
            var expected = try JSONDecoder().decode([String: String].self, from: json)
            expected["Contact Phone Number"] = "2095257564"
            #expect(table.named == [expected])
            #expect(table.places == ["CSV-003 B2"])
        }
    }
}
