import EmissionsDiagnostics
import EmissionsExchange
import EmissionsModel
import EmissionsSyntax
import TestSupport
import Testing

/// What reader, schema and rules all stumble over is told once.
@Suite struct CausesTests {
    /// The findings for the steel coil, changed.
    static func findings(_ changes: [(String, String)], maxFindings: Int = 1_000) throws -> FileReport {
        var text = String(decoding: try read(packageFolder + "/samples/pact/steel-coil/input.json"), as: UTF8.self)
        for (old, new) in changes {
            #expect(text.contains(old), "the sample has no \(old)")
            text = text.replacing(old, with: new)
        }
        var options = ReadingOptions(today: CalendarDay(2026, 11, 24))
        options.maxFindings = maxFindings
        return Validator(options).validate(path: "coil.json", ByteSource(Array(text.utf8)))
    }

    static func lines(_ changes: (String, String)...) throws -> [String] {
        try findings(changes).findings.map { finding in
            let place = if case .pointer(let pointer) = finding.location?.address { pointer } else { "" }
            return "\(finding.severity) \(finding.code) \(place) \(finding.path?.description ?? "")"
        }
    }

    @Test func aValueThatCannotBeReadIsNotAlsoMissing() throws {
        #expect(
            try Self.lines((#""pcfExcludingBiogenicUptake": "2140.50""#, #""pcfExcludingBiogenicUptake": "2,140.50""#))
                == [
                    "error READ-002 /data/0/pcf/pcfExcludingBiogenicUptake footprints[0].figures.excludingBiogenicUptake"
                ])
    }

    @Test func aMissingFigureIsToldByTheRuleThatAsksForIt() throws {
        #expect(
            try Self.lines((#""pcfExcludingBiogenicUptake": "2140.50","#, ""))
                == ["error FIG-002 /data/0/pcf footprints[0].figures.excludingBiogenicUptake"])
    }

    @Test func whatTheSchemaForbidsIsNotToldAsAWarningOnly() throws {
        #expect(
            try Self.lines((#""86.4""#, "86.4"))
                == ["error JSC-001 /data/0/pcf/primaryDataShare footprints[0].dataQuality.primaryDataShare"])
    }

    @Test func whatARuleSaysOfAValueHidesNothingAboutOthers() throws {
        let lines = try Self.lines((#""86.4""#, "86.4"), (#""AR6""#, #""AR5""#))
        #expect(lines.map { $0.prefix(13) } == ["warning MET-0", "error JSC-001"])
    }

    @Test func countsAreTheSameHoweverManyAreListed() throws {
        let changes = [
            (#""86.4""#, "86.4"), (#""pcfExcludingBiogenicUptake": "2140.50","#, ""), (#""AR6""#, #""AR5""#),
        ]
        let all = try Self.findings(changes), none = try Self.findings(changes, maxFindings: 0)
        #expect(all.counts == none.counts)
        #expect(all.countsByCode == none.countsByCode)
        #expect(all.counts.error == 2)
    }

    @Test func findingsComeInTheOrderOfTheFile() throws {
        let offsets = try Self.findings([(#""86.4""#, "86.4"), (#""AR6""#, #""AR5""#), (#""2140.50""#, #""x""#)])
            .findings.compactMap(\.location?.byteOffset)
        #expect(offsets.count == 3)
        #expect(offsets == offsets.sorted())
    }

    @Test func aReportNamesTheSchemaThatItWasMadeWith() throws {
        #expect(try Self.findings([]).schemas.map(\.name) == ["pact/3.0/product-footprint.schema.json"])
    }

    /// The note on padded values counts those of the whole good, so that a fault of one of them hides nothing.
    @Test func aFaultOfAPaddedValueDoesNotHideThatOthersArePadded() throws {
        let sample = try read(packageFolder + "/samples/cbam-qreport/cement-bag/input.xml")
        let text = String(decoding: sample, as: UTF8.self)
            .replacing("<ImportArea>EU</ImportArea>", with: "<ImportArea> EUROPE </ImportArea>")
            .replacing("<CnCode>25232900", with: "<CnCode> 25232900 ")
        let report = Validator(ReadingOptions(today: CalendarDay(2026, 11, 24))).validate(
            path: "t.xml", ByteSource(Array(text.utf8)))
        #expect(report.findings.contains { $0.code == "READ-003" })
        #expect(report.findings.contains { $0.code.description.hasPrefix("XSD-") })
    }

    // MARK: Tables

    /// The codes that are found in the table of two products, changed.
    static func codesOfTable(_ old: String, _ new: String) throws -> [String] {
        let sample = try read(packageFolder + "/samples/emx-csv/two-products/input.csv")
        let text = String(decoding: sample, as: UTF8.self)
        let place = try #require(text.firstRange(of: old))
        let changed = text[..<place.lowerBound] + new + text[place.upperBound...]
        let options = ReadingOptions(today: CalendarDay(2026, 11, 24))
        return Validator(options).validate(path: "t.csv", ByteSource(Array(changed.utf8))).findings.map(
            \.code.description)
    }

    @Test func whatFollowsFromAQuoteIsCountedAndLeftOut() throws {
        let codes = try Self.codesOfTable(#"3 mm","#, "3 mm,")
        #expect(codes.filter { $0.hasPrefix("READ") || $0.hasPrefix("TAB") } == [])
        #expect(codes.contains("CSV-002") && codes.contains("CSV-008"))
    }

    @Test func aRowThatIsTooLongHidesNothing() throws {
        let codes = try Self.codesOfTable(",25.500,,tonne", ",,25.500,,tonne")
        #expect(codes.contains("CSV-002") && codes.contains("READ-002"))
        #expect(!codes.contains("CSV-008"))
    }

    @Test func aTableWithoutRowsGetsAVerdict() throws {
        let sample = try read(packageFolder + "/samples/emx-csv/two-products/input.csv")
        let header = Array(sample.prefix { $0 != 0x0A })
        let report = Validator(ReadingOptions(today: CalendarDay(2026, 11, 24))).validate(
            path: "t.csv", ByteSource(header))
        #expect(report.verdict.isKnown && report.records == 0)
    }

    @Test func aCellOfTheFirstRowIsToldOnce() throws {
        #expect(try Self.codesOfTable(",25.500,,tonne", ",25.5 t,,tonne").filter { $0 != "TRD-006" } == ["READ-002"])
        #expect(try Self.codesOfTable("2026,Q3", "2026,Q5").contains { $0.hasPrefix("TAB") } == false)
    }
}
