import EmissionsDiagnostics
import EmissionsSyntax
import Testing

/// How replacements are written in each syntax and encoding, and where they are not.
@Suite struct EditTests {
    /// The file with a replacement at the first node called `name`, or as it was where there is no way to write it.
    private func edited(
        _ bytes: [UInt8], _ syntax: SourceTree.Syntax, _ name: NodeName, _ replacement: Fix.Replacement
    ) throws -> [UInt8] {
        var tree = SourceTree()
        var json = JSONReader(ByteSource(bytes))
        var xml = XMLReader(ByteSource(bytes))
        var csv = CSVReader(ByteSource(bytes), limits: Limits())
        var result = bytes
        while true {
            let role =
                switch syntax {
                case .json: try json.next(into: &tree)
                case .xml: try xml.next(into: &tree)
                case .csv: try csv.next(into: &tree)
                }
            guard let role else { return result }
            if syntax == .csv, role == .header { continue }
            guard let node = (0..<tree.count).first(where: { tree.isNamed(name, $0) }) else { continue }
            for edit in tree.edits(for: replacement, at: node).reversed() {
                let place = edit.location.byteOffset
                #expect(Array(result[place..<place + edit.bytesBefore.count]) == edit.bytesBefore)
                result.replaceSubrange(place..<place + edit.bytesBefore.count, with: edit.bytesAfter)
            }
            return result
        }
    }

    private func edited(
        _ text: String, _ syntax: SourceTree.Syntax, _ name: NodeName, _ replacement: Fix.Replacement
    ) throws -> String {
        String(decoding: try edited(Array(text.utf8), syntax, name, replacement), as: UTF8.self)
    }

    @Test func jsonTextIsQuotedAndEscaped() throws {
        #expect(try edited(#"{"ü": "ä", "a": 1.50}"#, .json, "a", .text("1\"\n")) == #"{"ü": "ä", "a": "1\"\n"}"#)
    }

    @Test func jsonNumbersAreOnlyWrittenWhereJSONHasThem() throws {
        #expect(try edited(#"{"a": "1.50"}"#, .json, "a", .literal("1.50")) == #"{"a": 1.50}"#)
        for text in ["01", "1.", ".5", "+1", "1e", "NaN", "-", "1.5.2", "", "True"] {
            #expect(try edited(#"{"a": "x"}"#, .json, "a", .literal(text)) == #"{"a": "x"}"#)
        }
    }

    @Test func xmlTextIsEscapedAndTakesTheWhiteSpaceAroundItAlong() throws {
        #expect(try edited("<r>\n<a>\n 1 </a></r>", .xml, "a", .text("<&")) == "<r>\n<a>&lt;&amp;</a></r>")
    }

    @Test(arguments: ["1<!-- x -->", "<![CDATA[1]]>", "1<?x?>", "&#49;", "<!-- --> 1"])
    func xmlTextWithMoreThanTextInItIsLeftAlone(content: String) throws {
        let text = "<r><a>\(content)</a></r>"
        #expect(try edited(text, .xml, "a", .text("2")) == text)
    }

    @Test func xmlAttributesKeepTheirQuotes() throws {
        #expect(try edited("<r><a b='1'/></r>", .xml, "@b", .text("it's")) == "<r><a b='it&apos;s'/></r>")
    }

    @Test func cellsKeepTheirQuotesAndGetThemWhereTheyNeedThem() throws {
        #expect(try edited("x,a\n1,\"2\"\n", .csv, "a", .text("3")) == "x,a\n1,\"3\"\n")
        #expect(try edited("x,a\n1,2\n", .csv, "a", .text("3")) == "x,a\n1,3\n")
        #expect(try edited("x,a\n1,2\n", .csv, "a", .text("3;\"4")) == "x,a\n1,\"3;\"\"4\"\n")
    }

    @Test func onlyWhiteSpaceIsTrimmed() throws {
        #expect(try edited("x,a\n1, 2 3 \n", .csv, "a", .trimmed) == "x,a\n1,2 3\n")
        #expect(try edited("x,a\n1,\" 2\"\"3 \"\n", .csv, "a", .trimmed) == "x,a\n1,\"2\"\"3\"\n")
        #expect(try edited("<r><a>\n\t1 &amp; 2\n</a></r>", .xml, "a", .trimmed) == "<r><a>1 &amp; 2</a></r>")
    }

    @Test func namesAreChangedInBothTags() throws {
        #expect(
            try edited("<p:r xmlns:p='u'><p:a >1</p:a ></p:r>", .xml, "a", .name("b"))
                == "<p:r xmlns:p='u'><p:b >1</p:b ></p:r>")
        #expect(try edited("<r><a x='1'><c/></a ></r>", .xml, "a", .name("b")) == "<r><b x='1'><c/></b ></r>")
        #expect(try edited("<r><a>1</a></r>", .xml, "a", .name("b")) == "<r><b>1</b></r>")
        #expect(try edited("<r><a/></r>", .xml, "a", .name("b")) == "<r><b/></r>")
        #expect(try edited(#"{"c\"": 1, "a" : "2"}"#, .json, "a", .name("b")) == #"{"c\"": 1, "b" : "2"}"#)
    }

    @Test func aMemberGoesWithItsComma() throws {
        #expect(try edited(#"{"a": null, "b": 1}"#, .json, "a", .removed) == #"{"b": 1}"#)
        #expect(try edited(#"{"b": 1, "a": null}"#, .json, "a", .removed) == #"{"b": 1}"#)
        #expect(try edited(#"{"b": 1, "a": null, "c": 2}"#, .json, "a", .removed) == #"{"b": 1, "c": 2}"#)
        #expect(try edited(#"{"x": { "a": null }}"#, .json, "a", .removed) == #"{"x": {  }}"#)
    }

    @Test func theEncodingOfTheFileIsKept() throws {
        let western = Array("x,a\nM".utf8) + [0xFC, 0x80] + Array(",2\n".utf8)
        let euro = Array("x,a\nM".utf8) + [0xFC, 0x80] + Array(",".utf8) + [0xE4, 0x80] + Array("\n".utf8)
        #expect(try edited(western, .csv, "a", .text("ä€")) == euro)
        #expect(try edited(western, .csv, "a", .text("Ж")) == western)
        for isBig in [false, true] {
            func wide(_ text: String) -> [UInt8] {
                ("\u{FEFF}" + text).utf16.flatMap {
                    [UInt8($0 >> (isBig ? 8 : 0) & 255), UInt8($0 >> (isBig ? 0 : 8) & 255)]
                }
            }
            #expect(try edited(wide("x,a\n😀,2\n"), .csv, "a", .text("ä😀")) == wide("x,a\n😀,ä😀\n"))
        }
    }
}
