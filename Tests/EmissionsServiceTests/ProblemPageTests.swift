import Foundation
import TestSupport
import Testing

/// What problems are called is promised to programs, so that each is told on the page about running the service.
@Suite struct ProblemPageTests {
    @Test func everyProblemIsOnThePage() throws {
        let page = String(decoding: try read(packageFolder + "/docs/OPERATIONS.md"), as: UTF8.self)
        let folder = packageFolder + "/Sources/EmissionsService"
        var types: Set<String> = []
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder) where name.hasSuffix(".swift") {
            let text = String(decoding: try read("\(folder)/\(name)"), as: UTF8.self)
            for match in text.matches(of: /(?:Problem|refused|self\.init)\(\s*"([a-z]+(?:-[a-z]+)*)",/) {
                types.insert(String(match.1))
            }
            for match in text.matches(of: /^\s+"([a-z]+(?:-[a-z]+)*)", \.[a-z]+[A-Za-z]*,/.anchorsMatchLineEndings()) {
                types.insert(String(match.1))
            }
        }
        #expect(types.count > 25)
        #expect(types.filter { !page.contains("| `\($0)`") }.sorted() == [])
    }
}
