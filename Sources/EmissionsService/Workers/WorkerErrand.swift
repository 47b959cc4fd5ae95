public import EmissionsWorkerMessages
public import NIOCore

/// One document on its way to a worker.
public struct WorkerErrand: Sendable {
    public var request: WorkerRequest
    /// The document, where it stands in no file.
    public var document: ByteBuffer?
    /// More than the usual limit of time, for work that nobody waits for.
    public var patience = 1.0
    /// Told, now and then, how many bytes of the document have been read.
    public var progress: (@Sendable (_ bytes: Int) -> Void)?

    public init(_ request: WorkerRequest, document: ByteBuffer? = nil) {
        (self.request, self.document) = (request, document)
    }
}

/// What a worker said, and what came with it.
public struct WorkerAnswer: Sendable {
    public let reply: WorkerReply
    let payload: [UInt8]

    init(_ reply: WorkerReply, _ payload: [UInt8]) { (self.reply, self.payload) = (reply, payload) }

    /// The report in one of the forms that were asked for.
    public func report(_ form: String) -> [UInt8]? {
        var start = 0
        for report in reply.reports {
            if report.form == form { return Array(payload[start..<start + report.length]) }
            start += report.length
        }
        return nil
    }

    /// The account of values.
    public var loss: [UInt8]? {
        guard let length = reply.lossLength else { return nil }
        return Array(payload[lossStart..<lossStart + length])
    }

    /// The output, where it came with the reply.
    public var output: [UInt8]? {
        guard let length = reply.output?.length else { return nil }
        let start = lossStart + (reply.lossLength ?? 0)
        return Array(payload[start..<start + length])
    }

    private var lossStart: Int { reply.reports.reduce(0) { $0 + $1.length } }
}
