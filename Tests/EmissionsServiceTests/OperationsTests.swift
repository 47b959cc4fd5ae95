import CoreMetrics
import EmissionsReports
import EmissionsStore
import Foundation
import TestSupport
import Testing

@testable import EmissionsService

/// What whoever runs the service asks of it.
@Suite struct OperationsTests {
    @Test func theServiceSaysThatItLivesAndWhatItIs() async throws {
        try await AccessServer.running { server in
            #expect(try await server.http.send("GET", "/healthz").status == 200)
            let version = try await server.http.send("GET", "/version")
            #expect(version.member("name") == "emx")
            #expect(version.member("rules") == RuleDigest.current)
        }
    }

    @Test func itIsReadyOnceAWorkerRuns() async throws {
        try await AccessServer.running { server in
            _ = try await server.http.send("POST", "/v1/detect", body: [0x7B])
            let answer = try await server.http.send("GET", "/readyz")
            #expect(answer.text == #"{"reasons":[],"status":"ready"}"#)
        }
    }

    @Test func itSaysWhyItIsNotReady() async throws {
        try await AccessServer.running({
            $0.workers.executable = "/nowhere/emx"
            $0.minFreeBytes = 1 << 60
        }) { server in
            let answer = try await server.http.send("GET", "/readyz")
            #expect(answer.status == 503)
            #expect(answer.text.contains("no worker can be started"))
            #expect(answer.text.contains("fewer than data.minFree"))
            #expect(!answer.text.contains("/nowhere"))
        }
    }

    @Test func documentsAreCheckedForAnybodyOnThisMachine() async throws {
        try await AccessServer.running { server in
            let answer = try await server.http.send("POST", "/v1/detect", body: Array("{}".utf8))
            #expect(answer.status == 200)
        }
    }

    @Test func aWrongKeyIsRefusedWhereNoneIsNeeded() async throws {
        try await AccessServer.running { server in
            let fields = ["Authorization": "Bearer emx_wrong"]
            let answer = try await server.http.send("POST", "/v1/detect", fields, body: Array("{}".utf8))
            #expect(answer.problem == "unknown-key")
        }
    }

    /// Ways in which others may reach the service, through which nothing is checked without a key.
    @Test(arguments: ["no", "proxy", "public"])
    func whereOthersCanAskAKeyIsNeeded(how: String) async throws {
        try await AccessServer.running({
            switch how {
            case "no": $0.access.anonymousChecking = .no
            case "proxy": $0.trustsProxy = true
            default: $0.publicURL = "https://emx.example"
            }
        }) { server in
            let answer = try await server.http.send("POST", "/v1/detect", body: Array("{}".utf8))
            #expect(answer.problem == "unauthenticated")
            let key = try await server.key([.submit])
            #expect(try await server.http.send("POST", "/v1/detect", key.bearer, body: Array("{}".utf8)).status == 200)
        }
    }

    @Test func onlyLoopbackIsPrivate() throws {
        var configuration = ServiceConfiguration(executable: "emx")
        configuration.host = "0.0.0.0"
        #expect(!configuration.isPrivate)
        configuration.host = "127.0.0.1"
        #expect(configuration.isPrivate)
    }

    @Test func theFirstStartMakesATenantAndAKeyAndTheNextDoesNot() async throws {
        let folder = NSTemporaryDirectory() + "/emx-first-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = try await openStore(.folder(folder))
        let secret = try #require(try await FirstStart.prepare(store, now: Date()))
        guard case .open(let key) = try await store.key(withSecret: secret, now: Date()) else {
            return #expect(Bool(false), "the key opens nothing")
        }
        #expect(key.tenant.description == "default" && key.scopes == [.admin])
        #expect(try await FirstStart.prepare(store, now: Date()) == nil)
        let mode = try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? Int
        #expect(mode == 0o700)
        try await store.close()
    }

    @Test func theServiceMakesAFolderForWhatItWorksOnForItsOwnerAlone() async throws {
        try await AccessServer.running { server in
            let folder = server.configuration.dataFolder
            let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/uploads")
            #expect(attributes[.posixPermissions] as? Int == 0o700)
        }
    }

    /// Two servers may share the folder, and an operator may name one that others use, too.
    @Test func onlyOurOwnFilesOfYesterdayAreRemovedAtTheStart() throws {
        let folder = NSTemporaryDirectory() + "/emx-work-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let old = String(repeating: "a", count: 32), young = String(repeating: "b", count: 32)
        let link = String(repeating: "c", count: 32), now = Date()
        for (name, age) in [(old, 86_401.0), (young, 86_000), ("somebody.txt", 1e6)] {
            try Data().write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
            try FileManager.default.setAttributes(
                [.modificationDate: now.addingTimeInterval(-age)], ofItemAtPath: "\(folder)/\(name)")
        }
        try FileManager.default.createSymbolicLink(atPath: "\(folder)/\(link)", withDestinationPath: "somebody.txt")
        let made = try WorkFolder(folder, now: now.timeIntervalSince1970)
        #expect(made.path.hasPrefix("/"))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(Set(names) == [young, link, "somebody.txt"])
    }

    @Test func aStoreThatHasTenantsIsToldNoKey() async throws {
        try await AccessServer.guarding { server in
            let secret = try await FirstStart.prepare(server.store, now: Date())
            #expect(secret == nil)
            let tenant = try await server.store.tenant(try #require(Tenant.ID("default")))
            #expect(tenant == nil)
        }
    }
}

/// Metrics as Prometheus reads them.
@Suite struct MetricsRegistryTests {
    @Test func countersAndGaugesAreOneLineEach() {
        let registry = MetricsRegistry()
        registry.makeCounter(label: "a.total", dimensions: [("b", "x\"\\\n"), ("a", "1")]).increment(by: 2)
        registry.makeCounter(label: "a.total", dimensions: [("a", "1"), ("b", "x\"\\\n")]).increment(by: 3)
        registry.makeMeter(label: "gauge", dimensions: []).set(Double(1.5))
        let text = registry.text()
        #expect(text.contains("# TYPE a_total counter\na_total{a=\"1\",b=\"x\\\"\\\\\\n\"} 5\n"))
        #expect(text.contains("# TYPE gauge gauge\ngauge 1.5\n"))
    }

    @Test func distributionsAddUp() {
        let registry = MetricsRegistry()
        let timer = registry.makeTimer(label: "t", dimensions: [("r", "/")])
        for nanoseconds in [1_000_000, 20_000_000, 400_000_000_000] as [Int64] { timer.recordNanoseconds(nanoseconds) }
        let text = registry.text()
        #expect(text.contains(#"t_bucket{r="/",le="0.005"} 1"#))
        #expect(text.contains(#"t_bucket{r="/",le="0.025"} 2"#))
        #expect(text.contains(#"t_bucket{r="/",le="120"} 2"#))
        #expect(text.contains(#"t_bucket{r="/",le="+Inf"} 3"#))
        #expect(text.contains(#"t_count{r="/"} 3"#))
        #expect(text.contains(#"t_sum{r="/"} 400.021"#))
    }

    @Test func labelsThatSomebodyChoosesDoNotFillTheMemory() {
        let registry = MetricsRegistry()
        for number in 0..<10_000 {
            registry.makeCounter(label: "c", dimensions: [("n", String(number))]).increment(by: 1)
        }
        let lines = registry.text().split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("c{") } == MetricsRegistry.mostSeries)
        #expect(lines.contains("emx_metrics_refused_total \(10_000 - MetricsRegistry.mostSeries)"))
    }
}
