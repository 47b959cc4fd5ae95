/// Opens a store, and brings its database up to date. Several servers may do so at once.
public func openStore(_ location: StoreLocation, random: RandomBytes = .system) async throws(StoreError) -> any Store {
    let store: DatabaseStore
    switch location {
    case .folder(let path):
        try ObjectFolder.make(path)
        store = DatabaseStore(
            database: try SQLiteDatabase(path: StoreLocation.database(in: path)),
            folder: try ObjectFolder(StoreLocation.objects(in: path)), random: random)
    case .postgres(let url, let objects, let connections):
        store = DatabaseStore(
            database: PostgresDatabase(url: url, connections: connections), folder: try ObjectFolder(objects),
            random: random)
    }
    try await SchemaUpdate.run(on: store.database)
    return store
}

extension StoreLocation {
    static func database(in folder: String) -> String { folder + "/store.sqlite" }
    static func objects(in folder: String) -> String { folder + "/objects" }
}
