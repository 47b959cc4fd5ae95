import EmissionsStore
import FoundationEssentials
import Hummingbird

/// What is asked about a list, by the query of a request.
struct ListQuery {
    let request: Request

    init(_ request: Request) { self.request = request }

    func text(_ name: String) -> String? {
        // Browsers send a blank of a form as a plus sign.
        let uri = type(of: request.uri).init(request.uri.string.replacing("+", with: "%20"))
        return uri.queryParameters[Substring(name)].map(String.init).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// - Throws: ``Problem`` where the number of items is none that a page can have.
    func page() throws(Problem) -> PageRequest {
        var page = PageRequest(after: text("cursor"))
        if let limit = text("limit") {
            guard let size = Int(limit), (1...1_000).contains(size) else {
                throw .badValue("limit", limit, "a number from 1 to 1000")
            }
            page.size = size
        }
        return page
    }

    func word<Word: RawRepresentable & CaseIterable>(_ name: String, _ type: Word.Type) throws(Problem) -> Word?
    where Word.RawValue == String {
        guard let text = text(name) else { return nil }
        guard let word = Word(rawValue: text) else { throw .unknown(name, text, Word.allCases.map(\.rawValue)) }
        return word
    }

    /// The start of a day in UTC.
    func day(_ name: String) throws(Problem) -> Date? {
        guard let text = text(name) else { return nil }
        guard text.utf8.count == 10, let date = Self.date("\(text)T00:00:00Z") else {
            throw .badValue(name, text, "a day such as 2026-11-24")
        }
        return date
    }

    private static func date(_ text: String) -> Date? {
        do { return try Date(text, strategy: .iso8601) } catch { return nil }
    }

    func filter(for identity: Identity) throws(Problem) -> SubmissionFilter {
        SubmissionFilter(
            verdict: try word("verdict", Verdict.self), format: text("format"), text: text("text"),
            from: try day("from"), before: try day("to")?.addingDays(1), code: text("code"),
            submitter: identity.submitterFilter)
    }
}

extension Problem {
    static func badValue(_ name: String, _ found: String, _ expected: String) -> Problem {
        var problem = Problem(
            "bad-value", .badRequest, "\(name) can't be used", "\(name) is '\(found.prefix(100))', must be \(expected)")
        problem.observed = String(found.prefix(100))
        return problem
    }

    static func notFound(_ what: String) -> Problem {
        Problem("not-found", .notFound, "there is no such \(what)", "it may have been removed, or be somebody else's")
    }
}
