import EmissionsWorkerMessages
import HTTPTypes
import Hummingbird
import Metrics

/// What is counted of each request: never an address, a name or an identifier.
enum RequestMetrics {
    static func note(
        _ request: Request, _ context: ServiceContext, _ status: HTTPResponse.Status, _ spent: Duration
    ) {
        // Routes are few; methods are whatever a client writes.
        let method = methods.contains(request.method) ? request.method.rawValue : "other"
        let route = [("method", method), ("route", context.endpointPath ?? "none")]
        Counter(label: "emx_requests_total", dimensions: route + [("status", String(status.code))]).increment()
        Metrics.Timer(label: "emx_request_seconds", dimensions: route).record(duration: spent)
    }

    private static let methods: Set<HTTPRequest.Method> = [.get, .head, .post, .put, .patch, .delete, .options]
}

extension WorkerReply {
    /// Counts what a document came to, by formats, verdicts and codes, of which there are few.
    func count() {
        let format = [("format", format ?? "none")]
        Counter(label: "emx_documents_total", dimensions: format + [("verdict", verdict)]).increment()
        for (code, count) in codes {
            Counter(label: "emx_findings_total", dimensions: format + [("code", code)]).increment(by: count)
        }
    }
}
