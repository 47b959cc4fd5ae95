import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import Synchronization

/// An issuer's server on this machine, with none of our code.
final class KeySetServer: Sendable {
    struct Answer: Sendable {
        var status = HTTPResponseStatus.ok
        var fields: [(String, String)] = []
        var body = ""
        var delay = TimeAmount.zero
    }

    private let answer: Mutex<Answer>
    private let count = Mutex(0)

    private init(_ answer: Answer) { self.answer = Mutex(answer) }

    var requests: Int { count.withLock { $0 } }
    func answers(_ answer: Answer) { self.answer.withLock { $0 = answer } }

    static func serving(
        _ answer: Answer, withTLS: Bool = false, _ body: (KeySetServer, _ address: String) async throws -> Void
    ) async throws {
        let server = KeySetServer(answer)
        var context: NIOSSLContext?
        if withTLS {
            context = try NIOSSLContext(
                configuration: .makeServerConfiguration(
                    certificateChain: NIOSSLCertificate.fromPEMBytes(Array(certificate.utf8)).map { .certificate($0) },
                    privateKey: .privateKey(NIOSSLPrivateKey(bytes: Array(key.utf8), format: .pem))))
        }
        let tls = context
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let tls { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls)) }
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(Responder(server: server))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let port = channel.localAddress?.port ?? 0
        do { try await body(server, "\(withTLS ? "https" : "http")://127.0.0.1:\(port)/keys") } catch {
            try await channel.close()
            throw error
        }
        try await channel.close()
    }

    private final class Responder: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart
        private let server: KeySetServer
        init(server: KeySetServer) { self.server = server }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            guard case .end = unwrapInboundIn(data) else { return }
            server.count.withLock { $0 += 1 }
            let answer = server.answer.withLock { $0 }
            let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
            context.eventLoop.scheduleTask(in: answer.delay) {
                let context = bound.value
                var head = HTTPResponseHead(version: .http1_1, status: answer.status)
                for (name, value) in answer.fields { head.headers.add(name: name, value: value) }
                head.headers.add(name: "Content-Length", value: "\(answer.body.utf8.count)")
                context.write(NIOAny(HTTPServerResponsePart.head(head)), promise: nil)
                let body = context.channel.allocator.buffer(string: answer.body)
                context.write(NIOAny(HTTPServerResponsePart.body(.byteBuffer(body))), promise: nil)
                context.writeAndFlush(NIOAny(HTTPServerResponsePart.end(nil)), promise: nil)
            }
        }
    }

    /// Of 127.0.0.1, by itself, for a hundred years.
    static let certificate = """
        -----BEGIN CERTIFICATE-----
        MIIBmzCCAUGgAwIBAgIUXytktMAJv3WQs/WJC4JS+2tZjxUwCgYIKoZIzj0EAwIw
        FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNDE5MzE0NFoYDzIxMjYxMDMx
        MTkzMTQ0WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
        PQMBBwNCAASciuxqTKNwp3/mLtWvUUL5HXAv7fJpYYqfg8dMMfZhjqlXooCt+jiI
        PCrg8DzI7Izok1981N4velF+fHZga/c6o28wbTAdBgNVHQ4EFgQUBsD2wAb3DeUh
        QvY3MpH+8jgUcjEwHwYDVR0jBBgwFoAUBsD2wAb3DeUhQvY3MpH+8jgUcjEwGgYD
        VR0RBBMwEYIJbG9jYWxob3N0hwR/AAABMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZI
        zj0EAwIDSAAwRQIhAPDVfslXBu2/wZ/fNcZwlJADEu4YJsfgUkWmNCrvV1pyAiAe
        C4D4lIx0dYJ1elp9eHESNL6NXPg92GBvirOGjBLNnw==
        -----END CERTIFICATE-----
        """

    private static let key = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg2l/34MuZFYFMYYtQ
        Zu0GnJ/+JX3bXj61nQiOhzMNNaqhRANCAASciuxqTKNwp3/mLtWvUUL5HXAv7fJp
        YYqfg8dMMfZhjqlXooCt+jiIPCrg8DzI7Izok1981N4velF+fHZga/c6
        -----END PRIVATE KEY-----
        """
}
