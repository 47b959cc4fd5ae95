import EmissionsDiagnostics
import EmissionsExchange
import EmissionsFormats
import EmissionsModel
import EmissionsReports
import EmissionsSyntax
import Testing

@Suite struct JSONReportTests {
    static func text(_ reports: [FileReport], _ conversion: ConversionReport? = nil) -> String {
        var json = JSONReport()
        var bytes = json.begin()
        for report in reports { bytes += json.add(report) }
        return String(decoding: bytes + json.end(conversion: conversion), as: UTF8.self)
    }

    /// The texts at the JSON Pointers of a document, read with the strict reader of our own.
    static func leaves(_ text: String) throws -> [String: String] {
        var reader = JSONReader(ByteSource(Array(text.utf8))), tree = SourceTree(), leaves: [String: String] = [:]
        while try reader.next(into: &tree) != nil {
            for id in 0..<tree.count where tree.isLeaf(id) {
                guard case .pointer(let pointer) = tree.address(of: id) else { continue }
                leaves[pointer] = tree.kind(of: id) == .null ? "null" : tree.text(of: id)
            }
        }
        return leaves
    }

    @Test func aFindingHasAllItsMembers() throws {
        let json = #"[{"pcf": {"declaredUnitAmount": "1,5", "declaredUnitOfMeasurement": "kilogram"}}]"#
        let leaves = try Self.leaves(Self.text([validate(json)]))
        let finding = "/files/0/findings/0"
        #expect(leaves["/tool"] == "emx")
        #expect(leaves["/verdict"] == "invalid")
        #expect(leaves["/files/0/path"] == "in.json")
        #expect(leaves["/files/0/format"] == "pact")
        #expect(leaves["/files/0/version"] == "3.0")
        #expect(leaves["/files/0/counts/error"] == "1")
        #expect(leaves["\(finding)/code"] == "READ-002")
        #expect(leaves["\(finding)/severity"] == "error")
        #expect(leaves["\(finding)/path"] == "footprints[0].declaredUnit.amount")
        #expect(leaves["\(finding)/location/part"] == "null")
        #expect(leaves["\(finding)/location/line"] == "1")
        #expect(leaves["\(finding)/location/column"] == "33")
        #expect(leaves["\(finding)/location/length"] == "5")
        #expect(leaves["\(finding)/location/byteOffset"] == "32")
        #expect(leaves["\(finding)/location/pointer"] == "/0/pcf/declaredUnitAmount")
    }

    @Test func aFileThatCouldNotBeReadHasNulls() throws {
        let leaves = try Self.leaves(Self.text([validate("nothing")]))
        #expect(leaves["/files/0/format"] == "null")
        #expect(leaves["/files/0/findings/0/location"] == "null")
        #expect(leaves["/verdict"] == "unreadable")
    }

    @Test func noFilesAreAnEmptyList() throws {
        #expect(Self.text([]).contains("\"files\": [],\n  \"verdict\": \"valid\"\n}\n"))
    }

    @Test func equalReportsAreEqualBytes() {
        let json = #"[{"pcf": {"declaredUnitAmount": "1,5", "zz": 1, "declaredUnitOfMeasurement": 5}}]"#
        #expect(Self.text([validate(json)]) == Self.text([validate(json)]))
    }

    static func convert(_ json: String, to version: String) throws -> ConversionReport {
        var options = ReadingOptions(today: CalendarDay(2026, 11, 24))
        options.profiles = []
        options.usesOwnSchemas = false
        return try Converter(options, to: .pact, version: version).convert(path: "in.json", Array(json.utf8)).report
    }

    static let two = """
        {"specVersion": "2.3.0", "updated": "2026-01-01T00:00:00Z", "pcf": {"declaredUnit": "kilogram",
        "unitaryProductAmount": "12", "pCfExcludingBiogenic": "1.5", "fossilGhgEmissions": "1.25"}}
        """

    @Test func theLossReportHasTheAccountAndThePlaces() throws {
        let report = try Self.convert(Self.two, to: "3.0")
        let leaves = try Self.leaves(String(decoding: LossReport(report).bytes, as: UTF8.self))
        #expect(leaves["/source/format"] == "pact")
        #expect(leaves["/source/version"] == "2.3")
        #expect(leaves["/target/version"] == "3.0")
        #expect(leaves["/target/complete"] == "false")
        #expect(leaves["/account/total"] == "6")
        #expect(leaves["/account/dropped"] == "1")
        #expect(leaves["/losses/0/kind"] == "dropped")
        #expect(leaves["/losses/0/path"] == "footprints[0].identity.updated")
        #expect(leaves["/losses/0/was"] == "2026-01-01T00:00:00Z")
        #expect(leaves["/losses/0/became"] == "null")
        #expect(leaves["/losses/0/source/pointer"] == "/updated")
        #expect(leaves.values.contains("1.5 × 12 kilogram"))
    }

    @Test func theTextEndsWithTheAccount() throws {
        let text = ConversionText(try Self.convert(Self.two, to: "3.0"), .off).text()
        #expect(text.contains("figures.excludingBiogenicUptake  1.5 → 18.0"))
        #expect(text.contains("dropped  footprints[0].identity.updated: '2026-01-01T00:00:00Z'"))
        #expect(text.hasSuffix("6 of 6 source values accounted for: 2 carried, 3 converted exactly, 1 dropped\n"))
    }

    @Test func aLongListOfLossesIsCutAndSaysSo() throws {
        let report = try Self.convert("[\(Array(repeating: Self.two, count: 5).joined(separator: ","))]", to: "3.0")
        let text = ConversionText(report, .off, showing: 2).text()
        #expect(text.contains("… and 3 more values: --loss FILE lists them all"))
    }
}
