import EmissionsExchange
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax
import TestSupport
import Testing

@Suite struct InspectorTests {
    static func inspect(_ json: String, _ change: (inout Inspector) -> Void = { _ in }) throws -> Summary {
        var inspector = Inspector(ReadingOptions(today: CalendarDay(2026, 11, 24)))
        change(&inspector)
        return inspector.inspect(try SourceFile(path: "-", ByteSource(Array(json.utf8)))).summary
    }

    static func footprint(_ name: String, unit: String = "kilogram", country: String = "DE", end: Int = 2025) -> String
    {
        """
        {"productNameCompany": "\(name)", "companyName": "Acme", "pcf": {"declaredUnitOfMeasurement": "\(unit)",
        "declaredUnitAmount": "1", "pcfExcludingBiogenicUptake": "2.80", "geographyCountry": "\(country)",
        "referencePeriodStart": "\(end - 1)-01-01T00:00:00Z", "referencePeriodEnd": "\(end)-01-01T00:00:00Z"}}
        """
    }

    @Test func whatOccursIsCountedWithTheMostFrequentFirst() throws {
        let list = [("a", "FR"), ("b", "DE"), ("c", "DE")].map { Self.footprint($0.0, country: $0.1) }
        let summary = try Self.inspect("[\(list.joined(separator: ","))]")
        #expect(summary.footprints == 3)
        #expect(summary.origins.ranked.map(\.name) == ["DE", "FR"])
        #expect(summary.origins.ranked.map(\.count) == [2, 1])
        #expect(summary.companies.ranked.map(\.name) == ["Acme"])
    }

    @Test func theReferencePeriodReachesFromTheEarliestToTheLatest() throws {
        let summary = try Self.inspect("[\(Self.footprint("a", end: 2025)),\(Self.footprint("b", end: 2023))]")
        #expect(summary.earliest?.written == "2022-01-01T00:00:00Z")
        #expect(summary.latest?.written == "2025-01-01T00:00:00Z")
    }

    @Test func figuresKeepTheirDigitsAndSayWhatTheyAreFor() throws {
        let summary = try Self.inspect("[\(Self.footprint("a"))]")
        let figure = try #require(summary.entries.first?.figures.first)
        #expect("\(figure.amount)" == "2.80")
        #expect(figure.unit == "kgCO2e")
        #expect(figure.per == "1 kilogram")
    }

    @Test func noUnitIsInventedForAFigureWithoutOne() throws {
        let summary = try Self.inspect(
            #"{"emx":"1.0","header":{},"records":[{"good":{"imported":{"netMass":"5"},"footprints":[{"embeddedEmissions":{"direct":{"specific":"1.8"}}}]}}]}"#
        )
        let entry = try #require(summary.entries.first)
        #expect(entry.imported == "5 (no unit given)")
        #expect(entry.figures.map(\.unit) == ["(no unit given)"])
    }

    @Test func moreThanAreListedAreCounted() throws {
        let list = (0..<300).map { Self.footprint("p\($0)", unit: "kilogram", country: "DE") }
        let summary = try Self.inspect("[\(list.joined(separator: ","))]") { $0.maxEntries = 2 }
        #expect(summary.entries.count == 2)
        #expect(summary.entryCount == 300)
    }

    @Test func aLongTextBeforeTheNamesThatTellTheFormatIsReadPast() throws {
        let text = String(repeating: "long ", count: 100_000)
        let file = try SourceFile(
            path: "-", ByteSource(Array(#"[{"comment": "\#(text)", \#(Self.footprint("a").dropFirst())]"#.utf8)))
        #expect(file.detected?.format.name == "pact")
    }
}
