import EmissionsDiagnostics
import EmissionsSchemas
import EmissionsSyntax
import Testing

@Suite struct TableValidatorTests {
    // MARK: Cells

    @Test func aCellIsFoundAtItsPlaceWithTheValueInTheWords() throws {
        let schema =
            #"{"fields": [{"name": "id"}, {"name": "cn", "type": "string", "constraints": {"minLength": 8, "maxLength": 8}}]}"#
        let findings = try tableFindings(schema, "id,cn\n1,72081000\n2,\"7208100\"\n")
        #expect(findings.map(\.message.description) == ["cn in row 3 has 7 characters, must have exactly 8"])
        #expect(findings.first?.location?.line == 3)
        #expect(findings.first?.location?.column == 3)
        #expect(findings.first?.location?.address == .cell("B3"))
        #expect(findings.first?.excerpt?.text == "2,\"7208100\"")
        #expect(findings.first?.help == "Complete the text.")
    }

    @Test(arguments: [
        (#""type": "number""#, "1", "-2.50", "+.5", "5.", "1e-400", " 7 ", "INF", "NaN"),
        (#""type": "integer""#, "1", "-2", "+03", "0", "1", "1", "1", "1"),
        (
            #""type": "number", "decimalChar": ",", "groupChar": ".""#, "1.234,5", "1234", "1,5", "12.345.678", "1",
            "1", "1", "1"
        ),
        (#""type": "number", "bareNumber": false"#, "€ 12.50", "95%", "-3 kg", "1", "1", "1", "1", "1"),
        (#""type": "boolean""#, "true", "FALSE", "0", "1", "1", "1", "1", "1"),
        (
            #""type": "date""#, "2024-02-29", "0001-01-01", "2026-12-31", "2000-02-29", "2026-01-01", "2026-01-01",
            "2026-01-01", "2026-01-01"
        ),
        (
            #""type": "datetime""#, "2026-01-31T14:05:30Z", "2026-01-31T14:05:30.25+01:00", "2026-01-31T24:00:00",
            "2026-01-31T00:00:00-14:00", "2026-01-31T14:05:30", "2026-01-31T14:05:30", "2026-01-31T14:05:30",
            "2026-01-31T14:05:30"
        ),
        (
            #""type": "date", "format": "%d.%m.%Y""#, "31.01.2026", "1.2.2026", "29.02.2024", "1.1.1970", "1.1.1970",
            "1.1.1970", "1.1.1970", "1.1.1970"
        ),
        (
            #""type": "datetime", "format": "%d %b %y %I:%M %p""#, "31 Jan 26 02:05 PM", "1 feb 99 12:00 am",
            "1 feb 99 12:00 am", "1 feb 99 12:00 am", "1 feb 99 12:00 am", "1 feb 99 12:00 am", "1 feb 99 12:00 am",
            "1 feb 99 12:00 am"
        ),
        (#""type": "year""#, "2026", "-0044", "12026", "0000", "2026", "2026", "2026", "2026"),
        (
            #""type": "yearmonth""#, "2026-12", "2026-01", "2026-01", "2026-01", "2026-01", "2026-01", "2026-01",
            "2026-01"
        ),
    ])
    func whatIsOfTheTypeIsTaken(
        field: String, a: String, b: String, c: String, d: String, e: String, f: String, g: String, h: String
    ) throws {
        #expect(try cellFindings(field, a, b, c, d, e, f, g, h) == [])
    }

    @Test(arguments: [
        (#""type": "number""#, "1,5"), (#""type": "number""#, "1 000"), (#""type": "number""#, "1_000"),
        (#""type": "number""#, "."), (#""type": "number""#, "1e"), (#""type": "number""#, "0x1F"),
        (#""type": "number""#, "--1"),
        (#""type": "number""#, "nan"), (#""type": "number""#, "١٢"), (#""type": "integer""#, "1.0"),
        (#""type": "integer""#, "1e2"),
        (#""type": "integer""#, "INF"), (#""type": "number", "decimalChar": ",""#, "1.5"),
        (#""type": "number", "groupChar": ",""#, "1,,000"), (#""type": "number", "groupChar": ",""#, ",1"),
        (#""type": "boolean""#, "yes"), (#""type": "boolean""#, "true "), (#""type": "date""#, "2026-02-29"),
        (#""type": "date""#, "1900-02-29"), (#""type": "date""#, "2026-1-5"), (#""type": "date""#, "31.01.2026"),
        (#""type": "date""#, "2026-00-10"), (#""type": "datetime""#, "2026-01-31"),
        (#""type": "datetime""#, "2026-01-31T24:00:01"),
        (#""type": "datetime""#, "2026-01-31T14:05"), (#""type": "datetime""#, "2026-01-31 14:05:30"),
        (#""type": "date", "format": "%d.%m.%Y""#, "32.01.2026"),
        (#""type": "date", "format": "%d.%m.%Y""#, "31.01.26"),
        (#""type": "year""#, "26"), (#""type": "year""#, "02026"), (#""type": "yearmonth""#, "2026-13"),
        (#""type": "time""#, "25:00:00"),
    ])
    func whatIsNotOfTheTypeIsRefused(field: String, cell: String) throws {
        let found = try cellFindings(field, cell)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("TAB-006 x in row 2 is '\(cell)', must be ") == true, "\(found)")
    }

    @Test(arguments: [
        (
            #""type": "string", "format": "email""#, "carbon",
            "TAB-007 x in row 2 is 'carbon', must be an e-mail address"
        ),
        (
            #""type": "string", "constraints": {"pattern": "[a-z]+"}"#, "abc1",
            "TAB-008 x in row 2 is 'abc1', must match [a-z]+"
        ),
        (#""constraints": {"enum": ["kg", "t"]}"#, "KG", "TAB-009 x in row 2 is 'KG', must be 'kg' or 't'"),
        (
            #""type": "number", "constraints": {"enum": [1, "2.0"]}"#, "3",
            "TAB-009 x in row 2 is '3', must be '1' or '2.0'"
        ),
        (
            #""type": "number", "constraints": {"minimum": 0}"#, "-0.0000000000000000000001",
            "TAB-011 x in row 2 is '-0.0000000000000000000001', must be at least 0"
        ),
        (
            #""type": "number", "constraints": {"exclusiveMaximum": "100"}"#, "1e2",
            "TAB-011 x in row 2 is '1e2', must be less than 100"
        ),
        (
            #""type": "number", "constraints": {"maximum": 100}"#, "NaN",
            "TAB-011 x in row 2 is 'NaN', must be at most 100"
        ),
        (
            #""type": "date", "constraints": {"maximum": "2025-12-31"}"#, "2026-01-01",
            "TAB-011 x in row 2 is '2026-01-01', must be at the latest 2025-12-31"
        ),
        (
            #""type": "datetime", "constraints": {"minimum": "2026-01-01T00:00:00Z"}"#, "2026-01-01T00:30:00+01:00",
            "TAB-011 x in row 2 is '2026-01-01T00:30:00+01:00', must be at the earliest 2026-01-01T00:00:00Z"
        ),
        (#""constraints": {"required": true}"#, "", "TAB-005 x in row 2 is empty, must have a value"),
        (
            #""missingValues": ["n/a"], "constraints": {"required": true}"#, "n/a",
            "TAB-005 x in row 2 is 'n/a', which stands for no value, must have a value"
        ),
    ])
    func whatAConstraintRefusesIsSaidWithTheValue(field: String, cell: String, message: String) throws {
        #expect(try cellFindings(field, cell) == [message])
    }

    @Test func constraintsLetPassWhatTheyAllow() throws {
        #expect(
            try cellFindings(
                #""type": "number", "constraints": {"enum": [1, 2], "minimum": 1, "maximum": "2.00"}"#, "1.0", "2e0", ""
            ) == [])
        #expect(try cellFindings(#""type": "string", "constraints": {"pattern": "a|b"}"#, "a", "b") == [])
        // The whole of it has to match.
        #expect(try cellFindings(#""type": "string", "constraints": {"pattern": "a|b"}"#, "ab").count == 1)
        #expect(try cellFindings(#""missingValues": ["-"], "type": "number""#, "-") == [])
        #expect(try cellFindings(#""type": "string", "constraints": {"maxLength": 3}"#, "äöü") == [])
    }

    // MARK: Columns

    static let abc =
        #"{"fields": [{"name": "a"}, {"name": "b", "constraints": {"required": true}}, {"name": "c"}], "fieldsMatch": "MATCH"}"#

    @Test(arguments: [
        ("exact", "a,b,c", ""), ("exact", "a,c,b", "TAB-003 B1"), ("exact", "a,b", "TAB-001 A1"),
        ("exact", "a,b,c,d", "TAB-002 D1"), ("equal", "c,a,b", ""), ("equal", "c,b", "TAB-001 A1"),
        ("equal", "c,b,a,x", "TAB-002 D1"), ("subset", "x,c,b,a", ""), ("subset", "x,b,a", "TAB-001 A1"),
        ("superset", "c,b", ""), ("superset", "b,x", "TAB-002 B1"), ("superset", "a,c", "TAB-001 A1"),
        ("partial", "x,b", ""), ("partial", "x,y", "TAB-001 A1;TAB-001 A1"), ("equal", "a,b,c,a", "TAB-004 D1"),
    ])
    func columnsAreHeldAgainstFieldsAsTheSchemaSays(match: String, header: String, expected: String) throws {
        let schema = Self.abc.split(separator: "MATCH").joined(separator: match)
        let findings = try tableFindings(schema, header + "\n")
        #expect(findings.map { "\($0.code) \($0.cell)" }.joined(separator: ";") == expected)
    }

    @Test func aMisspeltColumnIsAskedFor() throws {
        let finding = try tableFindings(#"{"fields": [{"name": "cn_code"}], "fieldsMatch": "superset"}"#, "cn_cod\n")
            .first
        #expect(finding?.help == "If cn_code is meant, write it so.")
    }

    @Test func aColumnWithoutNameCountsFromItsFirstContent() throws {
        let schema = #"{"fields": [{"name": "a"}]}"#
        #expect(try tableFindings(schema, "a,\n1,\n2,\n").isEmpty)
        let found = try tableFindings(schema, "a,\n1,\n2,x\n3,y\n")
        #expect(found.map { "\($0.code) \($0.cell)" } == ["TAB-002 B3"])
    }

    @Test func aRowThatEndsBeforeARequiredCellIsFound() throws {
        let schema = Self.abc.split(separator: "MATCH").joined(separator: "equal")
        #expect(
            try tableFindings(schema, "a,c,b\n1,2\n").map(\.message.description) == [
                "b in row 2 is not there, must have a value"
            ])
    }

    // MARK: Rows

    @Test func aRepeatSaysWhereItWasFirst() throws {
        let found = try cellFindings(#""type": "number", "constraints": {"unique": true}"#, "1", "2", "1.0", "", "")
        #expect(found == ["TAB-012 x in row 4 is '1.0', as in row 2, must occur once"])
    }

    @Test func aKeyOfTwoColumnsMayOccurOnce() throws {
        let schema = #"{"fields": [{"name": "a"}, {"name": "b"}], "primaryKey": ["a", "b"]}"#
        let found = try tableFindings(schema, "a,b\n1,12\n11,2\n1,12\n,1\n").map { "\($0.code) \($0.message)" }
        #expect(
            found == [
                "TAB-013 row 4 has the same a and b as row 2, which may occur once",
                "TAB-005 a in row 5 is empty, must have a value as a part of the key",
            ])
    }

    @Test func aUniqueKeyMayBeEmpty() throws {
        let schema = #"{"fields": [{"name": "a"}], "uniqueKeys": [["a"]]}"#
        #expect(try tableFindings(schema, "a\n\"\"\n\"\"\nx\nx\n").map(\.code) == ["TAB-013"])
    }

    @Test func whatIsRememberedIsBoundedAndThatIsSaidOnce() throws {
        let schema = #"{"fields": [{"name": "a", "constraints": {"unique": true}}]}"#
        let found = try tableFindings(schema, "a\n1\n2\n3\n4\n4\n1\n", mostValues: 2)
        #expect(found.map { "\($0.code) \($0.cell)" } == ["TAB-014 A4", "TAB-012 A7"])
        #expect(found.first?.severity == .note)
    }

    @Test func whatIsNotListedIsCounted() throws {
        let schema = #"{"fields": [{"name": "a", "type": "number"}]}"#
        let found = try tableFindings(schema, "a\nx\nx\nx\nx\n", mostFindings: 1)
        #expect(
            found.map(\.message.description) == ["a in row 2 is 'x', must be a number", "3 more faults are not listed"])
    }

    @Test func rowsOfOneRecordAreEachLookedAt() throws {
        let schema = #"{"fields": [{"name": "id"}, {"name": "n", "type": "number"}]}"#
        let found = try tableFindings(schema, "id,n\n1,1\n1,x\n2,y\n", groupedBy: "id")
        #expect(found.map { $0.cell } == ["B3", "B4"])
    }
}
