import Testing

@testable import EmissionsSchemas

@Suite struct PatternTests {
    @Test(arguments: [
        ("^[0-9]+(\\.[0-9]+)?$", ["1", "0.25"], ["", "1.", "12 kg", "١"]),
        ("b|^a{2,3}$", ["aa", "aaa", "abc"], ["a", "aaaa"]),
        ("^a{0}b{2}c{1,}$", ["bbc", "bbccc"], ["abbc", "bb"]),
        ("^(?:ab)*?(?<rest>c)?$", ["", "abab", "ababc"], ["aba"]),
        ("^.$", ["x", "é", "🌍"], ["\n", "\u{2028}", "xy", ""]),
        ("\\bco2e?\\b", ["in co2e.", "co2"], ["co2equivalent", "xco2"]),
        ("a\\Bb", ["ab"], ["a b"]),
        ("^\\w+\\s\\d$", ["ab 1", "ab\u{FEFF}1"], ["é 1", "ab  1"]),
        ("^[^\\W\\d]$", ["a", "_"], ["1", "-"]),
        ("^\\p{Lu}\\p{L}*\\P{L}$", ["Österreich!"], ["österreich!", "Ab"]),
        ("^\\p{gc=Nd}+\\p{Script_Extensions}?$", [], []),
        ("^\\u00e9\\u{1F30D}\\xe9\\uD83C\\uDF0D$", ["é🌍é🌍"], ["e"]),
        ("^[\\]\\-a-c\\u{1F30D}-\\u{1F30F}]+$", ["]-b🌎"], ["d"]),
        ("^\\cJ\\t\\0$", ["\n\t\0"], ["J"]),
        ("^a{,2}$|^{x}$", ["a{,2}", "{x}"], ["aa"]),
        ("^[]$", [], ["", "]"]),
        ("^[^]$", ["\n"], [""]),
        ("^(|a|b)(a*)*$", ["", "aaa", "baa"], ["ab"]),
        ("x^y|x$y", [], ["xy", "x"]),
    ])
    func aPatternMatchesAsECMA262Says(pattern: String, yes: [String], no: [String]) throws {
        guard !pattern.contains("Script") else {
            #expect(throws: PatternError.self) { try Pattern(pattern) }
            return
        }
        let compiled = try Pattern(pattern)
        #expect(yes.filter { !compiled.matches($0) } == [])
        #expect(no.filter { compiled.matches($0) } == [])
    }

    @Test(arguments: [
        ("(a)\\1", PatternError.Kind.unsupported, "a reference back to a group (\\1)", 3),
        ("(?<x>a)\\k<x>", .unsupported, "a reference back to a named group (\\k)", 7),
        ("a(?=b)", .unsupported, "looking ahead, (?= or (?!", 1),
        ("a(?!b)", .unsupported, "looking ahead, (?= or (?!", 1),
        ("(?<=a)b", .unsupported, "looking behind, (?<= or (?<!", 0),
        ("(?<!a)b", .unsupported, "looking behind, (?<= or (?<!", 0),
        ("(?i:a)", .unsupported, "flags inside of a pattern, (?i:…)", 0),
        ("\\p{Script=Greek}", .unsupported, "\\p{Script=Greek}, which is no general category", 0),
        ("(a", .malformed, "a ( that is never closed", 0),
        ("a)", .malformed, "a ) that closes nothing", 1),
        ("[a", .malformed, "a [ that is never closed", 0),
        ("[b-a]", .malformed, "a range whose bounds are reversed", 1),
        ("[\\d-z]", .malformed, "a range between classes", 1),
        ("a**", .malformed, "a repetition of nothing", 2),
        ("+", .malformed, "a repetition of nothing", 0),
        ("^*", .malformed, "a repetition of nothing", 0),
        ("a{3,2}", .malformed, "a repetition whose bounds are reversed", 1),
        ("\\Z", .malformed, "\\Z, which is no escape", 0),
        ("\\", .malformed, "a \\ at the end", 0),
        ("\\uD800", .malformed, "half of a surrogate pair", 0),
        ("\\u{110000}", .malformed, "\\u{…} that is no character", 0),
        ("\\x4", .malformed, "an escape without its 2 hexadecimal digits", 0),
    ])
    func whatIsNotSupportedIsRefusedByName(
        pattern: String, kind: PatternError.Kind, description: String, offset: Int
    ) {
        let error = PatternError(kind: kind, description: description, offset: offset)
        #expect(throws: error) { try Pattern(pattern) }
    }

    @Test(arguments: [
        "((a{0,1000}){0,1000}){0,1000}", "(){1000000}", "((){1000}){1000}", "(a|b){5000}{2}|(a|b){9999}",
        String(repeating: "(", count: 5_000) + String(repeating: ")", count: 5_000),
    ])
    func aPatternThatWouldGrowTooBigIsRefused(pattern: String) {
        #expect(throws: PatternError.self) { try Pattern(pattern) }
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["^(a+)+$", "^(a|aa)+$", "(.*)*x$", "^(a?){50}a{50}b$", "(x+x+)+y"])
    func aHostilePatternTakesLinearTime(pattern: String) throws {
        #expect(try !Pattern(pattern).matches(String(repeating: "a", count: 20_000) + "!"))
    }

    /// A small pattern is matched by a table, others by following all places; both have to say the same.
    @Test func aTableSaysWhatTheMatcherSays() throws {
        var numbers = SystemRandomNumberGenerator()
        let pieces = [
            "a", "b", "[ab]", "[^a]", "(a|b)", "(ab)?", "a*", "b+", "a{2,3}", "^", "$", "(^|b)", "(a|$)", ".", "",
        ]
        var tables = 0
        for _ in 0..<2_000 {
            let pattern = (0..<4).map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined()
            let program = try PatternProgram(PatternParser.parsed(pattern))
            guard let table = PatternTable(program) else { continue }
            tables += 1
            for _ in 0..<20 {
                var text = String((0..<Int.random(in: 0...6)).map { _ in "abc".randomElement(using: &numbers) ?? "a" })
                var matcher = PatternMatcher(program, steps: .max)
                let (expected, found) = text.withUTF8 { (matcher.run($0), table.matches($0)) }
                #expect(found == expected, "\(pattern) on \(text)")
            }
        }
        #expect(tables > 1_000)
    }

    @Test func aTextBeyondASCIIIsNotForATable() throws {
        let table = try #require(PatternTable(try PatternProgram(PatternParser.parsed("^a"))))
        var text = "é"
        #expect(text.withUTF8 { table.matches($0) } == nil)
    }
}

extension PatternParser {
    fileprivate static func parsed(_ text: String) throws -> PatternNode {
        var parser = PatternParser(text)
        return try parser.parse()
    }
}
