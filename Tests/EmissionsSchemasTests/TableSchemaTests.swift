import EmissionsDiagnostics
import EmissionsSchemas
import EmissionsSyntax
import Testing

@Suite struct TableSchemaTests {
    @Test(arguments: [
        (
            #"{"fields": [{"name": "a", "type": "object"}]}"#,
            "TAB-102 type object of the field a is not supported /fields/0/type"
        ),
        (
            #"{"fields": [{"name": "a", "type": "geopoint"}]}"#,
            "TAB-102 type geopoint of the field a is not supported /fields/0/type"
        ),
        (#"{"fields": [{"name": "a"}], "foreignKeys": []}"#, "TAB-102 foreignKeys is not supported /foreignKeys"),
        (
            #"{"fields": [{"name": "a", "categories": ["x"]}]}"#,
            "TAB-102 categories of the field a is not supported /fields/0/categories"
        ),
        (
            #"{"fields": [{"name": "a", "type": "date", "format": "any"}]}"#,
            "TAB-102 format any of the field a leaves open what is a date /fields/0/format"
        ),
        (
            #"{"fields": [{"name": "a", "type": "date", "format": "%A %d"}]}"#,
            "TAB-102 %A in the format of the field a is not supported /fields/0/format"
        ),
        (
            #"{"fields": [{"name": "a", "constraints": {"jsonSchema": {}}}]}"#,
            "TAB-102 the constraint jsonSchema of the field a is not supported /fields/0/constraints/jsonSchema"
        ),
        (
            #"{"fields": [{"name": "a", "type": "string", "format": "binary"}]}"#,
            "TAB-102 format binary of the field a is not supported /fields/0/format"
        ),
        (#"{"fields": []}"#, "TAB-101 fields must be a list with at least one field /fields"),
        (#"{"fields": [1]}"#, "TAB-101 a field must be an object /fields/0"),
        (
            #"{"fields": [{"type": "string"}]}"#,
            "TAB-101 the name of a field must be a text that is not empty /fields/0"
        ),
        (#"{"fields": [{"name": "a"}, {"name": "a"}]}"#, "TAB-101 the schema has two fields called a /fields/1"),
        (
            #"{"fields": [{"name": "a", "type": "strng"}]}"#,
            "TAB-101 type must be a type of Table Schema such as string, number or date /fields/0/type"
        ),
        (
            #"{"fields": [{"name": "a"}], "primaryKey": "b"}"#,
            "TAB-101 a key names the field b, which the schema does not have /primaryKey"
        ),
        (
            #"{"fields": [{"name": "a"}], "fieldsMatch": "some"}"#,
            "TAB-101 fieldsMatch must be exact, equal, subset, superset or partial /fieldsMatch"
        ),
        (
            #"{"fields": [{"name": "a", "type": "number", "constraints": {"maxLength": 3}}]}"#,
            "TAB-101 maxLength is no constraint for the type of the field a /fields/0/constraints/maxLength"
        ),
        (
            #"{"fields": [{"name": "a", "type": "string", "constraints": {"minimum": 3}}]}"#,
            "TAB-101 minimum is no constraint for the type of the field a /fields/0/constraints/minimum"
        ),
        (
            #"{"fields": [{"name": "a", "type": "number", "constraints": {"minimum": "x"}}]}"#,
            "TAB-101 x must be a number /fields/0/constraints/minimum"
        ),
        (#"{"fields": [{"name": "a", "type": "string", "constraints": {"pattern": "a)(b"}}]}"#, "TAB-103 "),
        (#"{"fields": [{"name": "a", "type": "string", "constraints": {"pattern": "(a)\\1"}}]}"#, "TAB-103 "),
        (
            #"{"fields": [{"name": "a", "type": "number", "groupChar": "."}]}"#,
            "TAB-101 groupChar must be another sign than decimalChar /fields/0/groupChar"
        ),
    ])
    func whatCanNotBeUsedIsRefusedByNameAtItsPlace(schema: String, problem: String) throws {
        let problems = try tableProblems(schema)
        #expect(problems.count == 1)
        #expect(problems.first?.hasPrefix(problem) == true, "\(problems)")
    }

    @Test func whatSaysNothingAboutValuesIsPassedOver() throws {
        let schema = #"""
            {"$schema": "https://datapackage.org/profiles/2.0/tableschema.json", "title": "t", "x-mine": 1,
             "fieldsMatch": ["subset"], "missingValues": [{"value": "-", "label": "none"}],
             "fields": [{"name": "a", "type": "string", "title": "A", "description": "d", "rdfType": "r", "example": "e"}]}
            """#
        #expect(try tableProblems(schema) == [])
    }

    @Test func aTableSchemaIsToldByItsFields() throws {
        func describes(_ text: String) throws -> Bool { TableSchema.describes(try SchemaDocument(Array(text.utf8))) }
        #expect(try describes(#"{"fields": []}"#))
        #expect(try !describes(#"{"fields": {}}"#))
        #expect(try !describes(#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "fields": []}"#))
        #expect(try !describes("true"))
    }

    /// Every schema that is one byte off is refused or used, and says why.
    @Test func aSchemaWithAChangedByteIsRefusedOrUsed() throws {
        let schema = Array(
            #"{"fields":[{"name":"a","type":"number","decimalChar":",","constraints":{"enum":[1,"2,5"],"minimum":0,"unique":true}},{"name":"b","type":"date","format":"%d.%m.%Y","constraints":{"maximum":"1.1.2030"}},{"name":"c","type":"string","constraints":{"pattern":"[a-z]{1,3}","maxLength":9}}],"primaryKey":["a"],"missingValues":["","-"]}"#
                .utf8)
        var used = 0
        for place in schema.indices {
            for byte in Array("\"{}[]:,0-%\\ax \u{7F}".utf8) {
                var broken = schema
                broken[place] = byte
                guard let document = try? SchemaDocument(broken) else { continue }
                do throws(SchemaError) {
                    let validator = TableValidator(try TableSchema(document))
                    var reader = CSVReader(
                        ByteSource(Array("a,b,c\n\"1,5\",31.12.2029,abc\nx,y,\n".utf8)), limits: Limits(),
                        observer: validator.observer)
                    var tree = SourceTree()
                    while (try? reader.next(into: &tree)) ?? nil != nil {}
                    used += 1
                } catch { #expect(error.diagnostics.allSatisfy { $0.location != nil }) }
            }
        }
        #expect(used > 100)
    }
}
