import HTTPTypes
import Hummingbird

/// Why there is no answer, told to a person.
struct ProblemPage {
    private let problem: Problem
    private let site: Site

    init(_ problem: Problem, _ site: Site) { (self.problem, self.site) = (problem, site) }

    /// Whether whoever asks would rather read a page than a document for programs.
    static func isWanted(by request: Request) -> Bool {
        guard let field = request.headers[.accept] else { return false }
        let accept = AcceptField(field)
        return field.contains("text/html")
            && accept.quality(of: "text/html") > accept.quality(of: "application/problem+json")
    }

    var response: Response {
        if problem.status == .unauthorized {
            var response = SignInPages.page(site, because: problem)
            for field in problem.fields { response.headers[field.name] = field.value }
            return response
        }
        let title = Self.title(problem)
        var response = site.page(title, at: nil, ("problem", Self.words(problem)), status: problem.status)
        for field in problem.fields { response.headers[field.name] = field.value }
        if let seconds = problem.retryAfter { response.headers[.retryAfter] = String(seconds) }
        return response
    }

    static func words(_ problem: Problem) -> PageValue {
        [
            "problemTitle": .text(title(problem)), "detail": .text(problem.detail.firstCapitalized + "."),
            "status": .text(String(problem.status.code)), "trace": PageValue(problem.traceID),
        ]
    }

    private static func title(_ problem: Problem) -> String { problem.title.firstCapitalized }
}
