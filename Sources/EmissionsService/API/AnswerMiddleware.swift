import EmissionsStore
import HTTPTypes
import Hummingbird
import Logging
import Metrics
import NIOCore
import NIOHTTP1

/// Puts on every answer what every answer has, turns errors into problems, and writes the log, in which no content
/// ever stands.
struct AnswerMiddleware: RouterMiddleware {
    typealias Context = ServiceContext
    let log: Logger
    /// Tells people of problems.
    let site: Site

    func handle(
        _ request: Request, context: ServiceContext, next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        let began = ContinuousClock.now
        var response: Response
        do {
            response = try await next(request, context)
        } catch {
            var problem = Problem(error)
            problem.traceID = context.traceID
            if problem.status.code >= 500, problem.type == "internal" {
                log.error("a request failed", metadata: ["error": "\(type(of: error))", "trace": "\(context.traceID)"])
            }
            response =
                ProblemPage.isWanted(by: request)
                ? ProblemPage(problem, site).response : try problem.response(from: request, context: context)
        }
        for (name, value) in Self.fields where response.headers[name] == nil { response.headers[name] = value }
        response.headers[.traceID] = context.traceID
        let spent = ContinuousClock.now - began, seconds = spent.components
        RequestMetrics.note(request, context, response.status, spent)
        log.info(
            "request",
            metadata: [
                "method": "\(request.method)", "route": "\(context.endpointPath ?? "none")",
                "status": "\(response.status.code)", "trace": "\(context.traceID)",
                "ms": "\(seconds.seconds * 1_000 + seconds.attoseconds / 1_000_000_000_000_000)",
            ])
        return response
    }

    private static let fields: [(HTTPField.Name, String)] = [
        (.cacheControl, "no-store"), (.xContentTypeOptions, "nosniff"),
        (.contentSecurityPolicy, "default-src 'none'; frame-ancestors 'none'"),
        (HTTPField.Name("Referrer-Policy")!, "no-referrer"), (HTTPField.Name("X-Frame-Options")!, "DENY"),
        (HTTPField.Name("Cross-Origin-Resource-Policy")!, "same-origin"),
        (HTTPField.Name("Cross-Origin-Opener-Policy")!, "same-origin"),
        (HTTPField.Name("Permissions-Policy")!, "camera=(), geolocation=(), microphone=()"),
    ]
}

extension HTTPField.Name {
    static let traceID = Self("Emx-Trace-Id")!
}

extension Problem {
    init(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let error as StoreError: self.init(error)
        case let error as HTTPError where error.status == .notFound:
            self.init("not-found", .notFound, "there is nothing here", "look at /openapi.json for what there is")
        case let error as HTTPError:
            self.init("http", error.status, error.status.reasonPhrase, error.body ?? error.status.reasonPhrase)
        case is HTTPParserError:
            self.init("http", .badRequest, "the request is no proper HTTP", "send the body again as HTTP/1.1 has it")
        case is CancellationError:
            self.init("cancelled", .requestTimeout, "the request was given up", "send it again")
        default:
            self.init(
                "internal", .internalServerError, "the service failed",
                "this is an error of ours; tell the operator the traceId")
        }
    }
}
