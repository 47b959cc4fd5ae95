import Foundation

/// A store on a database, whichever it is, and a folder of objects. What it does for each subject stands with the subject.
struct DatabaseStore: Store {
    let database: any SQLDatabase
    let folder: ObjectFolder
    let random: RandomBytes

    func ping() async throws(StoreError) {
        _ = try await database.read { try $0.integer("SELECT count(*) FROM store_schema") }
    }

    func close() async throws(StoreError) { try await database.close() }
}
