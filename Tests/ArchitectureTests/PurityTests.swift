import Testing

/// The same bytes give the same answer, and no input ends the process.
@Suite struct PurityTests {
    /// Where a trap or a dropped error is right, and why.
    static let reasons: [String: [String: String]] = [
        "try?": [
            "Sources/EmissionsFormats/FileStart.swift":
                "detection looks at the start of a file; the reader reports what is wrong with it, with its place",
            "Sources/EmissionsExchange/Echo.swift":
                "what was written and can't be read back is compared as absent, so all of it is reported as dropped",
            "Sources/EmissionsFormats/EMXCSV/EMXCSVOtherValues.swift":
                "a cell that is not JSON is reported as unreadable by whoever asked for it",
            "Sources/EmissionsService/Workers/WorkerPool.swift":
                "the wait for the end, and that between two looks at workers, end when the pool is given up",
            "Sources/EmissionsConsole/StandardStreams.swift":
                "there is nowhere left to say that standard error can't be written",
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
        let places = SourceFile.belowTheShells.filter { $0.places(of: "func " + text).isEmpty }
            .flatMap { $0.places(of: text) }
        #expect(places == [])
    }
}
