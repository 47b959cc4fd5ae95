import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax
import TestSupport
import Testing

struct EMXTests {
    private static let sample = packageFolder + "/samples/emx/everything/input.json"

    @Test func theSampleLeavesNoPropertyOfTheModelOut() throws {
        let file = try ReadFile(read(Self.sample), as: .emx)
        #expect(gaps(in: file.submission).isEmpty)
        #expect(file.findings.isEmpty)
    }

    @Test func theSampleIsWrittenAsItIs() throws {
        let bytes = try read(Self.sample)
        let text = written(try ReadFile(bytes, as: .emx).submission, as: .emx)
        #expect(text == String(decoding: bytes, as: UTF8.self))
    }

    @Test func theTablesHaveEveryPropertyOfTheModel() throws {
        let file = try ReadFile(ContentGenerator.file(seed: 1), as: .emx)
        #expect(gaps(in: file.submission).isEmpty)
    }

    @Test func membersAreCalledAsTheProperties() {
        for row in Format.emx.tables().flatMap(\.rows) {
            guard let path = row.path else { continue }
            // The members of a choice are all there is of one property.
            #expect(row.name == path || (path.hasSuffix("geography") && row.name.hasPrefix(path + ".")))
        }
    }

    @Test(arguments: 0..<200) func whatIsWrittenIsReadBack(seed: Int) throws {
        let text = ContentGenerator.file(seed: seed, fullness: seed % 4 * 30 + 10)
        let file = try ReadFile(text, as: .emx)
        #expect(file.findings.isEmpty)
        #expect(file.unread.flatMap { $0 } == [])
        let output = written(file.submission, as: .emx)
        #expect(output == text)
        let again = try ReadFile(output, as: .emx)
        #expect(again.submission == file.submission)
    }

    @Test func everyValueHasItsPlace() throws {
        let file = try ReadFile(
            #"{"emx":"1.0","records":[{"footprint":{"figures":{"fossil":{"amount":"1.50","unit":"tCO2e"}},"geography":{"country":"DE"}}}]}"#,
            as: .emx)
        #expect(
            file.origins.last == [
                FieldPath("figures.fossil.amount")!: "1.50", FieldPath("figures.fossil.unit")!: "tCO2e",
                FieldPath("geography")!: "DE",
            ])
    }

    @Test func unknownMembersKeepTheirPlace() throws {
        let text = """
            {
              "emx": "1.0",
              "header": {
                "remarks": "a",
                "mood": "good"
              },
              "of": [
                1
              ],
              "records": [
                {
                  "footprint": {
                    "product": {
                      "name": "coil",
                      "color": null
                    }
                  },
                  "beside": true
                },
                {
                  "good": {
                    "footprints": [
                      {
                        "product": {
                          "name": "coil"
                        },
                        "more": {
                          "x": "y"
                        }
                      }
                    ]
                  }
                }
              ]
            }

            """
        let file = try ReadFile(text, as: .emx)
        #expect(file.findings.isEmpty)
        #expect(file.submission.header.carried.map(\.path) == ["/header/mood", "/of"])
        #expect(file.submission.goods[0].carried.map(\.path) == ["/good/footprints/0/more"])
        var submission = Submission()
        submission.header = file.submission.header
        submission.footprints = file.submission.footprints
        #expect(written(submission, as: .emx) == text.dropping(from: "    {\n      \"good\""))
    }

    @Test(arguments: [
        (#"{"emx":"2.0","records":[]}"#, "EMX-001"),
        (#"{"emx":"1.0","records":[],"header":{"remarks":"late"}}"#, "EMX-002"),
        (#"{"emx":"1.0","records":[{}]}"#, "EMX-003"),
        (#"{"emx":"1.0","records":[{"good":{},"footprint":{}}]}"#, "EMX-003"),
        (#"{"emx":"1.0","records":[{"footprint":{"figures":{"fossil":{"amount":"1"}}}}]}"#, "EMX-004"),
        (#"{"emx":"1.0","records":[{"footprint":{"figures":{"fossil":{"unit":"kgCO2e"}}}}]}"#, "EMX-004"),
        (#"{"emx":"1.0","records":[{"footprint":{"geography":{"country":"DE","global":true}}}]}"#, "EMX-005"),
        (#"{"emx":"1.0","records":[{"footprint":{"carried":[{"format":"pact"}]}}]}"#, "READ-001"),
        (#"{"emx":"1.0","records":[{"footprint":{"declaredUnit":{"amount":"a lot"}}}]}"#, "READ-002"),
        (#"{"emx":"1.0","records":[7]}"#, "READ-001"),
    ])
    func whatIsWrongIsReportedWithItsPlace(text: String, code: String) throws {
        let file = try ReadFile(text, as: .emx)
        #expect(file.codes == [code])
        #expect(file.findings.first?.location != nil)
        #expect(file.findings.first?.help != nil)
    }

    @Test func aHeaderBehindTheRecordsIsLeftUnread() throws {
        let file = try ReadFile(#"{"records":[{"footprint":{}}],"header":{"remarks":"late"}}"#, as: .emx)
        #expect(file.submission.header.isEmpty)
        #expect(file.unread.last == [""])
    }

    @Test func aRecordBothGoodAndFootprintLosesNothing() throws {
        let file = try ReadFile(
            #"{"records":[{"good":{"itemNumber":"1"},"footprint":{"product":{"name":"coil"}}}]}"#, as: .emx)
        #expect(file.submission.goods[0].carried.map(\.path) == ["/footprint"])
        let again = try ReadFile(written(file.submission, as: .emx), as: .emx)
        #expect(again.submission == file.submission)
    }

    @Test func linesOfRecordsAreRead() throws {
        let file = try ReadFile(
            "{\"footprint\":{\"company\":{\"name\":\"A\"}}}\n{\"good\":{\"remarks\":\"B\"}}", as: .emx)
        #expect(file.findings.isEmpty)
        #expect(file.submission.footprints.map(\.company.name) == ["A"])
        #expect(file.submission.goods.map(\.remarks) == ["B"])
    }

    @Test func standardsThatReadLikeAWordOfOursStayWhatTheyAre() throws {
        var submission = Submission()
        submission.footprints = [ProductFootprint()]
        submission.footprints[0].methodology.standards = [
            .iso14067, .other("ISO 14067"), .other("PACT 3"), .pact("3"), .other("other:PEF"), .other(""),
        ]
        let again = try ReadFile(written(submission, as: .emx), as: .emx)
        #expect(again.submission == submission)
    }

    @Test func itIsRecognized() throws {
        let found = Format.candidates(FileStart(Array(ContentGenerator.file(seed: 3).utf8)))
        #expect(found.map(\.format.name) == ["emx"])
    }
}

extension String {
    /// Without the record that begins with `start`, which is the last.
    fileprivate func dropping(from start: String) -> String {
        let pieces = Array(utf8), mark = Array(start.utf8)
        let index = pieces.indices.first { pieces[$0...].starts(with: mark) }!
        return String(decoding: pieces[..<(index - 2)], as: UTF8.self) + "\n  ]\n}\n"
    }
}
