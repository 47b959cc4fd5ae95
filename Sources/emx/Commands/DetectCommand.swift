import ArgumentParser
import EmissionsExchange
import EmissionsFormats
import EmissionsReports
import EmissionsSyntax

struct DetectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "detect", abstract: "Tell what format files are in, and how that was told.",
        discussion: """
            The content decides, never the name of the file.

            Example:
              emx detect inbox/
            """)

    @Argument(help: "Files, or folders whose files are meant; '-' is standard input.")
    var inputs: [String]

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        var status = ExitStatus.success
        var list: [JSONValue] = []
        for file in InputFile.files(inputs) {
            do {
                let candidates = Format.candidates(try file.open().start)
                if candidates.isEmpty { status = max(status, .unreadable) }
                if json {
                    list.append(["path": .text(file.path), "candidates": .list(candidates.map(value))])
                } else {
                    StandardOutput.write(text(candidates, file.path))
                }
            } catch {
                status = max(status, .init(FileReport.failed(path: file.path, error).verdict))
                StandardError.write(TextReport(.off).text(of: error.diagnostic, in: file.path))
            }
        }
        if json { StandardOutput.write(JSONValue.list(list).document) }
        if status > .success { throw status }
    }

    private typealias Candidate = (format: Format, recognition: Recognition)

    private func text(_ candidates: [Candidate], _ path: String) -> String {
        guard !candidates.isEmpty else { return "\(path): in no format that is known\n" }
        return candidates.map { candidate in
            let name = [candidate.format.name, candidate.recognition.version].compactMap { $0 }.joined(separator: " ")
            return "\(path): \(name) (\(candidate.recognition.confidence.words), \(candidate.recognition.evidence))\n"
        }.joined()
    }

    private func value(_ candidate: Candidate) -> JSONValue {
        [
            "format": .text(candidate.format.name), "version": JSONValue(candidate.recognition.version),
            "confidence": .text(candidate.recognition.confidence.rawValue),
            "evidence": .text(candidate.recognition.evidence),
        ]
    }
}

extension Recognition.Confidence {
    fileprivate var words: String {
        switch self {
        case .yes: "sure"
        case .maybe: "perhaps"
        }
    }
}
