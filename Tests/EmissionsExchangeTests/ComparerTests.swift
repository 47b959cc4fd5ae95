import EmissionsDiagnostics
import EmissionsExchange
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax
import TestSupport
import Testing

@Suite struct ComparerTests {
    // MARK: Figures

    @Test func aFigureIsTheSamePerUnitAndPerDeclaredAmount() throws {
        let a = footprint(
            "a", #""declaredUnit": {"amount": "12", "unit": "liter", "basis": "one unit"}"#, fossil: "1.31")
        let b = footprint(
            "a", #""declaredUnit": {"amount": "12", "unit": "liter", "basis": "declared amount"}"#, fossil: "15.72")
        #expect(try lines(a, b) == [])
        #expect(
            try lines(a, b, isStrict: true) == [
                "respelled declaredUnit.basis one unit → declared amount",
                "respelled figures.fossil 1.31 kgCO2e per liter → 15.72 kgCO2e per 12 liter",
            ])
    }

    @Test func aThousandKilogramsOfTheProductAreATonne() throws {
        let unit = { (amount: String, unit: String) in
            #""declaredUnit": {"amount": "\#(amount)", "unit": "\#(unit)", "basis": "declared amount"}"#
        }
        let a = footprint("a", unit("1000", "kilogram"), fossil: "7"),
            b = footprint("a", unit("1", "tonne"), fossil: "7")
        #expect(try lines(a, b) == [])
    }

    @Test func figuresForAnUnknownAmountAreNotComparedWithOthers() throws {
        let a = footprint("a", #""declaredUnit": {"unit": "liter", "basis": "declared amount"}"#, fossil: "2")
        let b = footprint(
            "a", #""declaredUnit": {"amount": "2", "unit": "liter", "basis": "declared amount"}"#, fossil: "3")
        #expect(
            try lines(a, b) == [
                "added declaredUnit.amount 2 liter", "changed figures.fossil 2 kgCO2e → 3 kgCO2e per 2 liter",
            ])
    }

    @Test func aChangedFigureTellsByHowMuch() throws {
        #expect(
            try lines(footprint("a", fossil: "2.0"), footprint("a", fossil: "2.25"))
                == ["changed figures.fossil 2.0 kgCO2e → 2.25 kgCO2e +12.5 %"])
    }

    @Test func otherDigitsAreNoDifferenceUnlessAskedFor() throws {
        let a = footprint("a", fossil: "2.0"), b = footprint("a", fossil: "2.00")
        #expect(try lines(a, b) == [])
        #expect(try lines(a, b, isStrict: true) == ["respelled figures.fossil 2.0 kgCO2e → 2.00 kgCO2e"])
    }

    @Test func aValueThatCanNotBeReadIsNeverTheSame() throws {
        let broken = footprint("a", fossil: "much")
        #expect(try lines(broken, broken) == ["unreadable figures.fossil much kgCO2e → much kgCO2e"])
        #expect(try lines(broken, footprint("a", fossil: "2")) == ["unreadable figures.fossil much kgCO2e → 2 kgCO2e"])
        #expect(try differences(broken, broken).report.summary.differs)
    }

    /// PACT 2 rates from 1 to 3, PACT 3 from 1 to 5.
    @Test func equalRatingsOnTwoScalesAreNotTheSame() throws {
        let rated = { (version: String) in
            #""identity": {"identifier": "a", "specificationVersion": "\#(version)"}, "dataQuality": {"temporal": "1"}"#
        }
        #expect(
            try lines(footprint("a", rated("2.3.0"), fossil: "1"), footprint("a", rated("3.0.0"), fossil: "1"))
                == ["changed dataQuality.temporal 1 of 3 → 1 of 5"])
    }

    @Test func onlyFiguresAreCountedAsUpAndDown() throws {
        let version = { (number: String) in #""identity": {"identifier": "a", "version": "\#(number)"}"# }
        let summary = try differences(
            footprint("a", version("1"), fossil: "2"), footprint("a", version("5"), fossil: "1")
        ).report.summary
        #expect((summary.up, summary.down) == (0, 1))
        #expect(summary.largest?.path.description == "figures.fossil")
    }

    /// Where a footprint holds and where it was made are two things, unless only one of them is said.
    @Test func oneCountryMayStandAtEitherOfTwoPlaces() throws {
        let made = #""production": {"country": "DE"}"#, holds = #""geography": {"country": "DE"}"#
        #expect(try lines(footprint("a", made, fossil: "1"), footprint("a", holds, fossil: "1")) == [])
        #expect(
            try lines(footprint("a", "\(made), \(holds)", fossil: "1"), footprint("a", holds, fossil: "1"))
                == ["removed production.country DE"])
    }

    // MARK: Records

    @Test func recordsMayStandInAnyOrder() throws {
        let one = footprint("a", fossil: "1"), two = footprint("b", fossil: "2")
        #expect(try lines(one + "\n" + two, two + "\n" + one) == [])
    }

    @Test func whatIsInOneFileOnlyIsSaid() throws {
        let one = footprint("a", fossil: "1"), two = footprint("b", fossil: "2"), three = footprint("c", fossil: "3")
        #expect(try lines(one + "\n" + two, two + "\n" + three) == ["onlyInA footprint a", "onlyInB footprint c"])
    }

