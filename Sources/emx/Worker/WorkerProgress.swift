import EmissionsConsole
import EmissionsWorkerMessages

/// Tells the service how far a document has been read, a few times a second.
final class WorkerProgress {
    private var bytes = 0
    private var told = ContinuousClock.now
    private static let pause = Duration.milliseconds(250)

    func heard(_ count: Int) {
        bytes += count
        guard ContinuousClock.now - told > Self.pause else { return }
        told = .now
        var sign = WorkerReply(verdict: "")
        sign.bytesRead = bytes
        do {
            try FileDescriptor.standardOutput.write(try WorkerFrame.encode(sign, payload: 0))
        } catch {
            // Nobody listens any more, which the reply will find out.
        }
    }
}
