import EmissionsStore
import Foundation
import TestSupport
import Testing

@testable import EmissionsService

/// How much may be asked for.
@Suite struct AccessQuotaTests {
    /// A minute that begins now, so that no test sees two.
    private static let noon = Date(timeIntervalSince1970: 1_800_000_000)

    @Test func moreRequestsThanAKeyMayMakeAreRefusedUntilTheNextMinute() async throws {
        try await AccessServer.guarding(now: { Self.noon }) { server in
            let key = try await server.key([.submit], quotas: .init(requestsPerMinute: 2))
            for _ in 0..<2 { #expect(try await server.http.send("GET", "/submit", key.bearer).status == 200) }
            let answer = try await server.http.send("GET", "/submit", key.bearer)
            #expect(answer.status == 429)
            #expect(answer.problem == "rate-limit")
            #expect(answer["Retry-After"] == "60")
            #expect(answer.text.contains(#""limit":"quota.requestsPerMinute=2""#))
        }
    }

    @Test(arguments: [false, true])
    func moreBytesThanAKeyMaySendAreRefused(isChunked: Bool) async throws {
        try await AccessServer.guarding(now: { Self.noon }) { server in
            let key = try await server.key([.submit], quotas: .init(bytesPerDay: 3_000_000))
            let body = [UInt8](repeating: 0x20, count: 2_000_000)
            let first = try await server.http.send("POST", "/submit", key.bearer, body: body, isChunked: isChunked)
            #expect(first.text == "2000000")
            let second = try await server.http.send("POST", "/submit", key.bearer, body: body, isChunked: isChunked)
            #expect(second.status == 429)
            #expect(second.problem == "size-quota")
            #expect(second["Retry-After"].flatMap { Int($0) }.map { (1...86_400).contains($0) } == true)
        }
    }

    @Test func chunksAreCountedToTheLastByte() async throws {
        try await AccessServer.guarding(now: { Self.noon }) { server in
            let key = try await server.key([.submit])
            let body = [UInt8](repeating: 0x20, count: 1_500_001)
            _ = try await server.http.send("POST", "/submit", key.bearer, body: body, isChunked: true)
            #expect(try await server.store.usage(of: key.key.id, on: Self.noon).bytes == 1_500_001)
        }
    }

    @Test func whatIsTooBigToBeTakenIsNotCounted() async throws {
        try await AccessServer.guarding({ $0.uploads.maxBytes = 10 }, now: { Self.noon }) { server in
            let key = try await server.key([.submit])
            let answer = try await server.http.send("POST", "/submit", key.bearer, body: Array("01234567890".utf8))
            #expect(answer.problem == "too-large")
            #expect(try await server.store.usage(of: key.key.id, on: Self.noon).bytes == 0)
        }
    }

    @Test func theQuotasOfTheServiceHoldForKeysWithoutTheirOwn() async throws {
        try await AccessServer.guarding({ $0.access.requestsPerMinute = 1 }, now: { Self.noon }) { server in
            let key = try await server.key([.submit])
            let own = try await server.key([.submit], quotas: .init(requestsPerMinute: 5))
            _ = try await server.http.send("GET", "/submit", key.bearer)
            #expect(try await server.http.send("GET", "/submit", key.bearer).status == 429)
            for _ in 0..<2 { #expect(try await server.http.send("GET", "/submit", own.bearer).status == 200) }
        }
    }

    @Test func oneAddressMayAskSoOftenWithoutAKey() async throws {
        try await AccessServer.running({ $0.access.anonymousRequestsPerMinute = 2 }) { server in
            var statuses: [Int] = []
            for _ in 0..<5 { statuses.append(try await server.http.send("POST", "/v1/detect", body: [0x7B]).status) }
            // Of five at least one is too many, even where a minute ends between them.
            #expect(statuses.contains(429))
            #expect(statuses.first != 429)
        }
    }

    @Test func aMinuteThatIsOverCountsNoLonger() {
        var counts = UsageCounts()
        let quotas = AccessKey.Quotas(requestsPerMinute: 1)
        #expect(counts.charge(Usage(requests: 1), to: "a", quotas, now: 60) == nil)
        let refused = counts.charge(Usage(requests: 1), to: "a", quotas, now: 90)
        #expect(refused?.quota == .requestsPerMinute)
        #expect(refused?.seconds == 30)
        #expect(counts.charge(Usage(requests: 1), to: "b", quotas, now: 90) == nil)
        #expect(counts.charge(Usage(requests: 1), to: "a", quotas, now: 120) == nil)
    }

    @Test func whatIsRefusedIsNotCounted() {
        var counts = UsageCounts()
        let quotas = AccessKey.Quotas(bytesPerDay: 10)
        #expect(counts.charge(Usage(bytes: 11), to: "a", quotas, now: 0)?.quota == .bytesPerDay)
        #expect(counts.charge(Usage(bytes: 10), to: "a", quotas, now: 0) == nil)
    }

    @Test func soManyRequestsAreUnderWayAtOnce() async throws {
        try await AccessServer.guarding({ $0.access.requestsAtOnce = 2 }) { server in
            let quotas = QuotaKeeper(server.store, server.configuration.access, { Date() })
            let account = QuotaAccount(nil, sender: "1.2.3.4")
            let places = try [quotas.enter(account), quotas.enter(account)]
            #expect { try quotas.enter(account) } throws: { ($0 as? Problem)?.type == "too-many-at-once" }
            places[0].leave()
            try quotas.enter(account).leave()
        }
    }
}