    @Test func aSuccessorIsFoundByItsPredecessor() throws {
        let a = footprint("a", fossil: "1") + "\n" + footprint("x", fossil: "5")
        let b = footprint("b", #""identity": {"identifier": "b", "predecessors": ["a"]}"#, fossil: "2")
        let found = try differences(a, b + "\n" + footprint("y", fossil: "6"))
        #expect(found.records.first { $0.match == .predecessor }?.b?.identifier == "b")
        #expect(found.report.summary.onlyInA == 1 && found.report.summary.onlyInB == 1)
    }

    @Test func aNameThatTwoRecordsShareMatchesNone() throws {
        let product = #""product": {"identifiers": ["urn:p"]}"#
        let a = footprint("a", product, fossil: "1") + "\n" + footprint("b", product, fossil: "1")
        let b = footprint("c", product, fossil: "1") + "\n" + footprint("d", product, fossil: "1")
        #expect(try differences(a, b).report.summary.both == 0)
    }

    @Test func tooManyRecordsThatWaitAreALimitAndNoVerdict() throws {
        let a = (0..<9).map { footprint("a\($0)", fossil: "1") }.joined(separator: "\n")
        let b = (0..<9).map { footprint("b\($0)", fossil: "1") }.joined(separator: "\n")
        let report = try differences(a, b, heldRecords: 10).report
        #expect(report.limit?.code == "DIF-001")
        #expect(!report.isWhole)
        #expect(try differences(a, a, heldRecords: 2).report.isWhole)
    }

    // MARK: Lists

    @Test func identifiersAreASet() throws {
        let product = { (list: String) in #""product": {"identifiers": [\#(list)]}"# }
        let a = footprint("a", product(#""urn:1", "urn:2""#), fossil: "1")
        #expect(try lines(a, footprint("a", product(#""urn:2", "urn:1""#), fossil: "1")) == [])
        #expect(
            try lines(a, footprint("a", product(#""urn:3", "urn:1""#), fossil: "1")) == [
                "changed product.identifiers[1] urn:2 → urn:3"
            ])
        #expect(
            try lines(a, footprint("a", product(#""urn:1", "urn:2", "urn:3""#), fossil: "1")) == [
                "added product.identifiers[2] urn:3"
            ])
    }

    @Test func itemsOfAListAreFoundByTheirKey() throws {
        let results = { (list: String) in
            #""results": [{"indicator": "GWP-total", "unit": "kg CO2 eq.", "amounts": [\#(list)]}]"#
        }
        let one = #"{"modules": "A1", "amount": "1"}"#
        let other = #"{"modules": "A3", "amount": "2"}"#
        let new = #"{"modules": "A1", "amount": "3"}"#
        #expect(
            try lines(
                footprint("a", results("\(one), \(other)"), fossil: "1"),
                footprint("a", results("\(other), \(new)"), fossil: "1"))
                == ["changed results[0].amounts[0].amount 1 → 3 +200 %"])
    }

    // MARK: Places

    @Test func aDifferenceHasItsPlaceInBothFiles() throws {
        let a = footprint("a", fossil: "1")
        let found = try differences(a, "\n" + footprint("a", fossil: "2")).records[0].differences[0]
        #expect(found.a.location?.line == 1 && found.b.location?.line == 2)
        #expect(found.a.location?.column == found.b.location?.column)
        #expect(found.a.location?.address == .pointer("/records/0/footprint/figures/fossil"))
    }
}

/// A footprint in our own form, in one line.
private func footprint(_ identifier: String, _ members: String = "", fossil: String) -> String {
    let identity = members.contains("identity") ? "" : #""identity": {"identifier": "\#(identifier)"}, "#
    return
        #"{\#(identity)\#(members.isEmpty ? "" : members + ", ")"figures": {"fossil": {"amount": "\#(fossil)", "unit": "kgCO2e"}}}"#
}

private func differences(
    _ a: String, _ b: String, isStrict: Bool = false, heldRecords: Int = 1000
) throws -> (records: [RecordDifference], report: DifferenceReport) {
    var options = ReadingOptions(today: CalendarDay(2026, 11, 24))
    options.format = Format.named("emx")
    var comparer = Comparer(options, options)
    (comparer.isStrict, comparer.heldRecords) = (isStrict, heldRecords)
    let files = try [a, b].map { text in
        let list = text.split(separator: "\n", omittingEmptySubsequences: false)
        let lead = list.prefix { $0.isEmpty }.map { _ in "\n" }.joined()
        let records = list.filter { !$0.isEmpty }.map { "{\"footprint\": \($0)}" }.joined(separator: ",")
        return try SourceFile(
            path: "-", ByteSource(Array("\(lead){\"emx\": \"1.0\", \"records\": [\(records)]}".utf8)))
    }
    var records: [RecordDifference] = []
    let report = comparer.compare(files[0], files[1], into: { records.append($0) })
    return (records, report)
}

/// The differences in words.
private func lines(_ a: String, _ b: String, isStrict: Bool = false) throws -> [String] {
    try differences(a, b, isStrict: isStrict).records.flatMap { record -> [String] in
        if record.presence != .both {
            return ["\(record.presence.rawValue) \(record.kind.rawValue) \((record.a ?? record.b)?.identifier ?? "")"]
        }
        return record.differences.map { difference in
            let sides = [difference.a, difference.b].compactMap { side in
                side.value.map { [$0, side.unit].compactMap { $0 }.joined(separator: " ") }
            }
            let words = [difference.kind.rawValue, "\(difference.path)", sides.joined(separator: " → ")]
            return (words + [difference.change?.description].compactMap { $0 }).joined(separator: " ")
        }
    }
}
