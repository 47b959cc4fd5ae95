import Foundation
import TestSupport
import Testing

@testable import EmissionsService

/// The templates, texts and assets inside the binary.
@Suite struct PageFilesTests {
    private let files: PageFiles

    init() throws { files = try PageFiles.load() }

    private func text(_ piece: PageTemplate.Piece) -> String? { if case .text(let key) = piece { key } else { nil } }
    private func partial(_ piece: PageTemplate.Piece) -> String? {
        if case .partial(let name) = piece { name } else { nil }
    }

    @Test func everyFileOfTheFolderIsInTheBinary() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: packageFolder + "/pages/templates")
        #expect(Set(names.map { String($0.prefix { $0 != "." }) }) == Set(files.templates.keys))
        #expect(Set(files.assets.keys) == ["style.css", "page.js", "icon.svg"])
    }

    @Test func everyTextOfATemplateIsInTheCatalogue() {
        let known = Set(files.texts.keys)
        for (name, template) in files.templates {
            let missing = template.names(text).filter { !known.contains($0) }
            #expect(missing == [], "\(name)")
        }
    }

    @Test func everyTemplateThatIsNamedIsThere() {
        let named = Set(files.templates.values.flatMap { $0.names(partial) })
        #expect(named.subtracting(files.templates.keys) == ["body"])
    }

    @Test func everyTemplateRenders() {
        for name in files.templates.keys { #expect(!files.render(name, [:]).contains("{{"), "\(name)") }
    }

    @Test func nothingStandsInAPageThatThePolicyForbids() {
        for name in files.templates.keys {
            let page = files.render(name, [:])
            for forbidden in ["style=", "<style", "onclick=", "onload=", "javascript:", "http://", "https://"] {
                #expect(!page.contains(forbidden), "\(name) has \(forbidden)")
            }
        }
    }

    @Test func thePolicyAllowsNothingInline() {
        #expect(!Site.policy.contains("unsafe"))
        for part in ["script-src 'self'", "style-src 'self'", "form-action 'self'", "frame-ancestors 'none'"] {
            #expect(Site.policy.contains(part))
        }
    }

    @Test(arguments: [(0, "0 errors"), (1, "1 error"), (1_234, "1,234 errors")])
    func countsAreSaidInWords(count: Int, words: String) {
        #expect(files.texts.counted(count, "count.error") == words)
    }

    @Test(arguments: [(999, "999 B"), (1_000, "1 kB"), (1_250_000, "1.3 MB"), (4 << 30, "4.3 GB")])
    func sizesAreSaidInWords(bytes: Int, words: String) {
        #expect(files.texts.size(bytes) == words)
    }
}
