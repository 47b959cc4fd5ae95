import EmissionsReports
import EmissionsWorkerMessages
import HTTPTypes
import Hummingbird
import NIOCore

/// Validation, conversion and detection of one document, of which nothing is kept.
struct CheckingRoutes {
    let checking: Checking

    func add(to router: some RouterMethods<ServiceContext>) {
        router.post("validate", use: validate)
        router.post("convert", use: convert)
        router.post("detect", use: detect)
    }

    @Sendable private func validate(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let query = try CheckingQuery(request)
        let form = try ReportChoice.form(accepting: request.headers[.accept])
        let upload = try await checking.receive(request, query, isAwaited: true)
        let answer = try await checking.validate(upload, query, [form])
        var response = Response(status: .ok, verdict: answer.reply)
        response.headers[.contentType] = ReportChoice.mediaType(form)
        response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: answer.report(form.rawValue) ?? []))
        return response
    }

    @Sendable private func detect(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let query = try CheckingQuery(request)
        let upload = try await checking.receive(request, query, isAwaited: true)
        let answer = try await checking.detect(upload, query)
        var response = Response(status: .ok)
        response.headers[.contentType] = ReportChoice.mediaType(.json)
        response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: answer.report("json") ?? []))
        return response
    }

    @Sendable private func convert(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let query = try CheckingQuery(request)
        guard query.to != nil else { throw Problem.unknown("to", "", CheckingQuery.writtenNames) }
        let wantsAll =
            AcceptField(request.headers[.accept]).quality(of: "multipart/mixed") == 1
            && request.headers[.accept]?.contains("multipart/") == true
        let upload = try await checking.receive(request, query, isAwaited: true)
        let conversion = try await checking.convert(upload, query)
        return try conversion.response(wantsAll: wantsAll)
    }
}

extension HTTPField.Name {
    static let verdict = Self("Emx-Verdict")!
    static let errors = Self("Emx-Errors")!
    static let lost = Self("Emx-Values-Lost")!
}

extension Response {
    init(status: HTTPResponse.Status, verdict reply: WorkerReply) {
        self.init(status: status)
        headers[.verdict] = reply.verdict
        headers[.errors] = String(reply.errors)
    }
}
