public import ArgumentParser
import EmissionsConsole
import EmissionsModel
import EmissionsService
public import EmissionsStore
import FoundationEssentials

struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        .keys,
        discussion: """
            What a key may do is said by scopes: submit (hand in submissions), readOwn (see what was handed in with the
            key), readAll (see all of the tenant), admin (everything).

            Example:
              emx keys add --tenant acme --name upload --scope submit --scope readOwn > acme.key
              emx keys list --tenant acme
            """,
        subcommands: [Add.self, List.self, Revoke.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Hand out a key. Its secret goes to standard output, this once.")

        @Option(help: "Whose key it is.")
        var tenant: String

        @Option(help: "What the key is for, in words.")
        var name: String

        @Option(help: "What the key may do: submit, readOwn, readAll or admin.")
        var scope: [AccessKey.Scope]

        @Option(help: ArgumentHelp("The first day (of UTC) on which it opens nothing any more.", valueName: "day"))
        var expires: String?

        @Option(help: ArgumentHelp("How often it may be used.", valueName: "n"))
        var requestsPerMinute: Int?

        @Option(help: ArgumentHelp("How much may be sent with it, as 4096 or 64MiB.", valueName: "bytes"))
        var bytesPerDay: String?

        @OptionGroup var settings: SettingsOptions

        func run() async throws {
            var request = AccessKey.Request(
                tenant: try TenantName(tenant).id, name: name, scopes: Set(scope), quotas: try quotas(),
                expires: try expires.map(day))
            guard !scope.isEmpty else { throw UsageError("--scope is missing: submit, readOwn, readAll or admin") }
            request.name = String(name.filter { $0 >= " " }.prefix(200))
            let wanted = request
            let issued = try await OpenedStore.use(try settings.outcome().configuration) { store in
                try await store.issueKey(wanted, by: OpenedStore.user, now: Date())
            }
            StandardError.write("key \(issued.key.id) of '\(tenant)'; its secret is shown once, keep it:\n")
            StandardOutput.write(issued.secret + "\n")
        }

        private func quotas() throws -> AccessKey.Quotas {
            var quotas = AccessKey.Quotas(requestsPerMinute: requestsPerMinute)
            if let count = requestsPerMinute, count < 1 {
                throw UsageError("--requests-per-minute is \(count), must be more than zero")
            }
            if let text = bytesPerDay {
                guard let count = ByteCount.parse(text), count > 0 else {
                    throw UsageError("--bytes-per-day is '\(text)', must be bytes as 4096 or 64MiB")
                }
                quotas.bytesPerDay = count
            }
            return quotas
        }

        private func day(_ text: String) throws -> Date {
            let day = try OperatorDay(text)
            guard day.date > Date() else { throw UsageError("--expires is \(text), must be a day to come") }
            return day.date
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take a key back: from now on it opens nothing, nor does any session begun with it.")

        @Argument(help: "The key, as `emx keys list` names it.")
        var id: String

        @OptionGroup var settings: SettingsOptions

        func run() async throws {
            guard let key = AccessKey.ID(id) else {
                throw UsageError("the key is '\(id.prefix(80))', must be an identifier that `emx keys list` shows")
            }
            try await OpenedStore.use(try settings.outcome().configuration) { store in
                for tenant in try await store.tenants() where try await store.key(key, of: tenant.id) != nil {
                    return try await store.revokeKey(key, of: tenant.id, by: OpenedStore.user, now: Date())
                }
                throw StoreError.notFound("key")
            }
        }
    }
}

extension AccessKey.Scope: ExpressibleByArgument {}

/// A day on the command line, which begins in UTC.
struct OperatorDay {
    let date: Date

    init(_ text: String) throws {
        do {
            date = try Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day().parse(text)
        } catch {
            throw UsageError("the day is '\(text)', must be one such as 2027-01-01")
        }
    }
}
