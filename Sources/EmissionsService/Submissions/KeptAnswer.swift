import EmissionsWorkerMessages
import FoundationEssentials

/// What a worker said of a document, as it is kept: the same words in every form for as long as the submission is kept,
/// whatever later versions of the program would say.
struct KeptAnswer: Sendable {
    private struct Head: Codable {
        var reply: WorkerReply
        var submission: String?
    }

    let answer: WorkerAnswer
    /// The submission that a job made.
    var submission: String?

    /// The forms of the report that are kept.
    static let forms = ["json", "html", "sarif", "csv"]

    init(_ answer: WorkerAnswer, submission: String? = nil) { (self.answer, self.submission) = (answer, submission) }

    /// - Throws: ``Damaged`` for bytes that this type did not write.
    init(_ bytes: [UInt8]) throws {
        guard let (length, payload) = WorkerFrame.lengths(bytes.prefix(WorkerFrame.headLength)),
            bytes.count == WorkerFrame.headLength + length + payload
        else { throw Damaged() }
        let start = WorkerFrame.headLength + length
        let head = try WorkerFrame.decode(Head.self, Array(bytes[WorkerFrame.headLength..<start]))
        guard head.reply.payloadLength == payload else { throw Damaged() }
        self.init(WorkerAnswer(head.reply, Array(bytes[start...])), submission: head.submission)
    }

    struct Damaged: Error {}

    func bytes() throws -> [UInt8] {
        // An output is an object of its own.
        let answer = answer.withoutOutput
        return try WorkerFrame.encode(Head(reply: answer.reply, submission: submission), payload: answer.payload.count)
            + answer.payload
    }
}

extension WorkerAnswer {
    /// The same without the bytes of the output.
    fileprivate var withoutOutput: WorkerAnswer {
        guard let length = reply.output?.length else { return self }
        var reply = reply
        reply.output?.length = nil
        return WorkerAnswer(reply, Array(payload.dropLast(length)))
    }
}
