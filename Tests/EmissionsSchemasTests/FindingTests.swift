import EmissionsDiagnostics
import EmissionsSchemas
import EmissionsSyntax
import Testing

/// What is wrong is said in plain words, with the value that was found and what is expected.
@Suite struct FindingTests {
    private static let formats: JSONSchema.Options = {
        var options = JSONSchema.Options()
        options.assertsFormats = true
        return options
    }()

    @Test(arguments: [
        (
            #"{"properties": {"declaredUnitAmount": {"pattern": "^[0-9.]+$"}}}"#, #"{"declaredUnitAmount": "12 kg"}"#,
            ["JSC-004 declaredUnitAmount is '12 kg', must match ^[0-9.]+$"]
        ),
        (
            #"{"properties": {"pcf": {"required": ["unit", "amount"]}}}"#, #"{"pcf": {"unit": "kg"}}"#,
            ["JSC-002 pcf is without amount, which is required"]
        ),
        (
            #"{"properties": {"a": {"type": ["string", "null"]}, "b": {"type": "integer"}}}"#, #"{"a": 12, "b": 1.5}"#,
            ["JSC-001 a is 12, must be a text or null", "JSC-001 b is 1.5, must be a whole number"]
        ),
        (
            #"{"properties": {"unit": {"enum": ["kg", "liter", "cubic meter"]}}}"#, #"{"unit": "KG"}"#,
            ["JSC-003 unit is 'KG', must be 'kg', 'liter' or 'cubic meter'"]
        ),
        (
            #"{"properties": {"share": {"minimum": 0, "maximum": 100}}}"#, #"{"share": 140}"#,
            ["JSC-006 share is 140, must be at most 100"]
        ),
        (
            #"{"properties": {"n": {"multipleOf": 0.01}}}"#, #"{"n": 1.005}"#,
            ["JSC-007 n is 1.005, must be a multiple of 0.01"]
        ),
        (
            #"{"properties": {"code": {"minLength": 8, "maxLength": 8}}}"#, #"{"code": "7208"}"#,
            ["JSC-005 code is '7208', which has 4 characters, must have exactly 8"]
        ),
        (
            #"{"properties": {"ids": {"minItems": 1}}}"#, #"{"ids": []}"#,
            ["JSC-008 ids has 0 items, must have at least 1"]
        ),
        (
            #"{"properties": {"ids": {"uniqueItems": true}}}"#, #"{"ids": ["a", "b", "a"]}"#,
            ["JSC-009 item 3 of ids is 'a', as item 1 is, must occur once"]
        ),
        (
            #"{"properties": {"name": true}, "additionalProperties": false}"#, #"{"nmae": 1}"#,
            ["JSC-010 nmae is not foreseen in value"]
        ),
        (
            #"{"allOf": [{"properties": {"a": true}}], "unevaluatedProperties": false}"#, #"{"a": 1, "b": 2}"#,
            ["JSC-010 b is not foreseen in value"]
        ),
        (
            #"{"propertyNames": {"maxLength": 2}}"#, #"{"abc": 1}"#,
            [
                "JSC-011 abc is no name that is allowed here: the value is 'abc', which has 3 characters, must have at most 2"
            ]
        ),
        (
            #"{"dependentRequired": {"start": ["end"]}}"#, #"{"start": 1}"#,
            ["JSC-012 value is without end, which start requires"]
        ),
        (#"{"properties": {"x": false}}"#, #"{"x": 1}"#, ["JSC-016 x is 1, but may not be there at all"]),
        (
            #"{"contains": {"const": 1}}"#, "[2, 3]",
            ["JSC-017 value has 0 items of the kind that is asked for, must have at least 1"]
        ),
        (#"{"not": {"type": "null"}}"#, "null", ["JSC-013 value is null, which the schema excludes"]),
        (
            #"{"oneOf": [{"minimum": 1}, {"type": "string"}, {"maximum": 9}]}"#, "5",
            ["JSC-013 value fits 2 of 3 alternatives (1, 3), must fit exactly one"]
        ),
    ])
    func theMessageSaysWhatWasFoundAndWhatIsExpected(schema: String, value: String, expected: [String]) throws {
        #expect(try messages(schema, value) == expected)
    }

    @Test func aFormatIsARemarkUnlessAsked() throws {
        let schema = #"{"format": "date-time"}"#
        #expect(try messages(schema, #""2026-02-30T00:00:00Z""#) == [])
        let found = try findings(schema, #""2026-02-30T00:00:00Z""#, options: Self.formats)
        #expect(
            found.map(\.message.description) == [
                "value is '2026-02-30T00:00:00Z', must be a date and a time with an offset (RFC 3339)"
            ])
        #expect(found.first?.help == "Write it like 2026-01-31T00:00:00Z.")
    }

    @Test func aFindingStandsAtItsNode() throws {
        let value = "{\n  \"pcf\": {\n    \"amount\": 12\n  }\n}"
        let schema = #"{"properties": {"pcf": {"required": ["unit"], "properties": {"amount": {"type": "string"}}}}}"#
        var reader = JSONReader(ByteSource(Array(value.utf8))), tree = SourceTree()
        _ = try reader.next(into: &tree)
        let found = try JSONSchema(SchemaDocument(Array(schema.utf8))).findings(in: &tree)
        #expect(
            found.map { "\($0)" } == [
                "2:10: error[JSC-002]: pcf is without unit, which is required",
                "3:15: error[JSC-001]: amount is 12, must be a text",
            ])
        #expect(found.map(\.location?.address) == [.pointer("/pcf"), .pointer("/pcf/amount")])
        #expect(found.map(\.help) == ["Add unit.", "Write a value of that type."])
        #expect(found.last?.excerpt?.text == "    \"amount\": 12")
    }

    @Test func aMisspeltNameIsGuessed() throws {
        let schema = #"{"properties": {"declaredUnitAmount": true}, "additionalProperties": false}"#
        let found = try findings(schema, #"{"declaredUnitAmuont": "1"}"#)
        #expect(found.map(\.help) == ["If declaredUnitAmount is meant, write it so."])
    }
}

@Suite struct BlameTests {
    static let schema = #"""
        {"oneOf": [
          {"type": "object", "properties": {"kind": {"const": "country"}, "code": {"pattern": "^[A-Z]{2}$"}}, "required": ["kind", "code"]},
          {"type": "object", "properties": {"kind": {"const": "region"}, "name": {"type": "string"}}, "required": ["kind", "name"]},
          {"type": "null"}
        ]}
        """#

    @Test(arguments: [
        (#"{"kind": "country", "code": "DEU"}"#, ["JSC-004 code is 'DEU', must match ^[A-Z]{2}$"]),
        (#"{"kind": "region"}"#, ["JSC-002 value is without name, which is required"]),
        (#"{"kind": "planet", "name": "Mars"}"#, ["JSC-003 kind is 'planet', must be 'region'"]),
    ])
    func theAlternativeThatFitsBestIsReported(value: String, expected: [String]) throws {
        #expect(try messages(Self.schema, value) == expected)
        #expect(
            try findings(Self.schema, value).allSatisfy { $0.help?.hasSuffix("nearest of 3 alternatives.") == true })
    }

    @Test func alternativesThatAreTypesAreToldTogether() throws {
        #expect(
            try messages(#"{"anyOf": [{"type": "string"}, {"type": "null"}]}"#, "5")
                == ["JSC-001 value is 5, must be a text or null"])
    }

    @Test func whatPassesInAnAlternativeThatFitsIsNotReported() throws {
        #expect(try messages(Self.schema, "null") == [])
    }
}
