import Testing

@testable import EmissionsService

/// The notation of pages, and that nothing gets into a page but as text.
@Suite struct TemplateTests {
    private func render(_ source: String, _ value: PageValue) throws -> String {
        let texts = try Texts(
            language: "en", Array(#"{"greeting": "Hello & welcome", "size.one": "{count} <b>"}"#.utf8))
        var rendering = PageRendering(["inner": try PageTemplate("[{{name}}]")], texts, value)
        rendering.render(try PageTemplate(source).pieces)
        return rendering.output
    }

    @Test func valuesAreEscaped() throws {
        let output = try render(#"<p title="{{name}}">{{name}}</p>"#, ["name": #"<script>alert("1")</script>&'"#])
        #expect(!output.contains("<script"))
        #expect(!output.contains(#"alert(""#))
        #expect(output.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;"))
    }

    @Test func textsOfTheCatalogueAreEscaped() throws {
        #expect(try render("{{@greeting}}", [:]) == "Hello &amp; welcome")
    }

    @Test func sectionsRepeatForItemsAndLookOutwards() throws {
        let value: PageValue = ["name": "x", "items": [["value": "1"], ["value": "2"]]]
        #expect(try render("{{#items}}{{name}}{{value}};{{/items}}", value) == "x1;x2;")
    }

    @Test func invertedSectionsAreForWhatIsNotThere() throws {
        #expect(try render("{{^items}}none{{/items}}{{#name}}some{{/name}}", ["items": [], "name": ""]) == "none")
    }

    @Test func partialsSeeTheSameValues() throws {
        #expect(try render("{{>inner}}", ["name": "a"]) == "[a]")
    }

    @Test(arguments: ["{{{name}}}", "{{&name}}", "{{#a}}", "{{/a}}", "{{#a}}{{/b}}", "{{name"])
    func whatIsNoTagOfAPageIsRefused(source: String) {
        #expect(throws: PageTemplate.Fault.self) { try PageTemplate(source) }
    }

    @Test func charactersThatHideTextAreShown() throws {
        #expect(try render("{{name}}", ["name": "a\u{202E}b\u{0}"]) == "a\u{FFFD}b\u{2400}")
    }
}
