// swift-tools-version: 6.2
import PackageDescription

/// Set by `.ci/run`: a warning in this package is an error. Not so for everyone, whose compiler may warn of more.
let isStrict = Context.environment["EMX_STRICT"] != nil

let settings: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ] + (isStrict ? [.treatAllWarnings(as: .error)] : [])

/// The literate tests of the command line, which are read where they stand.
let commandTests = [
    "archives.md", "broken-files.md", "color.md", "conversion.md", "declarations.md", "diff.md", "exit-statuses.md",
    "findings.md", "fix.md", "looking.md", "map.md", "names.md", "open-formats.md", "outcomes.md", "policy.md",
    "reports.md",
    "schema.md", "service-keys.md", "service-settings.md",
]

let package = Package(
    name: "emissions-exchange",
    products: [
        .library(
            name: "EmissionsExchangeKit",
            targets: [
                "EmissionsDiagnostics", "EmissionsModel", "EmissionsSyntax", "EmissionsSchemas", "EmissionsFormats",
                "EmissionsRules", "EmissionsExchange", "EmissionsReports",
            ]),
        .executable(name: "emx", targets: ["emx"]),
        .executable(name: "emx-service", targets: ["emx-service"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.2.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.9.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.6.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0", traits: []),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.8.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0", traits: []),
    ],
    targets: [
        .target(name: "EmissionsDiagnostics", swiftSettings: settings),
        .target(name: "EmissionsModel", swiftSettings: settings),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(
            name: "EmissionsSyntax", dependencies: ["CLibXML2", "CYAML", "CZip", "EmissionsDiagnostics"],
            swiftSettings: settings),
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .target(name: "CSchemas"),
        .target(
            name: "EmissionsSchemas",
            dependencies: ["CLibXML2", "CSchemas", "EmissionsDiagnostics", "EmissionsSyntax"],
            swiftSettings: settings),
        .target(
            name: "EmissionsFormats", dependencies: ["EmissionsDiagnostics", "EmissionsModel", "EmissionsSyntax"],
            swiftSettings: settings),
        .target(
            name: "EmissionsRules", dependencies: ["EmissionsDiagnostics", "EmissionsModel"], swiftSettings: settings),
        .target(
            name: "EmissionsExchange",
            dependencies: [
                "EmissionsDiagnostics", "EmissionsModel", "EmissionsSyntax", "EmissionsSchemas", "EmissionsFormats",
                "EmissionsRules",
            ],
            swiftSettings: settings),
        .target(
            name: "EmissionsReports",
            dependencies: [
                "EmissionsDiagnostics", "EmissionsModel", "EmissionsSyntax", "EmissionsFormats", "EmissionsRules",
                "EmissionsExchange",
            ],
            swiftSettings: settings),
        .target(name: "EmissionsWorkerMessages", swiftSettings: settings),
        .target(
            name: "EmissionsConsole",
            dependencies: [
                "CProcess", "EmissionsDiagnostics", "EmissionsSyntax",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
        .target(name: "COpenAPI", exclude: ["openapi.json"]),
        .target(name: "CProcess"),
        .target(name: "CPages"),
        .systemLibrary(name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(
            name: "EmissionsStore",
            dependencies: [
                "CPostgreSQL",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .target(
            name: "EmissionsService",
            dependencies: [
                "COpenAPI", "CPages", "CProcess", "EmissionsDiagnostics", "EmissionsSyntax", "EmissionsFormats",
                "EmissionsRules", "EmissionsExchange", "EmissionsReports", "EmissionsStore",
                "EmissionsWorkerMessages",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "DequeModule", package: "swift-collections"),
                .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "SystemPackage", package: "swift-system"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "Subprocess", package: "swift-subprocess"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "emx",
            dependencies: [
                "EmissionsDiagnostics", "EmissionsModel", "EmissionsSyntax", "EmissionsFormats", "EmissionsRules",
                "CProcess", "EmissionsConsole", "EmissionsExchange", "EmissionsReports", "EmissionsSchemas",
                "EmissionsWorkerMessages",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "emx-service",
            dependencies: [
                "EmissionsConsole", "EmissionsModel", "EmissionsReports", "EmissionsService", "EmissionsStore",
                "EmissionsSyntax",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
            ],
            swiftSettings: settings),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
        .testTarget(
            name: "ArchitectureTests", dependencies: ["EmissionsFormats", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "EmissionsRulesTests",
            dependencies: ["EmissionsRules", "EmissionsModel", "EmissionsDiagnostics", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "EmissionsSyntaxTests", dependencies: ["EmissionsSyntax", "EmissionsDiagnostics", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "EmissionsSchemasTests",
            dependencies: ["EmissionsSchemas", "EmissionsSyntax", "EmissionsDiagnostics", "TestSupport"],
            exclude: ["Metaschemas"],
            swiftSettings: settings),
        .testTarget(
            name: "EmissionsFormatsTests",
            dependencies: [
                "EmissionsFormats", "EmissionsModel", "EmissionsSyntax", "EmissionsDiagnostics", "TestSupport",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "EmissionsExchangeTests",
            dependencies: [
                "EmissionsDiagnostics", "EmissionsModel", "EmissionsSyntax", "EmissionsFormats", "EmissionsRules",
                "EmissionsExchange", "TestSupport",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "EmissionsReportsTests",
            dependencies: [
                "EmissionsDiagnostics", "EmissionsModel", "EmissionsSyntax", "EmissionsFormats", "EmissionsRules",
                "EmissionsExchange", "EmissionsReports", "TestSupport",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "CommandTests", dependencies: ["emx", "emx-service", "TestSupport"], exclude: commandTests,
            swiftSettings: settings),
        .testTarget(name: "EmissionsStoreTests", dependencies: ["EmissionsStore"], swiftSettings: settings),
        .executableTarget(
            name: "StoreBenchmark", dependencies: ["EmissionsStore"], path: "Benchmarks/StoreBenchmark",
            swiftSettings: settings),
        .executableTarget(
            name: "FaultyWorker", dependencies: ["EmissionsWorkerMessages"], path: "Tests/FaultyWorker",
            swiftSettings: settings),
        .testTarget(
            name: "EmissionsServiceTests",
            dependencies: [
                "EmissionsReports", "EmissionsService", "EmissionsStore", "EmissionsWorkerMessages", "FaultyWorker",
                "TestSupport", "emx",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings),
        .testTarget(name: "EmissionsModelTests", dependencies: ["EmissionsModel"], swiftSettings: settings),
        .testTarget(
            name: "ConversionTests",
            dependencies: [
                "EmissionsDiagnostics", "EmissionsModel", "EmissionsSyntax", "EmissionsSchemas", "EmissionsFormats",
                "EmissionsExchange", "TestSupport",
            ],
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
