import EmissionsDiagnostics
import EmissionsExchange
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax
import Testing

/// What a fix gives back is what was there before someone misspelled it, to the byte.
@Suite struct FixTests {
    private func fixed(_ bytes: [UInt8], unsafe: Bool = false, chunk: Int = .max) throws -> (bytes: [UInt8], FixReport)
    {
        let fixer = Fixer(ReadingOptions(today: testDay), makesUnsafe: unsafe)
        var output: [UInt8] = []
        let report = try fixer.fix(
            path: "in", opening: { ByteSource(bytes, chunk) },
            into: { piece in
                switch piece {
                case .kept(let bytes): output += bytes
                case .replaced(_, let after): output += after
                }
            })
        return (output, report)
    }

    private func report(_ bytes: [UInt8]) -> FileReport {
        Validator(ReadingOptions(today: testDay)).validate(path: "in", ByteSource(bytes))
    }

    @Test(arguments: Sample.all) func aFileThatIsSpelledRightStaysAsItIs(_ sample: Sample) throws {
        let bytes = try sample.bytes()
        let (copy, report) = try fixed(bytes)
        #expect(copy == bytes)
        #expect(report.count == 0)
    }

    /// One value is misspelled at a time: it is put right, or left alone, and nothing else is touched.
    @Test(arguments: Sample.all) func aMisspelledValueIsPutRightOrLeftAlone(_ sample: Sample) throws {
        let bytes = try sample.bytes()
        var corrected = 0, tried = 0
        for (index, value) in try values(of: bytes, sample).enumerated() {
            let ways = value.misspellings
            guard !ways.isEmpty, index % 3 == 0 || ways.count > 3 else { continue }
            let way = ways[index % ways.count]
            let spoiled = value.replaced(by: way, in: bytes)
            let (copy, report) = try fixed(spoiled)
            tried += 1
            corrected += report.count > 0 ? 1 : 0
            let wanted = report.count > 0 ? bytes : spoiled
            #expect(copy.withoutQuotes == wanted.withoutQuotes, "\(value.text) as \(way): \(report.made)")
        }
        #expect(corrected > 0 && tried > corrected / 2, "\(corrected) of \(tried)")
    }

    @Test(arguments: Sample.all) func aSecondFixFindsNothingAndNoNewKindOfFindingComes(_ sample: Sample) throws {
        let bytes = try sample.bytes()
        let before = report(bytes)
        var spoiled = bytes
        for (index, value) in try values(of: bytes, sample).enumerated().reversed() where index % 2 == 0 {
            let ways = value.misspellings
            if let way = ways.isEmpty ? nil : ways[index % ways.count] {
                spoiled = value.replaced(by: way, in: spoiled)
            }
        }
        for unsafe in [false, true] {
            let (copy, made) = try fixed(spoiled, unsafe: unsafe)
            #expect(made.count > 0)
            let (again, nothing) = try fixed(copy, unsafe: unsafe)
            #expect(again == copy)
            #expect(nothing.count == 0, "\(nothing.made)")
            let (after, between) = (report(copy), report(spoiled))
            #expect(after.counts.count(atLeast: .note) < between.counts.count(atLeast: .note))
            // What one misspelling hides is told once it is put right: rows that still differ, a language in capitals.
            let hidden: [Diagnostic.Code] =
                switch sample.format {
                case "oekobaudat-csv": ["OEBD-001"]
                case "openepd": ["JSC-004"]
                // A total can be held against its parts once they are numbers.
                case "catena-x-pcf": ["CX-008"]
                default: []
                }
            let known = Set(before.countsByCode.keys).union(between.countsByCode.keys).union(["READ-010"] + hidden)
            #expect(Set(after.countsByCode.keys).subtracting(known) == [])
            #expect(try fixed(spoiled, unsafe: unsafe, chunk: 7).bytes == copy)
        }
    }

