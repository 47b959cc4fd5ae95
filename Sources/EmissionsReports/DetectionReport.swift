public import EmissionsFormats

/// What formats a file may be in, and how that was told.
public struct DetectionReport: Sendable {
    public typealias Candidate = (format: Format, recognition: Recognition)

    private let path: String
    /// The likeliest first.
    private let candidates: [Candidate]

    public init(_ path: String, _ candidates: [Candidate]) { (self.path, self.candidates) = (path, candidates) }

    public var text: String {
        guard !candidates.isEmpty else { return "\(PlainText.path(path)): in no format that is known\n" }
        return candidates.map { candidate in
            let recognition = candidate.recognition
            let name = [candidate.format.name, recognition.version].compactMap { $0 }.joined(separator: " ")
            let reason = "\(recognition.confidence.words), \(PlainText.line(recognition.evidence))"
            return "\(PlainText.path(path)): \(name) (\(reason))\n"
        }.joined()
    }

    public var json: JSONValue {
        [
            "path": .text(path),
            "candidates": .list(
                candidates.map { candidate in
                    [
                        "format": .text(candidate.format.name), "version": JSONValue(candidate.recognition.version),
                        "confidence": .text(candidate.recognition.confidence.rawValue),
                        "evidence": .text(candidate.recognition.evidence),
                    ]
                }),
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
