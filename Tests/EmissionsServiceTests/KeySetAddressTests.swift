import Foundation
import Logging
import NIOCore
import NIOHTTP1
import TestSupport
import Testing

@testable import EmissionsService

/// Keys that are fetched from an address, over real connections.
@Suite struct KeySetAddressTests {
    private let issuer = Issuer()
    private let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private func answer(_ names: String...) -> KeySetServer.Answer {
        let keys = names.map { Issuer.publicKey(["kid": $0]) }.joined(separator: ",")
        return KeySetServer.Answer(body: #"{"keys":[\#(keys)]}"#)
    }

    private func names(_ keys: [IssuerKey]) -> [String] { keys.map(\.identifier) }

    @Test func keysComeOverTLSFromAServerWhoseCertificateIsTrusted() async throws {
        let path = NSTemporaryDirectory() + "/emx-certificates-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(KeySetServer.certificate.utf8).write(to: URL(fileURLWithPath: path))
        try await KeySetServer.serving(answer("one"), withTLS: true) { _, address in
            let keys = KeySet(KeySetSource(address, certificates: path), quiet)
            #expect(names(await keys.keys(now: 0)) == ["one"])
        }
    }

    @Test func aServerWhoseCertificateIsNotTrustedGivesNoKeys() async throws {
        try await KeySetServer.serving(answer("one"), withTLS: true) { server, address in
            #expect(await KeySet(KeySetSource(address), quiet).keys(now: 0).isEmpty)
            #expect(server.requests == 0)
        }
    }

    @Test func aCertificateForAnotherNameGivesNoKeys() async throws {
        let path = NSTemporaryDirectory() + "/emx-certificates-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(KeySetServer.certificate.utf8).write(to: URL(fileURLWithPath: path))
        try await KeySetServer.serving(answer("one"), withTLS: true) { server, address in
            let other = address.replacing("127.0.0.1", with: "127.0.0.2")
            #expect(await KeySet(KeySetSource(other, certificates: path), quiet).keys(now: 0).isEmpty)
            #expect(server.requests == 0)
        }
    }

    @Test func manyWhoMissAKeyAskForItOnceAndNotAgainForAMinute() async throws {
        try await KeySetServer.serving(answer("one")) { server, address in
            let keys = KeySet(KeySetSource(address), quiet)
            await withTaskGroup(of: Int.self) { group in
                for _ in 0..<20 { group.addTask { await keys.keys(now: 0).count } }
                for await count in group { #expect(count == 1) }
            }
            #expect(server.requests == 1)
            server.answers(answer("one", "two"))
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<20 { group.addTask { _ = await keys.keysAfterMiss(now: 10) } }
            }
            #expect(server.requests == 2)
            #expect(names(await keys.keysAfterMiss(now: 69)) == ["one", "two"])
            #expect(server.requests == 2)
            _ = await keys.keysAfterMiss(now: 70)
            #expect(server.requests == 3)
        }
    }

    static let failures: [KeySetServer.Answer] = [
        .init(status: .internalServerError, body: "{}"), .init(status: .notFound), .init(body: "<html>"),
        .init(body: #"{"keys":[]}"#), .init(body: #"{"keys":["# + String(repeating: " ", count: 1 << 20) + "]}"),
        .init(body: "{}", delay: .seconds(60)),
    ]

    @Test(arguments: failures.indices)
    func whatIsNoKeySetLeavesTheKeysAsTheyWere(_ index: Int) async throws {
        try await KeySetServer.serving(answer("one")) { server, address in
            // Long enough for what answers at once on a busy machine.
            let keys = KeySet(
                KeySetSource(address, patience: .seconds(index == Self.failures.count - 1 ? 3 : 30)), quiet)
            #expect(names(await keys.keys(now: 0)) == ["one"])
            server.answers(Self.failures[index])
            #expect(names(await keys.keysAfterMiss(now: 100)) == ["one"])
            #expect(server.requests == 2)
            server.answers(answer("two"))
            #expect(names(await keys.keysAfterMiss(now: 200)) == ["two"])
        }
    }

    @Test func nobodyIsSentElsewhere() async throws {
        try await KeySetServer.serving(answer("evil")) { evil, elsewhere in
            try await KeySetServer.serving(.init(status: .found, fields: [("Location", elsewhere)])) { _, address in
                #expect(await KeySet(KeySetSource(address), quiet).keys(now: 0).isEmpty)
                #expect(evil.requests == 0)
            }
        }
    }

    /// Whoever asks while an issuer is slow is answered with the keys that are there.
    @Test func nobodyWaitsForASlowIssuerWhileThereAreKeys() async throws {
        try await KeySetServer.serving(answer("one")) { server, address in
            let keys = KeySet(KeySetSource(address), quiet)
            _ = await keys.keys(now: 0)
            var slow = answer("two")
            slow.delay = .seconds(2)
            server.answers(slow)
            let start = ContinuousClock.now
            #expect(names(await keys.keys(now: 300)) == ["one"])
            #expect(ContinuousClock.now - start < .seconds(1))
            #expect(names(await keys.keysAfterMiss(now: 301)) == ["two"])
        }
    }

    @Test func aServiceTakesTokensByKeysFromAnAddress() async throws {
        try await KeySetServer.serving(answer("one")) { _, address in
            try await issuer.serving {
                $0.tokens.keys = address
            } _: { server in
                let answer = try await server.http.send("GET", "/submit", try issuer.token().bearer)
                #expect(answer.status == 200)
            }
        }
    }

    @Test(arguments: [
        ("keys.json", true), ("/etc/emx/keys.json", true), ("https://login.example/keys", true),
        ("http://127.0.0.1:8080/keys", true), ("http://localhost/keys", true), ("http://[::1]:80/keys", true),
        ("http://login.example/keys", false), ("http://127.0.0.1.example/keys", false),
        ("http://localhost@login.example/keys", false), ("ftp://login.example/keys", false), ("https:///keys", false),
        ("https://user:secret@login.example/keys", false), ("https://login.example/ keys", false),
    ])
    func anAddressIsOneThatNobodyOnTheWayCanChange(place: String, isValid: Bool) {
        #expect(KeySetSource.isValid(place) == isValid)
    }
}
