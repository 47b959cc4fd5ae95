import ArgumentParser
import EmissionsConsole
import EmissionsReports
import EmissionsService
import EmissionsStore
import FoundationEssentials

extension KeysCommand {
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List keys, never their secrets.")

        @Option(help: "Whose keys; of all tenants without it.")
        var tenant: String?

        @Flag(help: "List the sessions of the page, too.")
        var sessions = false

        @Flag(help: "Print JSON.")
        var json = false

        @OptionGroup var settings: SettingsOptions

        func run() async throws {
            let wanted = try tenant.map { try TenantName($0).id }
            let keys = try await OpenedStore.use(try settings.outcome().configuration) { store in
                var keys: [AccessKey] = []
                for tenant in try await store.tenants() where wanted == nil || wanted == tenant.id {
                    keys += try await store.keys(of: tenant.id)
                }
                return keys.filter { sessions || $0.parent == nil }
            }
            if json { return StandardOutput.write(JSONValue.list(keys.map(\.json)).document) }
            let titles = ["key", "tenant", "name", "scopes", "state", "last used"]
            StandardOutput.write(Columns(titles: titles, rows: keys.map(\.cells)).text)
        }
    }
}

extension AccessKey {
    private var state: String {
        if let revoked { return "revoked \(revoked.formatted(.iso8601))" }
        guard let expires else { return "open" }
        return "\(expires > Date() ? "open until" : "expired") \(expires.formatted(.iso8601))"
    }

    private var scopeWords: [String] { scopes.map(\.rawValue).sorted() }

    fileprivate var cells: [String] {
        [
            id.description, tenant.description, name, scopeWords.joined(separator: " "), state,
            lastUsed?.formatted(.iso8601) ?? "never",
        ]
    }

    fileprivate var json: JSONValue {
        func time(_ date: Date?) -> JSONValue { JSONValue(date?.formatted(.iso8601)) }
        func count(_ number: Int?) -> JSONValue { number.map { .number($0) } ?? .null }
        return [
            "id": .text(id.description), "tenant": .text(tenant.description), "name": .text(name),
            "scopes": .list(scopeWords.map { .text($0) }), "created": time(created), "expires": time(expires),
            "revoked": time(revoked), "lastUsed": time(lastUsed), "requestsPerMinute": count(quotas.requestsPerMinute),
            "bytesPerDay": count(quotas.bytesPerDay), "parent": JSONValue(parent?.description),
        ]
    }
}
