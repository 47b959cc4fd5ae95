import EmissionsStore
import Foundation
import TestSupport
import Testing

@testable import EmissionsService

/// Every route to what is kept, asked by those who may not.
@Suite struct AccessRouteTests {
    struct Route: Sendable, CustomTestStringConvertible {
        let method: String
        let path: String
        let scope: AccessKey.Scope
        var testDescription: String { "\(method) \(path)" }
    }

    /// `SUB` and `JOB` stand for a submission and a job of `acme`.
    static let routes: [Route] =
        [
            "/v1/submissions", "/v1/submissions/SUB", "/v1/submissions/SUB/original", "/v1/submissions/SUB/report",
            "/v1/submissions/SUB/findings", "/v1/submissions/SUB/differences", "/v1/submissions/SUB/conversion?to=pact",
            "/v1/jobs", "/v1/jobs/JOB", "/v1/jobs/JOB/events", "/v1/jobs/JOB/report", "/v1/jobs/JOB/loss",
            "/v1/jobs/JOB/output",
        ].map { Route(method: "GET", path: $0, scope: .readOwn) }
        + [
            ("POST", "/v1/submissions"), ("POST", "/v1/jobs?kind=validate"), ("DELETE", "/v1/submissions/SUB"),
            ("DELETE", "/v1/jobs/JOB"),
        ].map { Route(method: $0.0, path: $0.1, scope: .submit) }

    private let document: [UInt8]

    init() throws { document = try read(packageFolder + "/samples/pact/steel-coil/input.json") }

    @Test func nobodyGetsThroughWhoMayNot() async throws {
        try await AccessServer.running { server in
            let good = try await server.key([.submit, .readOwn])
            let path = try await paths(server, good)
            let expired = try await server.key([.admin], expires: Date().addingTimeInterval(-1))
            let revoked = try await server.key([.admin])
            try await server.store.revokeKey(revoked.key.id, of: server.acme, by: .service, now: Date())
            let who: [(name: String, fields: [String: String])] = [
                ("nobody", [:]), ("unknown", ["Authorization": "Bearer emx_unknown"]), ("expired", expired.bearer),
                ("revoked", revoked.bearer), ("cookie", ["Cookie": "emx_session=\(good.secret)"]),
            ]
            for route in Self.routes {
                for (name, fields) in who {
                    let answer = try await send(route, path, fields, server)
                    #expect(answer.status == 401, "\(name): \(route)")
                    #expect(answer["WWW-Authenticate"] != nil)
                }
                let lacking = try await server.key(route.scope == .submit ? [.readAll] : [.submit])
                let answer = try await send(route, path, lacking.bearer, server)
                #expect(answer.status == 403, "without the scope: \(route)")
            }
        }
    }

    @Test func whatIsAnotherTenantsIsAsIfItWereNotThere() async throws {
        try await AccessServer.running { server in
            let path = try await paths(server, try await server.key([.submit]))
            let other = try await server.key([.admin], of: server.other)
            for route in Self.routes where path(route.path) != route.path {
                let answer = try await send(route, path, other.bearer, server)
                #expect(answer.status == 404, "\(route)")
                let nowhere = { (path: String) in path.replacing("SUB", with: "x").replacing("JOB", with: "x") }
                let missing = try await send(route, nowhere, other.bearer, server)
                #expect(answer.problem == missing.problem, "\(route)")
            }
            for list in ["/v1/submissions", "/v1/jobs"] {
                let answer = try await server.http.send("GET", list, other.bearer)
                #expect(answer.text.contains(#""total":0"#), "\(answer.text)")
            }
        }
    }

    @Test func whatIsAnotherKeysIsNotThereForThoseWhoReadTheirOwn() async throws {
        try await AccessServer.running { server in
            let mine = try await server.key([.submit, .readOwn])
            let path = try await paths(server, mine)
            let theirs = try await server.key([.submit, .readOwn]), all = try await server.key([.readAll])
            for route in Self.routes where path(route.path) != route.path {
                let answer = try await send(route, path, theirs.bearer, server)
                #expect(answer.status == 404, "\(route)")
            }
            for kept in ["/v1/submissions/SUB", "/v1/jobs/JOB"] {
                for key in [mine, all] {
                    let answer = try await server.http.send("GET", path(kept), key.bearer)
                    #expect(answer.status == 200)
                }
            }
        }
    }

    /// What has to be open, and may say nothing of anybody.
    @Test func whatIsOpenToAllNeedsNoKey() async throws {
        try await AccessServer.running({ $0.access.anonymousChecking = .no }) { server in
            for path in ["/healthz", "/readyz", "/version", "/openapi.json"] {
                let answer = try await server.http.send("GET", path)
                #expect([200, 503].contains(answer.status), "\(path)")
            }
            let metrics = try await server.http.send("GET", "/metrics")
            #expect(metrics.status == 404)
        }
    }

    private func send(
        _ route: Route, _ path: (String) -> String, _ fields: [String: String], _ server: AccessServer
    ) async throws -> HTTPAnswer {
        try await server.http.send(
            route.method, path(route.path), fields, body: route.method == "POST" ? document : nil)
    }

    /// Hands in a submission and a job, and tells how paths to them read.
    private func paths(
        _ server: AccessServer, _ key: AccessKey.Issued
    ) async throws -> @Sendable (String) -> String {
        let submitted = try await server.http.send("POST", "/v1/submissions", key.bearer, body: document)
        let begun = try await server.http.send("POST", "/v1/jobs?kind=validate", key.bearer, body: document)
        let submission = try #require(submitted.member("id"), "\(submitted.text)")
        let job = try #require(begun.member("id"), "\(begun.text)")
        return { $0.replacing("SUB", with: submission).replacing("JOB", with: job) }
    }
}
