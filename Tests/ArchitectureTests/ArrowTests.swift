import Testing

/// Which module may import which. SwiftPM enforces the packages' graph; this keeps the graph itself what it should be.
@Suite struct ArrowTests {
    static let below = [
        "EmissionsDiagnostics", "EmissionsModel", "EmissionsSyntax", "EmissionsSchemas", "EmissionsFormats",
        "EmissionsRules",
    ]

    /// Full Foundation is in no list of the library: it costs start-up time.
    static let allowed: [String: Set<String>] = [
        "EmissionsDiagnostics": ["Synchronization"],
        "EmissionsModel": [],
        "EmissionsSyntax": ["EmissionsDiagnostics", "CLibXML2", "CYAML", "CZip", "Synchronization"],
        "EmissionsSchemas": ["EmissionsDiagnostics", "EmissionsSyntax", "CLibXML2", "CSchemas", "Synchronization"],
        "EmissionsFormats": ["EmissionsDiagnostics", "EmissionsModel", "EmissionsSyntax"],
        "EmissionsRules": ["EmissionsDiagnostics", "EmissionsModel"],
        "EmissionsExchange": Set(below),
        "EmissionsReports": Set(below + ["EmissionsExchange"]),
        "EmissionsStore": [
            "CPostgreSQL", "Crypto", "Dispatch", "Foundation", "GRDB", "GRDBSQLite", "Glibc", "Musl", "Synchronization",
        ],
        "EmissionsService": Set(
            below + [
                "EmissionsExchange", "EmissionsReports", "EmissionsStore", "COpenAPI", "CPages", "CProcess",
                "AsyncHTTPClient", "CoreMetrics", "Crypto", "DequeModule", "EmissionsWorkerMessages", "Foundation",
                "FoundationEssentials",
                "Glibc", "HTTPTypes", "Hummingbird", "JWTKit", "Logging", "Metrics",
                "NIOConcurrencyHelpers", "NIOCore", "NIOHTTP1", "NIOPosix", "NIOSSL", "ServiceLifecycle", "Subprocess",
                "Synchronization",
                "SystemPackage", "UnixSignals",
            ]),
        "EmissionsWorkerMessages": ["FoundationEssentials"],
        "EmissionsConsole": ["EmissionsDiagnostics", "EmissionsSyntax", "ArgumentParser", "CProcess", "Glibc"],
        // Neither the service nor what is kept: what they link would cost every command half of its time.
        "emx": Set(
            below + [
                "EmissionsConsole", "EmissionsExchange", "EmissionsReports", "EmissionsWorkerMessages",
                "ArgumentParser",
                "CProcess", "Glibc", "Musl",
            ]),
        "emx-service": [
            "EmissionsConsole", "EmissionsModel", "EmissionsReports", "EmissionsService", "EmissionsStore",
            "EmissionsSyntax", "ArgumentParser", "FoundationEssentials", "Glibc", "Logging", "Metrics",
        ],
    ]

    @Test func everyTargetIsInTheTable() {
        #expect(Set(SourceFile.all.map(\.target)) == Set(Self.allowed.keys))
    }

    @Test func noFileImportsWhatItsTargetMayNotKnow() {
        let wrong = SourceFile.all.flatMap { file in
            file.imports.filter { Self.allowed[file.target]?.contains($0) != true }.map { "\(file.path) imports \($0)" }
        }
        #expect(wrong == [])
    }

    @Test func noFormatKnowsAnother() {
        let formats = SourceFile.all.filter { $0.target == "EmissionsFormats" && $0.folders.count > 1 }
        var wrong: [String] = []
        for folder in Set(formats.map { $0.folders[1] }) where folder != "Mapping" {
            let names = Set(formats.filter { $0.folders[1] == folder }.flatMap(\.declaredTypes))
            for file in formats where file.folders[1] != folder {
                let words = Set(file.code.flatMap { $0.text.split { !$0.isLetter && !$0.isNumber && $0 != "_" } })
                wrong += names.intersection(words).map { "\(file.path) uses \(folder)'s \($0)" }
            }
        }
        #expect(wrong.sorted() == [])
    }
}

extension SourceFile {
    /// The types declared at the top level that other files can name.
    fileprivate var declaredTypes: [Substring] {
        code.compactMap { line in
            let words = line.text.split(separator: " ")
            guard line.text.first?.isWhitespace == false, words.first != "private", words.first != "fileprivate",
                let index = words.firstIndex(where: { ["struct", "enum", "class", "protocol"].contains($0) }),
                words.count > index + 1
            else { return nil }
            return words[index + 1].prefix { $0.isLetter || $0.isNumber }
        }
    }
}
