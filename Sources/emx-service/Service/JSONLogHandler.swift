import EmissionsConsole
import EmissionsReports
import FoundationEssentials
import Logging

/// The log as one JSON object a line, on standard error.
struct JSONLogHandler: LogHandler {
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var line: JSONValue = [
            "time": .text(Date().formatted(.iso8601)), "level": .text(event.level.rawValue),
            "message": .text(event.message.description),
        ]
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        for (key, value) in all.sorted(by: { $0.key < $1.key }) { line.append(key, .text(value.description)) }
        StandardError.write(String(decoding: line.line, as: UTF8.self))
    }
}
