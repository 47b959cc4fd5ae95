import EmissionsFormats
import Testing

@Suite struct NamingTests {
    /// Folders are named for a thing in the domain, never for a kind of code.
    static let forbidden: Set<Substring> = [
        "Utils", "Util", "Utilities", "Helpers", "Helper", "Common", "Shared", "Extensions", "Misc", "Support", "Base",
        "Core", "Types", "Models", "Managers", "Protocols",
    ]

    @Test func noFolderIsNamedForAKindOfCode() {
        #expect(SourceFile.all.filter { !Self.forbidden.isDisjoint(with: $0.folders) }.map(\.path) == [])
    }

    /// What only one format needs stands in its folder, so nothing else has to ask which format it is looking at.
    @Test(arguments: Format.all.map(\.name))
    func aFormatIsNamedOnlyInItsOwnFolder(name: String) throws {
        let home = try #require(
            SourceFile.all.first { !$0.places(of: "name: \"\(name)\",").isEmpty && $0.target == "EmissionsFormats" })
        let elsewhere = SourceFile.all.filter { $0.folders != home.folders }.flatMap { $0.places(of: "\"\(name)\"") }
        #expect(home.folders.count == 2)
        #expect(elsewhere == [])
    }

    @Test func formatNamesAreUniqueAndPlain() {
        let names = Format.all.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" } })
    }
}
