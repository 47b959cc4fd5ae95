import EmissionsFormats
import EmissionsRules
import HTTPTypes
import Hummingbird

/// What is asked about a document, by the query of a request.
struct CheckingQuery: Codable, Sendable {
    var name: String
    var from: String?
    var to: String?
    var profiles: [String]?
    var allowsIncomplete = false
    var refusesLoss = false

    /// - Throws: ``Problem`` where a name is not known, with the known ones.
    init(_ request: Request) throws(Problem) {
        let query = request.uri.queryParameters
        let profiles = query.getAll("profile").flatMap { $0.split(separator: ",") }.map(String.init)
        try self.init(to: query["to"].map(String.init), profiles: profiles)
        name = DocumentName.clean(query["name"] ?? Self.fileName(request.headers[.contentDisposition]) ?? "")
        if let from = query["from"] {
            self.from = try Self.format(String(from), in: "from").name
        }
        allowsIncomplete = query["allow-incomplete"].map { $0 != "false" } ?? false
        refusesLoss = query["on-loss"] == "fail"
        if let onLoss = query["on-loss"], !["report", "fail"].contains(onLoss) {
            throw .unknown("on-loss", String(onLoss), ["report", "fail"])
        }
    }

    /// - Throws: ``Problem`` where a name is not known, with the known ones.
    init(to: String?, profiles names: [String], allowsIncomplete: Bool = false) throws(Problem) {
        name = DocumentName.unknown
        self.allowsIncomplete = allowsIncomplete
        if let to {
            let pieces = to.split(separator: "@", maxSplits: 1).map(String.init)
            let format = try Self.format(pieces.first ?? "", in: "to")
            guard !format.writtenVersions.isEmpty else { throw .unknown("to", to, Self.writtenNames) }
            if pieces.count > 1, !format.writtenVersions.contains(pieces[1]) {
                throw .unknown("to", to, format.writtenVersions.map { "\(format.name)@\($0)" })
            }
            self.to = to
        }
        for name in names where Profile.named(name) == nil {
            throw .unknown("profile", name, Profile.all.map(\.name))
        }
        if !names.isEmpty { profiles = names }
    }

    static let writtenNames = Format.all.filter { !$0.writtenVersions.isEmpty }.map(\.name)

    private static func format(_ name: String, in parameter: String) throws(Problem) -> Format {
        guard let format = Format.named(name) else { throw .unknown(parameter, name, Format.all.map(\.name)) }
        return format
    }

    private static func fileName(_ field: String?) -> Substring? {
        guard let field, let start = field.firstRange(of: "filename=")?.upperBound else { return nil }
        let text = field[start...]
        if text.first == "\"" { return text.dropFirst().prefix { $0 != "\"" } }
        return text.prefix { $0 != ";" }
    }
}

extension Problem {
    static func unknown(_ parameter: String, _ found: String, _ known: [String]) -> Problem {
        var problem = Problem(
            "unknown-\(parameter)", .badRequest, "\(parameter) is not known",
            "\(parameter) is '\(found.prefix(100))', must be one of \(known.joined(separator: ", "))")
        problem.observed = String(found.prefix(100))
        return problem
    }
}
