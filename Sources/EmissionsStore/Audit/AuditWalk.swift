/// Goes over an audit log from its beginning, page by page, and stops where it is not what was written.
struct AuditWalk {
    private let head: AuditHead
    private let kept: AuditHead?
    private var hash = AuditChain.beginning
    /// The number of the last entry that was right.
    private(set) var position = 0

    init(head: AuditHead, kept: AuditHead?) {
        self.head = head
        self.kept = kept
    }

    var needsMore: Bool { position < head.sequence }

    /// What is to be said when all entries were right.
    var end: AuditVerification {
        if hash != head.hash { return .broken(sequence: position, .unchained) }
        if let kept, kept.sequence > position { return .broken(sequence: position + 1, .cut) }
        return .intact(head)
    }

    mutating func follow(_ steps: [Step]) -> AuditVerification? {
        for step in steps where step.sequence <= head.sequence {
            if step.sequence != position + 1 { return .broken(sequence: position + 1, .missing) }
            guard let entry = step.entry else { return .broken(sequence: step.sequence, .changed) }
            if let reason = fault(of: entry) { return .broken(sequence: step.sequence, reason) }
            position = step.sequence
            hash = entry.hash.description
        }
        let isAtTheEnd = steps.last.map { $0.sequence > head.sequence } ?? true
        return isAtTheEnd && needsMore ? .broken(sequence: position + 1, .cut) : nil
    }

    private func fault(of entry: AuditEntry) -> AuditVerification.Reason? {
        let computed = AuditChain.hash(
            of: entry.event, sequence: entry.sequence, at: entry.at, previous: entry.previous)
        if computed != entry.hash { return .changed }
        if entry.previous.description != hash { return .unchained }
        if let kept, kept.sequence == entry.sequence, kept.hash != entry.hash.description { return .replaced }
        return nil
    }

    /// A row of the log; without an entry if what it says can't be understood.
    struct Step: Sendable {
        var sequence: Int
        var entry: AuditEntry?
    }
}
