import EmissionsReports
import HTTPTypes

/// The forms that a report can be asked for in, by media type.
enum ReportChoice {
    /// In the order of preference.
    static let types: [(type: String, form: ReportFormat)] = [
        ("application/json", .json), ("text/html", .html), ("application/sarif+json", .sarif), ("text/csv", .csv),
        ("application/x-ndjson", .ndjson), ("application/xml", .junit), ("text/plain", .text),
    ]

    static func mediaType(_ form: ReportFormat) -> String {
        let type = types.first { $0.form == form }?.type ?? "application/octet-stream"
        return type.hasPrefix("text/") ? "\(type); charset=utf-8" : type
    }

    /// The form that is liked best; JSON where nothing is said.
    ///
    /// - Throws: ``Problem`` where none of the forms is accepted.
    static func form(accepting field: String?) throws(Problem) -> ReportFormat {
        guard let type = try AcceptField(field).best(of: types.map(\.type)) else { return .json }
        return types.first { $0.type == type }?.form ?? .json
    }
}

/// What a client accepts (RFC 9110, 12.5.1).
struct AcceptField {
    private var ranges: [(type: String, quality: Double)] = []
    private let text: String?

    init(_ field: String?) {
        text = field
        for item in (field ?? "*/*").split(separator: ",") {
            let pieces = item.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
            guard let type = pieces.first else { continue }
            let quality = pieces.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            ranges.append((type, quality))
        }
    }

    /// The type that is liked best, the first of equals.
    func best(of types: [String]) throws(Problem) -> String? {
        var best: (type: String, quality: Double)?
        for type in types {
            let quality = quality(of: type)
            if quality > best?.quality ?? 0 { best = (type, quality) }
        }
        guard let best else { throw .notAcceptable(text ?? "", types) }
        return best.type
    }

    /// How much a type is liked, by the range that fits most closely.
    func quality(of type: String) -> Double {
        let family = type.prefix { $0 != "/" } + "/*"
        for range in [type, String(family), "*/*"] {
            if let found = ranges.first(where: { $0.type == range }) { return found.quality }
        }
        return 0
    }
}

extension Problem {
    static func notAcceptable(_ field: String, _ types: [String]) -> Problem {
        var problem = Problem(
            "not-acceptable", .notAcceptable, "the answer can't be had in that form",
            "the forms are \(types.joined(separator: ", ")); name one of them in Accept")
        problem.observed = String(field.prefix(200))
        return problem
    }
}
