import EmissionsDiagnostics
import EmissionsModel
import TestSupport
import Testing

@testable import EmissionsFormats

/// What is wrong with a mapping, each with its code and its line.
@Suite struct SheetMappingTests {
    struct Fault: Sendable, CustomTestStringConvertible {
        var code: String
        var line: Int
        var says: String
        var columns: String
        var rest = ""
        var testDescription: String { "\(code) \(says)" }
    }

    static let faults = [
        Fault(code: "MAP-001", line: 5, says: "did you mean 'field'", columns: "{column: a, feild: product.name}"),
        Fault(
            code: "MAP-003", line: 5, says: "did you mean 'product.name'", columns: "{column: a, field: product.nam}"),
        Fault(code: "MAP-004", line: 5, says: "a has no unit", columns: "{column: a, field: figures.fossil}"),
        Fault(
            code: "MAP-004", line: 5, says: "still to be said", columns: "{column: a, field: figures.fossil, unit: '?'}"
        ),
        Fault(
            code: "MAP-005", line: 5, says: "a mass of CO2e", columns: "{column: a, field: figures.fossil, unit: kWh}"),
        Fault(
            code: "MAP-005", line: 5, says: "a unit of mass", columns: "{column: a, field: declaredUnit.mass, unit: m3}"
        ),
        Fault(
            code: "MAP-006", line: 5, says: "'ton' may be t, st or lt",
            columns: "{column: a, field: declaredUnit.amount, unit: ton}"),
        Fault(code: "MAP-006", line: 5, says: "may be", columns: "{column: a, field: figures.fossil, unit: tons CO2e}"),
        Fault(code: "MAP-007", line: 5, says: "several things", columns: "{column: a, field: product.name, is: gas}"),
        Fault(code: "MAP-008", line: 5, says: "not what it is", columns: "{column: a}"),
        Fault(
            code: "MAP-002", line: 5, says: "must be one of `active`",
            columns: "{column: a, field: identity.status, codes: {ok: fine}}"),
        Fault(
            code: "MAP-002", line: 5, says: "no column 'b' to divide by",
            columns: "{column: a, field: figures.fossil, unit: kgCO2e, divided-by: b}"),
        Fault(code: "MAP-004", line: 5, says: "AP has no unit", columns: "{column: a, result: AP, modules: A1-A3}"),
        Fault(code: "MAP-008", line: 5, says: "not of which module", columns: "{column: a, result: PENRT}"),
        Fault(
            code: "MAP-008", line: 6, says: "rows of one gas have no key", columns: "{column: a, is: gas}",
            rest: "rows: {per: gas}"),
        Fault(
            code: "MAP-002", line: 6, says: "AR4, AR5 or AR6", columns: "{column: a, field: product.name}",
            rest: "gases: {sum: figures.fossil, gwp: AR7}"),
        Fault(
            code: "MAP-002", line: 6, says: "DD.MM.YYYY", columns: "{column: a, field: product.name}",
            rest: "sheet: {dates: DD.MM}"),
        Fault(
            code: "MAP-002", line: 6, says: "the same mark", columns: "{column: a, field: product.name}",
            rest: "sheet: {decimal: comma, thousands: comma}"),
        Fault(
            code: "MAP-003", line: 6, says: "no field", columns: "{column: a, field: product.name}",
            rest: "constants: {boundary.extend: x}"),
    ]

    @Test(arguments: faults) func aFaultOfAMappingHasItsCodeAndItsPlace(_ fault: Fault) {
        let text = "mapping: 1\nname: test\n\ncolumns:\n  - \(fault.columns)\n\(fault.rest)\n"
        let problems = problems(text)
        let found = problems.first { $0.code.description == fault.code && $0.message.description.contains(fault.says) }
        #expect(found?.location?.line == fault.line, "\(problems)")
    }

    @Test func twoColumnsForOneFieldAreOneTooMany() {
        let problems = problems(
            "mapping: 1\nname: t\ncolumns:\n  - {column: a, field: product.name}\n  - {column: b, field: product.name}\n"
        )
        #expect(problems.map(\.code) == ["MAP-007"])
        #expect(problems.first?.location?.line == 5)
    }

    @Test func whatIsNotYAMLIsOneFinding() {
        #expect(problems("mapping: 1\ncolumns: [}\n").map(\.code) == ["YML-001"])
    }

    @Test func everyFieldOfTheTablesIsOneOfTheModel() {
        let names = SheetMapping.fields.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.count > 130)
        #expect(names.contains("header.reportingPeriod.quarter") && names.contains("good.commodity.cn"))
    }

    private func problems(_ text: String) -> [Diagnostic] {
        do throws(SheetMappingError) {
            _ = try SheetMapping(Array(text.utf8))
            return []
        } catch { return error.diagnostics }
    }
}
