import ArgumentParser
import EmissionsConsole
import EmissionsReports
import EmissionsService
import EmissionsStore
import FoundationEssentials

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        .audit,
        discussion: """
            Example:
              emx audit verify --head "$(cat head-of-last-week)"
              emx audit list --since 2026-11-01 --tenant acme
              emx audit export > audit.ndjson
            """,
        subcommands: [Verify.self, List.self, Export.self])

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check that the log is as it was written.",
            discussion: """
                Prints the head of the log, NUMBER:HASH. Kept elsewhere and given back with --head, it also shows whether
                the end of the log was cut off or all of it written anew. Exit status 1 says that the log is broken.
                """)

        @Option(help: ArgumentHelp("A head that an earlier run printed.", valueName: "number:hash"))
        var head: String?

        @OptionGroup var settings: SettingsOptions

        func run() async throws {
            let known = try head.map(Self.head)
            let found = try await OpenedStore.use(try settings.outcome().configuration) {
                try await $0.verifyAudit(against: known)
            }
            switch found {
            case .intact(let head):
                StandardError.write("the audit log is intact; its \(head.sequence) entries end with\n")
                StandardOutput.write("\(head.sequence):\(head.hash)\n")
            case .broken(let sequence, let reason):
                StandardError.write("error: the audit log is broken at entry \(sequence): \(reason.rawValue)\n")
                throw ExitStatus.findings
            }
        }

        private static func head(_ text: String) throws -> AuditHead {
            let pair = text.split(separator: ":")
            guard pair.count == 2, let sequence = Int(pair[0]), Digest(pair[1]) != nil else {
                throw UsageError("--head is '\(text.prefix(80))', must be NUMBER:HASH as `emx audit verify` prints it")
            }
            return AuditHead(sequence: sequence, hash: String(pair[1]))
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List entries for people.")

        @OptionGroup var choice: AuditChoice
        @OptionGroup var settings: SettingsOptions

        func run() async throws {
            try await OpenedStore.use(try settings.outcome().configuration) { store in
                try await choice.entries(store) { StandardOutput.write($0.text) }
            }
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print entries as JSON, one a line, with all that their hashes are made of.")

        @OptionGroup var choice: AuditChoice
        @OptionGroup var settings: SettingsOptions

        func run() async throws {
            try await OpenedStore.use(try settings.outcome().configuration) { store in
                try await choice.entries(store) { StandardOutput.write($0.json.line) }
            }
        }
    }
}

/// Which entries of the audit log are meant.
struct AuditChoice: ParsableArguments {
    @Option(help: ArgumentHelp("From this day (of UTC) on.", valueName: "day"))
    var since: String?

    @Option(help: "Of this tenant only.")
    var tenant: String?

    /// Hands out entry after entry, a page at a time.
    func entries(_ store: any Store, _ print: (AuditEntry) -> Void) async throws {
        let since = try since.map { try OperatorDay($0).date }
        let tenant = try tenant.map { try TenantName($0).id }
        var last = 0
        while true {
            let page = try await store.auditEntries(after: last, of: tenant, limit: 1_000)
            for entry in page where since.map({ entry.at >= $0 }) ?? true { print(entry) }
            guard let end = page.last?.sequence else { return }
            last = end
        }
    }
}

extension AuditEntry {
    private var time: String { at.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)) }

    fileprivate var text: String {
        let words = [
            String(sequence), time, event.tenant?.description ?? "-", event.actor.description, event.action,
            event.object ?? "-", event.outcome ?? "",
        ]
        return words.map { $0.filter { $0 >= " " } }.joined(separator: "  ") + "\n"
    }

    fileprivate var json: JSONValue {
        [
            "sequence": .number(sequence), "at": .text(time), "actor": .text(event.actor.description),
            "tenant": JSONValue(event.tenant?.description), "action": .text(event.action),
            "object": JSONValue(event.object), "digest": JSONValue(event.digest?.description),
            "rulePack": JSONValue(event.rulePack?.description), "outcome": JSONValue(event.outcome),
            "previous": .text(previous.description), "hash": .text(hash.description),
        ]
    }
}
