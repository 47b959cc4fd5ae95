import FoundationEssentials

/// The folder of real samples, official schemas and conformance suites that stands beside a checkout.
///
/// It is not part of the package. A test that needs it is declared with
/// `.enabled(if: Shared.has("corpus/pcf"), "shared/corpus/pcf is not here")`, so that it is seen to be skipped.
public enum Shared {
    /// Looked for in `EMX_SHARED`, else as `shared` beside the package or beside its parent folder.
    public static let folder: String? = {
        let package = packageFolder
        let candidates = [
            ProcessInfo.processInfo.environment["EMX_SHARED"], package + "/../shared", package + "/../../shared",
        ]
        return candidates.compactMap { $0 }.first { FileManager.default.fileExists(atPath: $0 + "/corpus") }
    }()

    public static func has(_ path: String) -> Bool {
        folder.map { FileManager.default.fileExists(atPath: "\($0)/\(path)") } ?? false
    }

    public static func path(_ path: String) -> String { (folder ?? "") + "/" + path }
    public static func bytes(_ path: String) throws -> [UInt8] { try read(Shared.path(path)) }

    /// The names of the files in a folder, sorted.
    public static func files(in path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: Shared.path(path)).sorted()
    }
}

/// The folder that holds `Package.swift`.
public let packageFolder: String = {
    var parts = #filePath.split(separator: "/")
    parts.removeLast(3)
    return "/" + parts.joined(separator: "/")
}()

public func read(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path))) }
