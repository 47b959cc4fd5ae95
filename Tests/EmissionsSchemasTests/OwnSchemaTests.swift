import EmissionsSchemas
import FoundationEssentials
import TestSupport
import Testing

@Suite struct OwnSchemaTests {
    /// The files in `schemas/`, as paths from there.
    static let files: [String] = {
        let folder = packageFolder + "/schemas"
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        return paths.filter { $0.split(separator: "/").count == 3 }.sorted()
    }()

    @Test func everyFileInTheFolderIsInTheLibrary() throws {
        #expect(!Self.files.isEmpty)
        #expect(OwnSchema.all.map(\.path) == Self.files)
        for schema in OwnSchema.all { #expect(try schema.bytes == read(packageFolder + "/schemas/" + schema.path)) }
    }

    /// A schema of ours that can't be used stops the program, so that each is made ready here.
    @Test(arguments: OwnSchema.all.map(\.path))
    func everySchemaCanBeUsed(path: String) throws {
        let schema = try #require(OwnSchema.all.first { $0.path == path })
        switch schema.compiled {
        case .xsd: #expect(path.hasSuffix(".xsd"))
        case .json: #expect(path.hasSuffix(".schema.json"))
        }
    }

    @Test func aDigestIsThatOfTheBytes() throws {
        let schema = try #require(OwnSchema.of("pact", "3.0"))
        #expect(schema.digest.count == 64)
        #expect(Set(OwnSchema.all.map(\.digest)).count == OwnSchema.all.count)
    }
}
