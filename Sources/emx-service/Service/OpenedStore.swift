import EmissionsConsole
import EmissionsService
import EmissionsStore
import Glibc

/// What is kept, opened for one command.
enum OpenedStore {
    /// Where there is no store, one is made only if that is wanted.
    static func use<Result>(
        _ configuration: ServiceConfiguration, making isMade: Bool = false,
        _ body: (any Store) async throws -> Result
    ) async throws -> Result {
        let isDatabase = configuration.database.url != nil || configuration.database.urlFile != nil
        if !isMade, !isDatabase, access(configuration.dataFolder + "/store.sqlite", F_OK) != 0 {
            StandardError.write(
                "error: there is no store in '\(configuration.dataFolder)'; name its folder with --data, or make one "
                    + "with `emx tenants add`\n")
            throw ExitStatus.unavailable
        }
        do {
            let store = try await configuration.openStore()
            do {
                let result = try await body(store)
                try await store.close()
                return result
            } catch {
                try await store.close()
                throw error
            }
        } catch let error as StoreError {
            throw report(error)
        }
    }

    /// Says what went wrong, and what that comes to.
    static func report(_ error: StoreError) -> ExitStatus {
        StandardError.write("error: \(error)\n")
        return switch error {
        case .notFound, .alreadyExists, .invalid, .cursor: .usage
        default: .unavailable
        }
    }

    /// Who uses this machine, for the audit log.
    static let user = Principal.subject("uid-\(getuid())@local")
}
