import ArgumentParser
import EmissionsConsole
import EmissionsService
import EmissionsStore
import FoundationEssentials

struct TenantsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        .tenants,
        discussion: """
            Example:
              emx tenants add acme --name "Acme Steel"
              emx tenants list
            """,
        subcommands: [Add.self, List.self, Remove.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Add a tenant.")

        @Argument(help: "A short name: lower-case letters, digits and hyphens.")
        var id: String

        @Option(help: "The name for people.")
        var name: String?

        @OptionGroup var settings: SettingsOptions

        func run() async throws {
            let id = try TenantName(id).id
            try await OpenedStore.use(try settings.outcome().configuration, making: true) { store in
                try await store.addTenant(
                    Tenant(id: id, name: name ?? id.description, created: Date()), by: OpenedStore.user)
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the tenants.")

        @OptionGroup var settings: SettingsOptions

        func run() async throws {
            let tenants = try await OpenedStore.use(try settings.outcome().configuration) { try await $0.tenants() }
            let rows = tenants.map { [$0.id.description, $0.name, $0.created.formatted(.iso8601)] }
            StandardOutput.write(Columns(titles: ["tenant", "name", "added"], rows: rows).text)
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Remove a tenant with its submissions, jobs and keys. Nothing brings them back.")

        @Argument(help: "The tenant.")
        var id: String

        @Option(help: ArgumentHelp("The tenant once more, to be sure.", valueName: "tenant"))
        var confirm: String?

        @OptionGroup var settings: SettingsOptions

        func run() async throws {
            let tenant = try TenantName(id).id
            guard confirm == id else {
                throw UsageError("everything of '\(id)' would be gone for good; add --confirm \(id) to do it")
            }
            try await OpenedStore.use(try settings.outcome().configuration) { store in
                try await store.removeTenant(tenant, by: OpenedStore.user, now: Date())
            }
        }
    }
}

/// A tenant as a command line names it.
struct TenantName {
    let id: Tenant.ID

    init(_ text: String) throws {
        guard let id = Tenant.ID(text) else {
            throw UsageError(
                "the tenant is '\(text)', must be lower-case letters, digits and hyphens, at most 64")
        }
        self.id = id
    }
}
