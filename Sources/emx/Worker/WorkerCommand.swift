import ArgumentParser
import CProcess
import EmissionsConsole
import EmissionsWorkerMessages
import Glibc

/// Works on documents that a service hands over through standard input, one after another.
struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker", abstract: "Work on documents for a service; started by 'emx serve'.",
        shouldDisplay: false)

    func run() throws {
        emx_confine()
        while let (request, document) = try next() {
            let result = WorkerTask(request, document).run()
            let message = try WorkerFrame.encode(result.reply, payload: result.reply.payloadLength)
            try FileDescriptor.standardOutput.write(message + result.payload)
        }
    }

    private func next() throws -> (WorkerRequest, [UInt8])? {
        guard let head = try read(WorkerFrame.headLength) else { return nil }
        guard let (length, payload) = WorkerFrame.lengths(head), let message = try read(length),
            let document = try read(payload)
        else { throw UsageError("what came through standard input is no request; 'emx serve' starts workers") }
        return (try WorkerFrame.decode(WorkerRequest.self, message), document)
    }

    /// So many bytes; `nil` at the end.
    private func read(_ count: Int) throws -> [UInt8]? {
        var bytes: [UInt8] = []
        while bytes.count < count {
            let more = try FileDescriptor.standardInput.read(min(count - bytes.count, 1 << 20))
            if more.isEmpty { return nil }
            bytes += more
        }
        return bytes
    }
}
