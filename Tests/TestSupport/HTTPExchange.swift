import Foundation

/// What a server answered.
public struct HTTPAnswer: Sendable {
    public let status: Int
    public let fields: [(name: String, value: String)]
    public let body: [UInt8]

    public subscript(name: String) -> String? {
        fields.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    public var text: String { String(decoding: body, as: UTF8.self) }
}

/// One request to a server of this machine, over a connection of its own, with nothing of our server's code.
public struct HTTPExchange: Sendable {
    private let port: Int
    public init(port: Int) { self.port = port }

    public struct Failure: Error { public let words: String }

    public func send(
        _ method: String, _ path: String, _ fields: [String: String] = [:], body: [UInt8]? = nil,
        isChunked: Bool = false
    ) async throws -> HTTPAnswer {
        var head = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n"
        for (name, value) in fields { head += "\(name): \(value)\r\n" }
        var bytes: [UInt8]
        if let body, isChunked {
            bytes = Array("\(head)Transfer-Encoding: chunked\r\n\r\n".utf8)
            for start in stride(from: 0, to: body.count, by: 65_536) {
                let chunk = body[start..<min(body.count, start + 65_536)]
                bytes += Array("\(String(chunk.count, radix: 16))\r\n".utf8) + chunk + Array("\r\n".utf8)
            }
            bytes += Array("0\r\n\r\n".utf8)
        } else {
            if let body { head += "Content-Length: \(body.count)\r\n" }
            bytes = Array("\(head)\r\n".utf8) + (body ?? [])
        }
        let request = bytes
        return try await withCheckedThrowingContinuation { continuation in
            // On none of the threads that the server of the same process needs to answer.
            Thread.detachNewThread {
                continuation.resume(with: Result { try Self.parse(try Self.talk(port, request)) })
            }
        }
    }

    private static func talk(_ port: Int, _ request: [UInt8]) throws -> [UInt8] {
        let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(connection) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(connection, $0, size) == 0 }
        }
        guard isConnected else { throw Failure(words: "no connection") }
        var start = 0
        while start < request.count {
            // A server that refuses a body may close before all of it is sent; its answer is still to be read.
            let count = request[start...].withUnsafeBytes {
                Foundation.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { break }
            start += count
        }
        var answer: [UInt8] = [], buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return answer }
            answer += buffer[..<count]
        }
    }

    private static func parse(_ bytes: [UInt8]) throws -> HTTPAnswer {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { throw Failure(words: "no answer") }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        let status = lines[0].split(separator: " ").dropFirst().first.flatMap { Int($0) }
        let fields = lines.dropFirst().compactMap { line -> (name: String, value: String)? in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            return (String(line[..<colon]), String(value))
        }
        return HTTPAnswer(status: status ?? 0, fields: fields, body: Array(bytes[end.upperBound...]))
    }
}
