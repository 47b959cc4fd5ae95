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

    /// The tool itself is called as its own format is.
    static let namesOfTheTool = [
        "Sources/EmissionsConsole/CompanionProgram.swift", "Sources/EmissionsReports/Tool.swift",
        "Sources/emx-service/EMXService.swift", "Sources/emx/EMX.swift",
    ]

    /// What only one format needs stands in its folder, so nothing else has to ask which format it is looking at.
    @Test(arguments: Format.all.map(\.name))
    func aFormatIsNamedOnlyInItsOwnFolder(name: String) {
        let files = SourceFile.all.filter { !$0.places(of: "\"\(name)\"").isEmpty }
        let folders = Set(files.filter { !Self.namesOfTheTool.contains($0.path) }.map(\.folders))
        #expect(folders.count == 1, "\(folders)")
        #expect(folders.allSatisfy { $0.count >= 2 && $0[0] == "EmissionsFormats" })
    }

    @Test func formatNamesAreUniqueAndPlain() {
        let names = Format.all.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" } })
    }
}
