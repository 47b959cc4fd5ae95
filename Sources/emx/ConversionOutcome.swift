import EmissionsConsole
import EmissionsExchange

/// What a conversion comes to.
struct ConversionOutcome {
    var status = ExitStatus.success
    /// Why the output is not published; `nil` where it is.
    var reason: String?
    /// Whether the input was read to its end, so that the account is whole.
    let isRead: Bool

    var isPublished: Bool { reason == nil }

    init(_ result: ConversionReport, allowsIncomplete: Bool, failsOnLoss: Bool) {
        status = ExitStatus(result.source.verdict)
        isRead = status == .success
        guard isRead else {
            reason = "the input could not be read to its end"
            return
        }
        if result.source.counts.error > result.targetErrors { status = .findings }
        if !result.isComplete, !allowsIncomplete {
            status = .findings
            reason = "the target lacks what it requires; --set or --defaults supply it, --allow-incomplete does without"
        }
        if failsOnLoss, result.account.lost > 0 {
            status = .loss
            reason = "values would be lost, and --on-loss is fail"
        }
        if result.needsFolder {
            status = max(status, .findings)
            reason = "the target holds one record per file; name a folder for the output, as -o out/"
        }
        if !result.account.isBalanced {
            status = .internalError
            reason = "the account does not add up, which is an error of emx itself; please report it with the input"
        }
    }
}

/// What came of several conversions.
struct ConversionTally {
    private(set) var status = ExitStatus.success
    private var files = 0, converted = 0, lossy = 0, refused = 0, unread = 0

    mutating func add(_ result: ConversionReport, _ outcome: ConversionOutcome) {
        files += 1
        status = max(status, outcome.status)
        if outcome.isPublished {
            converted += 1
            if result.account.lost > 0 { lossy += 1 }
        } else if outcome.isRead {
            refused += 1
        } else {
            unread += 1
        }
    }

    /// Counts a file that could not be begun, or whose output could not be written.
    mutating func add(_ status: ExitStatus, isRead: Bool) {
        files += 1
        self.status = max(self.status, status)
        if isRead { refused += 1 } else { unread += 1 }
    }

    /// `4 files: 2 converted (1 with losses), 1 not published, 1 not read`.
    var words: String {
        var words = ["\(converted) converted" + (lossy > 0 ? " (\(lossy) with losses)" : "")]
        if refused > 0 { words.append("\(refused) not published") }
        if unread > 0 { words.append("\(unread) not read") }
        return "\(files) \(files == 1 ? "file" : "files"): " + words.joined(separator: ", ")
    }
}
