import FoundationEssentials
import TestSupport
import Testing

@Suite struct DocumentTests {
    @Test(arguments: ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "docs/ARCHITECTURE.md"])
    func theUsualFilesAreThere(name: String) throws {
        #expect(try text(name).count > 200)
    }

    @Test func theArchitectureFitsInOneSitting() throws {
        #expect(try text("docs/ARCHITECTURE.md").split(separator: "\n", omittingEmptySubsequences: false).count <= 200)
    }

    /// Every folder that the architecture page lists is there, and every target is listed.
    @Test func theArchitectureIsOfToday() throws {
        let page = try text("docs/ARCHITECTURE.md")
        #expect(Set(SourceFile.all.map(\.target)).filter { !page.contains("`\($0)`") } == [])
    }

    @Test func decisionsAreNumberedWithoutGaps() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: packageFolder + "/docs/decisions").sorted()
        #expect(names.compactMap { Int($0.prefix(4)) } == Array(1...names.count))
    }

    private func text(_ name: String) throws -> String {
        String(decoding: try read(packageFolder + "/" + name), as: UTF8.self)
    }
}
