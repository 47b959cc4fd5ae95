import Foundation
import Testing

@testable import EmissionsStore

@Suite struct QuarantineTests {
    let now = Bench.now
    let digest = Digest(of: "bad".utf8)

    @Test(arguments: Backend.available)
    func aDigestIsCountedAndReleased(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let store = bench.store
            let before = try await store.quarantine(of: digest)
            #expect(before == nil)
            try await store.quarantine(digest, for: .crash, now: now)
            try await store.quarantine(digest, for: .time, now: now + 5)
            let expected = Quarantine(digest: digest, reason: .time, first: now, last: now + 5, times: 2)
            #expect(try await store.quarantine(of: digest) == expected)
            #expect(try await store.quarantines() == [expected])
            try await store.releaseQuarantine(digest, by: .subject("admin"), now: now + 6)
            #expect(try await store.quarantine(of: digest) == nil)
            await #expect(throws: StoreError.notFound("quarantine")) {
                try await store.releaseQuarantine(digest, by: .service, now: now + 7)
            }
        }
    }
}
