import EmissionsWorkerMessages
import Glibc

/// A worker that does what its document says: the ways in which a real one could go wrong.
@main struct FaultyWorker {
    static func main() throws {
        while let head = read(WorkerFrame.headLength), let (length, payload) = WorkerFrame.lengths(head),
            read(length) != nil, let document = read(payload)
        {
            let fault = String(decoding: document, as: UTF8.self)
            switch fault {
            case "spin": while true {}
            case "allocate":
                var held: [UnsafeMutableRawPointer] = []
                while let block = malloc(1 << 24) {
                    memset(block, 1, 1 << 24)
                    held.append(block)
                }
                // Whoever watches may be late on a busy machine.
                while !held.isEmpty { pause() }
            case "hang": while true { pause() }
            case "trap": abort()
            case "leave": exit(0)
            case "babble":
                write([UInt8](repeating: 0x7B, count: 4_096))
            case "killed once":
                // A file that remembers across processes is all that tells the first time from the second.
                let marker = CommandLine.arguments[1]
                if access(marker, F_OK) != 0 {
                    close(creat(marker, 0o600))
                    kill(getpid(), SIGKILL)
                }
                try answer(fault)
            case "killed always": kill(getpid(), SIGKILL)
            case "slow":
                usleep(300_000)
                try answer(fault)
            default: try answer(fault)
            }
        }
    }

    private static func answer(_ verdict: String) throws {
        write(try WorkerFrame.encode(WorkerReply(verdict: verdict), payload: 0))
    }

    private static func read(_ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count), filled = 0
        while filled < count {
            let more = bytes.withUnsafeMutableBytes { Glibc.read(0, $0.baseAddress! + filled, count - filled) }
            if more <= 0 { return nil }
            filled += more
        }
        return bytes
    }

    private static func write(_ bytes: [UInt8]) {
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(1, $0.baseAddress! + start, bytes.count - start) }
            if count <= 0 { return }
            start += count
        }
    }
}
