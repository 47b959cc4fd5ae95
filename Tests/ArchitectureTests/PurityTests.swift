import Testing

/// The same bytes give the same answer, and no input ends the process.
@Suite struct PurityTests {
    /// Where a trap or a dropped error is right, and why.
    static let reasons: [String: [String: String]] = [
        "try?": [
            "Sources/EmissionsFormats/FileStart.swift":
                "detection looks at the start of a file; the reader reports what is wrong with it, with its place",
            "Sources/EmissionsExchange/Accounting.swift":
                "what was written and can't be read back is compared as absent, so all of it is reported as dropped",
        ]
    ]

    @Test(arguments: ["try!", "try?", "as!", "fatalError("])
    func nothingTrapsOrDropsAnErrorWithoutAReason(text: String) {
        let used = Set(SourceFile.all.filter { !$0.places(of: text).isEmpty }.map(\.path))
        #expect(used == Set(Self.reasons[text, default: [:]].keys))
    }

    @Test(arguments: [
        "print(", "debugPrint(", "FileManager", "ProcessInfo", "CommandLine.", "getenv(", "fopen(", "Date()", ".now",
        "SystemRandomNumberGenerator", ".random(", "Locale", "await ", "DispatchQueue",
    ])
    func nothingBelowTheShellsKnowsFilesClocksOrChance(text: String) {
        let places = SourceFile.belowTheShells.flatMap { file in
            file.places(of: text).filter { !file.places(of: "func " + text).contains($0) }
        }
        #expect(places == [])
    }
}