    @Test func whatEveryRowRepeatsIsPutRightInEveryRow() throws {
        let sample = try #require(Sample.all.first { $0.testDescription == "emx-csv/two-products" })
        let lines = String(decoding: try sample.bytes(), as: UTF8.self).split(whereSeparator: \.isNewline)
        let right = ([lines[0]] + Array(repeating: lines[1], count: 3)).joined(separator: "\r\n")
        let wrong = right.replacing(",importer,", with: ",IMPORTER,").replacing("72083900", with: "7208 39 00")
            .replacing(",TR,25.500,", with: ",tr,\"25,500.0\",")
        let (copy, made) = try fixed(Array(wrong.utf8))
        #expect(String(decoding: copy, as: UTF8.self) == right.replacing(",25.500,,", with: ",\"25500.0\",,"))
        #expect(made.count == 12)
        #expect(report(copy).countsByCode.keys.filter { $0.description.hasPrefix("ECSV") } == [])
    }

    private func values(of bytes: [UInt8], _ sample: Sample) throws -> [Value] {
        var reader = try #require(Format.named(sample.format)).reader(ByteSource(bytes), Limits())
        var log = ReadLog(SourceTree()), values: [Int: Value] = [:]
        while try reader.next(&log) != nil {
            for (_, node) in log.fields() where log.tree.isLeaf(node) {
                let place = log.tree.location(of: node)
                let stretch = place.byteOffset..<place.byteOffset + place.length
                values[stretch.lowerBound] = Value(
                    text: log.tree.text(of: node), stretch: stretch, syntax: log.tree.syntax,
                    kind: log.tree.kind(of: node))
            }
        }
        return values.values.sorted { $0.stretch.lowerBound < $1.stretch.lowerBound }
    }
}

/// A value of a file, and how people get it wrong.
private struct Value {
    var text: String
    var stretch: Range<Int>
    var syntax: SourceTree.Syntax
    var kind: SourceTree.Kind

    func replaced(by written: String, in bytes: [UInt8]) -> [UInt8] {
        Array(bytes[..<stretch.lowerBound]) + Array(written.utf8) + Array(bytes[stretch.upperBound...])
    }

    /// As they would stand in the file.
    var misspellings: [String] {
        guard !text.contains(where: { "\"\\&<>|,\n".contains($0) }), !text.isEmpty else { return [] }
        var ways: [String] = []
        if syntax != .json, kind == .text { ways += ["  \(text) ", "\t\(text)"] }
        // The letter of a power of ten may be either.
        if kind != .number, text.uppercased() != text { ways.append(quoted(text.uppercased())) }
        if kind != .number, text.lowercased() != text { ways.append(quoted(text.lowercased())) }
        if ExactDecimal(text) != nil, text.contains(".") {
            ways += Array(repeating: quoted(text.replacing(".", with: ",")), count: 3)
        }
        if let day = Timestamp(text), text.utf8.count > 10 {
            ways.append(quoted(text.replacing("T", with: " ")))
            if !day.hasTime { ways.append(quoted(text.replacing("-", with: "/"))) }
        } else if Timestamp(text) != nil, text.utf8.count == 10 {
            ways.append(quoted(text.replacing("-", with: "/")))
            ways.append(quoted(text.split(separator: "-").reversed().joined(separator: ".")))
        }
        if syntax == .json, kind == .text, let number = ExactDecimal(text), number.plain == text { ways.append(text) }
        if syntax == .json, kind == .number || kind == .bool { ways.append(quoted(text)) }
        return ways
    }

    private func quoted(_ text: String) -> String {
        switch syntax {
        case .json: "\"\(text)\""
        case .xml: text
        case .csv: text.contains(",") ? "\"\(text)\"" : text
        }
    }
}

extension [UInt8] {
    /// A cell that needed quotes keeps them.
    fileprivate var withoutQuotes: [UInt8] { filter { $0 != UInt8(ascii: "\"") } }
}

extension ByteSource {
    fileprivate convenience init(_ bytes: [UInt8], _ chunk: Int) {
        var rest = bytes[...]
        self.init {
            guard !rest.isEmpty else { return nil }
            defer { rest = rest.dropFirst(chunk) }
            return Array(rest.prefix(chunk))
        }
    }
}
