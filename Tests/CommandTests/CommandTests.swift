import Foundation
import TestSupport
import Testing

/// Runs the commands in the Markdown files beside this one and compares what they print.
///
/// In a block that begins with three ticks and `console`, a line that begins with `% ` is a command for the shell, with
/// the lines up to the end of its here-document if it has one; what follows is what it prints, on standard output and
/// standard error together, and `exit N` where its status is not 0. Commands of one file run one after another in one
/// empty folder with links to `samples` and `schemas`. Regenerate with `UPDATE_GOLDEN=1 swift test`, then read the
/// difference.
@Suite struct CommandTests {
    static let files: [String] =
        (try? FileManager.default.contentsOfDirectory(atPath: folder))?
        .filter { $0.hasSuffix(".md") }.sorted() ?? []
    private static let folder = packageFolder + "/Tests/CommandTests"

    @Test func thereAreFiles() { #expect(Self.files.count >= 5) }

    @Test(arguments: files) func theCommandsPrintWhatIsWritten(_ file: String) throws {
        let path = "\(Self.folder)/\(file)"
        let known = String(decoding: try read(path), as: UTF8.self)
        let scratch = try Scratch()
        defer { scratch.remove() }
        let actual = try Transcript(known).rerun { try scratch.run($0) }
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try Data(actual.utf8).write(to: URL(fileURLWithPath: path))
            return
        }
        let (lines, wanted) = (actual.split(separator: "\n", omittingEmptySubsequences: false), known.lines)
        for (index, pair) in zip(lines, wanted).enumerated() where pair.0 != pair.1 {
            Issue.record("\(file):\(index + 1): expected '\(pair.1)', found '\(pair.0)'")
            return
        }
        #expect(lines.count == wanted.count, "\(file) has more or fewer lines than before")
    }
}

extension String {
    fileprivate var lines: [Substring] { split(separator: "\n", omittingEmptySubsequences: false) }
}

/// A Markdown file with commands in it.
private struct Transcript {
    private let text: String
    init(_ text: String) { self.text = text }

    /// The same text with what the commands print now.
    func rerun(_ run: (String) throws -> String) rethrows -> String {
        var result: [String] = [], command: [String] = []
        var isConsole = false, ending: Substring?
        func finish() throws {
            guard !command.isEmpty else { return }
            let output = try run(command.joined(separator: "\n"))
            if !output.isEmpty { result.append(output) }
            command = []
        }
        for line in text.lines {
            if !isConsole {
                isConsole = line == "```console"
                result.append(String(line))
            } else if let end = ending {
                result.append(String(line))
                command.append(String(line))
                if line == end { ending = nil }
            } else if line == "```" {
                try finish()
                isConsole = false
                result.append("```")
            } else if line.hasPrefix("% ") {
                try finish()
                result.append(String(line))
                command = [String(line.dropFirst(2))]
                ending = line.range(of: "<<'").map { line[$0.upperBound...].prefix { $0 != "'" } }
            }
        }
        return result.joined(separator: "\n")
    }
}

/// A folder of its own for the commands of one file.
private struct Scratch {
    private let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "/emx-commands-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for name in ["samples", "schemas"] {
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder)/\(name)", withDestinationPath: "\(packageFolder)/\(name)")
        }
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    /// What a command prints, without the last line break, and its status in a line of its own unless it is 0.
    func run(_ command: String) throws -> String {
        let process = Process(), pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        process.environment = [
            "PATH": "\(productsFolder):\(path)", "EMX_TODAY": "2026-11-24", "LC_ALL": "C.UTF-8", "TMPDIR": folder,
        ]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        var text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        if process.terminationStatus != 0 {
            if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
            text += "exit \(process.terminationStatus)\n"
        }
        if text.hasSuffix("\n") { text.removeLast() }
        return text
    }
}
