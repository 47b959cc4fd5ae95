import EmissionsFormats
import FoundationEssentials
import TestSupport
import Testing

@Suite struct FormatDocumentationTests {
    @Test(arguments: Format.all.map(\.name)) func thePageOfEveryFormatIsFresh(_ name: String) throws {
        let format = try #require(Format.named(name))
        let path = "\(packageFolder)/docs/formats/\(name).md"
        if ProcessInfo.processInfo.environment["UPDATE_DOCS"] == "1" {
            try FileManager.default.createDirectory(
                atPath: "\(packageFolder)/docs/formats", withIntermediateDirectories: true)
            try Data(format.documentation.utf8).write(to: URL(fileURLWithPath: path))
        }
        let isFresh = (try? read(path)) == Array(format.documentation.utf8)
        #expect(isFresh, "\(path) is stale: run UPDATE_DOCS=1 swift test")
    }

    @Test func namesOfFormatsAreTheirOwn() {
        #expect(Set(Format.all.map(\.name)).count == Format.all.count)
    }
}
