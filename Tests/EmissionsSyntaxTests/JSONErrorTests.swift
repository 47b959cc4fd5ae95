import EmissionsDiagnostics
import EmissionsSyntax
import Testing

@Suite struct JSONErrorTests {
    @Test(arguments: [
        ("", "1:1", "the file is empty, expected a JSON value"),
        (" \n", "2:1", "the file is empty, expected a JSON value"),
        ("{\"a\":1,}", "1:8", "found '}' after a comma, expected another member"),
        ("[1,]", "1:4", "found ']' after a comma, expected another value"),
        ("[[1,]]", "1:5", "found ']' after a comma, expected another value"),
        ("[,1]", "1:2", "found ',' at the beginning of an array, expected a value or ']'"),
        ("{'a':1}", "1:2", "found ''' at the beginning of an object, expected a name in double quotes or '}'"),
        ("{\"a\" 1}", "1:6", "found '1' after the name of a member, expected ':'"),
        ("{\"a\":}", "1:6", "found '}' after a colon, expected a value"),
        ("{\"a\":1 \"b\":2}", "1:8", "found '\"' after a member, expected ',' or '}'"),
        ("[1 2]", "1:4", "found '2' after a value, expected ',' or ']'"),
        ("[[1 2]]", "1:5", "found '2' after a value, expected ',' or ']'"),
        ("[1.]", "1:4", "found ']' in a number, expected a digit"),
        ("[-x]", "1:3", "found 'x' in a number, expected a digit"),
        ("[012]", "1:3", "found '1' after a leading zero, expected no more digits before the decimal point"),
        ("{\"a\": nul}", "1:7", "found 'nul', expected true, false, null or another value"),
        ("{\"a\": NaN}", "1:7", "found 'NaN' after a colon, expected a value"),
        ("[\"a\tb\"]", "1:4", "found a tab inside of a string, where it must be escaped"),
        ("[\"\\x\"]", "1:4", "found 'x' after a backslash, expected one of \" \\ / b f n r t u"),
        ("[\"\\u12g4\"]", "1:7", "found 'g' after \\u, expected four hexadecimal digits"),
        (
            "[\"\\ud800\"]", "1:3",
            "found one half of a surrogate pair without the other, written as '\\ud800'"
        ),
        ("[1]\n]", "2:1", "found ']', expected a JSON value"),
        ("{}x", "1:3", "found 'x' after the end of the value, expected a line break or the end of the file"),
        ("é", "1:1", "found 'é', expected a JSON value"),
        ("\n\n{\"a\":\n[{", "4:3", "the file ends inside of an object that began at line 4"),
        ("\n\n{\"a\":\n[", "4:2", "the file ends inside of an array that began at line 4"),
        ("\n\n{\"a\":", "3:6", "the file ends inside of an object that began at line 3"),
        ("\n[1,\n2", "3:2", "the file ends inside of an array that began at line 2"),
        ("[1,", "1:4", "the file ends inside of an array that began at line 1"),
        ("{\"a\":\n\"bc", "2:4", "the file ends inside of a string that began at line 2"),
        ("[tr", "1:4", "the file ends inside of a value"),
        ("{\"data\": [1], \"x\":\n2", "2:2", "the file ends inside of an object that began at line 1"),
        ("{\"data\":\n[1", "2:3", "the file ends inside of an array that began at line 2"),
        ("{\"data\": [1]", "1:13", "the file ends inside of an object that began at line 1"),
        ("{\"data\": [1] 2", "1:14", "found '2' after a member, expected ',' or '}'"),
        ("{\"data\": [1], }", "1:15", "found '}' after a comma, expected another member"),
    ])
    func errorsSayWhatWasFoundAndWhere(text: String, place: String, message: String) {
        for chunk in [1, 3, 1000] {
            let error = JSONPart.outcome(of: Array(text.utf8), chunk: chunk, streams: ["data"]).error
            #expect(error?.diagnostic.message.description == message)
            #expect(error?.diagnostic.location?.description == place)
            #expect(error?.diagnostic.help?.hasSuffix(".") == true)
            #expect(error?.diagnostic.code == (message.contains("surrogate") ? "SYN-004" : "SYN-001"))
        }
    }

    @Test func theLineIsShown() {
        let error = JSONPart.outcome(of: Array("{\n  \"unit\": kilogram, \n}".utf8)).error
        #expect(error?.diagnostic.excerpt == Excerpt(text: "  \"unit\": kilogram, ", indent: 10, width: 8))
        #expect(error?.diagnostic.location?.byteOffset == 12)
    }

    @Test func recordsBeforeAnErrorAreHandedOut() {
        let (parts, error) = JSONPart.outcome(of: Array("[1, 2, \"\u{7}\"]".utf8))
        #expect(parts.map(\.json) == ["1", "2"])
        #expect(error?.diagnostic.message.description.hasPrefix("found control character U+0007") == true)
    }

    @Test func recordsBeforeInvalidUTF8AreHandedOut() {
        for chunk in [1, 1000] {
            let (parts, error) = JSONPart.outcome(of: Array("[1, 2, \"".utf8) + [0xFF], chunk: chunk)
            #expect(parts.map(\.json) == ["1", "2"])
            #expect(error?.diagnostic.code == "SYN-002")
            #expect(error?.diagnostic.location?.column == 9)
        }
    }

    @Test(arguments: [
        ("LIM-001", "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24]", "totalBytes"),
        ("LIM-002", "[[[[[1]]]]]", "depth"), ("LIM-002", "{\"data\":[[[[1]]]]}", "depth"),
        ("LIM-003", "{\"a\":\"0123456789\"}", "tokenBytes"), ("LIM-003", "{\"0123456789\":1}", "tokenBytes"),
        ("LIM-003", "[1234567890123]", "tokenBytes"), ("LIM-003", "\"01234567890", "tokenBytes"),
        ("LIM-004", "[1,{\"a\":\"123456\",\"b\":\"123456\",\"c\":1}]", "recordBytes"),
        ("LIM-004", "{\"a\":\"123456\",\"b\":\"123456\",\"c\":", "recordBytes"),
        ("LIM-005", "[1,[2,3,4,5,6,7]]", "recordValues"),
    ])
    func limitsAreNamed(code: String, text: String, name: String) {
        var limits = Limits()
        limits.totalBytes = 60
        limits.depth = 4
        limits.tokenBytes = 11
        limits.recordBytes = 30
        limits.recordValues = 6
        for chunk in [1, 7, 1000] {
            let error = JSONPart.outcome(of: Array(text.utf8), chunk: chunk, limits: limits, streams: ["data"]).error
            #expect(error?.kind == .limit)
            #expect(error?.diagnostic.code.description == code)
            #expect(error?.diagnostic.message.description.hasSuffix("the limit \(name)") == true)
        }
    }

    @Test func whatIsWithinTheLimitsIsRead() throws {
        var limits = Limits()
        (limits.depth, limits.tokenBytes, limits.recordBytes, limits.recordValues) = (3, 12, 19, 4)
        let parts = try JSONPart.all(in: Array("[[[1],\"0123456789\"]]".utf8), limits: limits)
        #expect(parts.map(\.json) == ["[[1],\"0123456789\"]"])
    }
}
