import ArgumentParser
import EmissionsConsole
import EmissionsService
import EmissionsStore
import FoundationEssentials
import Glibc

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        .backup,
        discussion: """
            Of PostgreSQL the objects only; back up the database with its own means before.

            Example:
              emx backup /backups/2026-11-24
            """)

    @Argument(help: "The folder to make.")
    var folder: String

    @OptionGroup var settings: SettingsOptions

    func run() async throws {
        let manifest = try await OpenedStore.use(try settings.outcome().configuration) {
            try await $0.backUp(to: URL(filePath: folder), now: Date())
        }
        StandardError.write(
            "\(manifest.objects.count) objects\(manifest.database == nil ? "" : " and the database") are in \(folder); "
                + "the audit log ends with\n")
        StandardOutput.write("\(manifest.auditHead.sequence):\(manifest.auditHead.hash)\n")
    }
}

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        .restore,
        discussion: """
            Example:
              emx restore /backups/2026-11-24 --data /srv/emx-data
            """)

    @Argument(help: "The backup.")
    var folder: String

    @OptionGroup var settings: SettingsOptions

    func run() async throws {
        let data = try settings.outcome().configuration.dataFolder
        guard access(data + "/store.sqlite", F_OK) != 0 else {
            throw UsageError("there is a store in '\(data)' already; name a new folder with --data")
        }
        do {
            let manifest = try await restoreStore(from: URL(filePath: folder), to: URL(filePath: data))
            StandardError.write("\(manifest.objects.count) objects and the database are in \(data)\n")
        } catch {
            throw OpenedStore.report(error)
        }
    }
}
