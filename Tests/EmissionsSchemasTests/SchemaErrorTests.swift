import EmissionsDiagnostics
import EmissionsSchemas
import EmissionsSyntax
import TestSupport
import Testing

/// A schema that can't be used is refused as a whole, with all that is wrong at its place.
@Suite struct SchemaErrorTests {
    @Test(arguments: [
        (
            "{\n \"properties\": {\n  \"a\": {\"$ref\": \"other.json#/a\"}\n }\n}",
            ["3:17: error[JSC-102]: other.json#/a names a schema that is not here"]
        ),
        (
            "{\"$ref\": \"#/$defs/a\"}", ["1:10: error[JSC-102]: #/$defs/a names a schema that is not here"]
        ),
        (
            "{\"pattern\": \"(a)\\\\1\"}",
            [
                #"1:13: error[JSC-103]: (a)\1 is a regular expression that is not supported: a reference back to a group (\1)"#
            ]
        ),
        (
            "{\"patternProperties\": {\"(\": true}}",
            ["1:29: error[JSC-103]: ( is no regular expression: a ( that is never closed"]
        ),
        (
            "{\"type\": \"text\", \"required\": \"a\", \"properties\": {\"b\": 1}}",
            [
                "1:10: error[JSC-101]: type must be one of string, number, integer, boolean, array, object and null, or a list of them",
                "1:30: error[JSC-101]: required must be a list of names",
                "1:55: error[JSC-101]: a schema must be an object, true or false",
            ]
        ),
        (
            "{\"multipleOf\": 0}",
            ["1:16: error[JSC-101]: multipleOf must be a number above zero with at most 18 digits"]
        ),
        (
            "{\"$schema\": \"http://json-schema.org/draft-04/schema#\"}",
            ["1:13: error[JSC-104]: http://json-schema.org/draft-04/schema# is no version of JSON Schema that is known"]
        ),
        (
            "{\"allOf\": [{\"$ref\": \"#\"}]}",
            ["1:1: error[JSC-105]: the schema refers to itself for one and the same value, without an end"]
        ),
    ])
    func whatIsWrongIsNamedAtItsPlace(schema: String, expected: [String]) throws {
        #expect(try problems(schema).map(\.description) == expected)
    }

    @Test func aReferenceIsResolvedAmongTheDocumentsHandedOver() throws {
        let other = try SchemaDocument(
            Array(#"{"$defs": {"a": {"type": "string"}}}"#.utf8), uri: "https://example.com/other")
        let schema = #"{"$id": "https://example.com/main", "$ref": "other#/$defs/a"}"#
        #expect(try problems(schema).count == 1)
        #expect(try problems(schema, sources: SchemaSources([other])).isEmpty)
    }

    @Test(arguments: ["[{}]", "{} {}", "", "{", #"{"a": 1, "a": 2}"#])
    func aDocumentThatIsNotOneSchemaIsRefused(text: String) {
        #expect(throws: SyntaxError.self) { try SchemaDocument(Array(text.utf8)) }
    }

    @Test func everyCodeIsDescribedOnce() {
        let codes = CodeDescription.jsonSchema.map(\.code)
        #expect(Set(codes).count == codes.count)
    }
}

/// A schema that was made to hang the checker gets no verdict instead.
@Suite(.timeLimit(.minutes(1))) struct HostileSchemaTests {
    @Test func alternativesThatMultiplyEndWithoutAVerdict() throws {
        let schema = ##"""
            {"anyOf": [{"type": "number"}, {"type": "array", "items": {"$ref": "#"}},
              {"type": "array", "items": {"$ref": "#"}, "maxItems": 9}]}
            """##
        let value = String(repeating: "[", count: 50) + "\"x\"" + String(repeating: "]", count: 50)
        #expect(try findings(schema, value).map(\.code) == ["JSC-018"])
    }

    @Test func aLongChainOfReferencesEndsWithoutAVerdict() throws {
        let links = (0..<5_000).map { ##""\##($0)": {"$ref": "#/$defs/\##($0 + 1)"}"## }.joined(separator: ", ")
        let schema = ##"{"$defs": {\##(links), "5000": true}, "$ref": "#/$defs/0"}"##
        #expect(try findings(schema, "1").map(\.code) == ["JSC-018"])
    }

    @Test func manyEqualAndUnequalItemsAreComparedOnce() throws {
        let items = (0..<20_000).map(String.init).joined(separator: ",")
        #expect(try findings(#"{"uniqueItems": true}"#, "[\(items)]").isEmpty)
    }

    /// Single bytes of a schema changed, so that keywords get values of other kinds, names and patterns break.
    @Test func aSchemaWithAChangedByteIsRefusedOrUsed() throws {
        let schema = try read(packageFolder + "/schemas/pact/2.3/product-footprint.schema.json")
        var reader = try JSONReader(
            ByteSource(read(packageFolder + "/samples/pact/everything-v2/input.json")), streams: ["data"])
        var tree = SourceTree(), refused = 0, used = 0
        _ = try reader.next(into: &tree)
        let bytes = Array("{}[]\",:0-1.e\\^$+*()|?dpux".utf8)
        for number in 0..<100 {
            var changed = schema
            changed[number * 7_919 % schema.count] = bytes[number % bytes.count]
            do {
                _ = try JSONSchema(SchemaDocument(changed)).findings(in: &tree)
                used += 1
            } catch is SyntaxError { refused += 1 } catch is SchemaError { refused += 1 }
        }
        #expect(refused > 0)
        #expect(used > 0)
    }
}
