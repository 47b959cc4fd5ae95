import EmissionsDiagnostics
import EmissionsExchange
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax
import FoundationEssentials
import TestSupport
import Testing

/// One `samples/<format>/<case>/input.*`.
struct Sample: CustomTestStringConvertible, Sendable {
    let format: String
    let name: String
    let path: String

    var testDescription: String { "\(format)/\(name)" }
    var folder: String { String(path[..<path.lastIndex(of: "/")!]) }
    func bytes() throws -> [UInt8] { try read(path) }

    static let all: [Sample] = {
        let root = packageFolder + "/samples"
        // Those of spreadsheets go by mappings of their own.
        return folders(in: root).filter { $0 != "map" }.flatMap { format in
            folders(in: "\(root)/\(format)").flatMap { name in
                files(in: "\(root)/\(format)/\(name)").filter { $0.hasPrefix("input.") }.map {
                    Sample(format: format, name: name, path: "\(root)/\(format)/\(name)/\($0)")
                }
            }
        }
    }()

    private static func files(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }
    private static func folders(in folder: String) -> [String] {
        files(in: folder).filter { name in
            var isFolder = false
            return FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder) && isFolder
        }
    }
}

/// The day that every test is run on.
let testDay = CalendarDay(2026, 11, 24)

/// A converter without rules, which have tests of their own.
func converter(to target: Format, version: String? = nil) -> Converter {
    var options = ReadingOptions(today: testDay)
    options.profiles = []
    options.usesOwnSchemas = false
    return Converter(options, to: target, version: version)
}

/// All parts of a file, and what the reader said of it.
func parts(of bytes: [UInt8], as format: Format) throws -> (parts: [SubmissionPart], findings: [Diagnostic]) {
    var reader = format.reader(ByteSource(bytes), Limits())
    var log = ReadLog(SourceTree())
    var parts: [SubmissionPart] = [], findings: [Diagnostic] = []
    while let part = try reader.next(&log) {
        parts.append(part)
        findings += log.diagnostics
    }
    return (parts, findings)
}
