import EmissionsModel
import TestSupport
import Testing

@Suite struct UnitTableTests {
    /// Values of NIST SP 811 and of the international yard and pound, looked up there and not in the table.
    @Test(arguments: [
        ("lb", "kg", "0.45359237"), ("st", "kg", "907.18474"), ("lt", "kg", "1016.0469088"),
        ("oz", "g", "28.349523125"),
        ("kWh", "MJ", "3.6"), ("MMBtu", "MJ", "1055.05585262"), ("GJ", "kWh", nil), ("ft3", "m3", "0.028316846592"),
        ("gal (US)", "l", "3.785411784"), ("bbl", "gal (US)", "42"), ("mi", "km", "1.609344"),
        ("ft2", "m2", "0.09290304"),
        ("min", "h", nil), ("h", "min", "60"), ("st", "lb", "2000"), ("lt", "lb", "2240"), ("lb", "oz", "16"),
        ("t", "lb", nil), ("toe", "MJ", "41868"), ("kg", "MJ", nil),
    ])
    func aUnitIsExactlySoManyOfAnotherOrNone(from: String, to: String, factor: String?) throws {
        let units = UnitTable.all
        let a = try #require(units.first { $0.symbol == from }), b = try #require(units.first { $0.symbol == to })
        #expect(a.convert(1, to: b)?.description == factor)
    }

    @Test func everyUnitOfTheModelIsInTheTable() {
        for unit in UnitOfMeasure.allCases { #expect(UnitTable.all.filter { $0.unit == unit }.count == 1, "\(unit)") }
    }

    @Test func symbolsAndCodesAreUnique() {
        let words = UnitTable.all.flatMap { [$0.symbol] + ($0.code.map { [$0] } ?? []) }
        #expect(Set(words).count == words.count)
    }

    @Test(arguments: [
        ("KGM", "kg"), ("TNE", "t"), ("TO", "t"), ("Tonnen", "t"), ("metric ton", "t"), ("short ton", "st"),
        ("kilowatt hour", "kWh"), ("cubic meter", "m3"), ("ton kilometer", "tkm"), ("Stück", "piece"), ("m³", "m3"),
    ])
    func aWordNamesItsUnit(word: String, symbol: String) throws {
        guard case .unit(let unit)? = UnitWord(word) else {
            Issue.record("\(word) is not known")
            return
        }
        #expect(unit.symbol == symbol)
    }

    @Test(arguments: ["ton", "Tons", "gal", "kcal", "therm", "ST"]) func aWordForSeveralUnitsIsNone(word: String) {
        guard case .ambiguous? = UnitWord(word) else {
            Issue.record("\(word) is not ambiguous")
            return
        }
    }

    @Test(arguments: ["Mt", "furlong", "", "k g"]) func otherWordsAreNotKnown(word: String) {
        #expect(UnitWord(word) == nil)
    }

    /// The table against three public ones; the two values in dispute are those of the IPCC's own data.
    @Test(.enabled(if: Shared.has("corpus/lca/lciafmt"), "shared/corpus/lca is not here"))
    func potentialsAreThoseOfThePublishedTables() throws {
        let text = String(
            decoding: try Shared.bytes("corpus/lca/globalwarmingpotentials/globalwarmingpotentials.csv"), as: UTF8.self)
        let rows = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }.map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let header = try #require(rows.first)
        var compared = 0
        for (set, name) in [(WarmingPotentialSet.ar4, "AR4GWP100"), (.ar5, "AR5GWP100"), (.ar6, "AR6GWP100")] {
            let column = try #require(header.firstIndex(of: name))
            for row in rows.dropFirst() where row.count > column {
                guard
                    let gas = GreenhouseGas.all.first(where: {
                        $0.name.filter { $0 != "-" } == row[0].filter { $0 != "-" && $0 != "_" }
                    }),
                    let known = ExactDecimal(row[column]), let stated = gas.potential(in: set)
                else { continue }
                compared += 1
                #expect(stated.equals(known), "\(gas.name) \(set.rawValue): \(stated), published \(known)")
            }
        }
        #expect(compared > 40)
    }

    @Test func gasesGoByFormulaNumberAndName() {
        #expect(GreenhouseGas(named: "75-73-0")?.name == "CF4")
        #expect(GreenhouseGas(named: "Lachgas")?.name == "N2O")
        #expect(GreenhouseGas(named: "hfc-134A")?.name == "HFC-134a")
        #expect(GreenhouseGas(named: "SiF4") == nil)
    }
}
