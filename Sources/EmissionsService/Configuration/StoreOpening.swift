public import EmissionsStore
import Glibc

extension ServiceConfiguration {
    /// Opens what is kept where the configuration says.
    public func openStore() async throws(StoreError) -> any Store {
        guard let url = try databaseURL() else { return try await EmissionsStore.openStore(.folder(dataFolder)) }
        return try await EmissionsStore.openStore(
            .postgres(url: url, objects: dataFolder + "/objects", connections: database.connections))
    }

    private func databaseURL() throws(StoreError) -> String? {
        guard let path = database.urlFile else { return database.url }
        guard let file = fopen(path, "r") else { throw .invalid("database.urlFile is '\(path)', which can't be read") }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 8_192)
        let count = fread(&bytes, 1, bytes.count, file)
        let url = String(decoding: bytes.prefix(count).filter { $0 > 0x20 }, as: UTF8.self)
        guard url.hasPrefix("postgres://") || url.hasPrefix("postgresql://") else {
            throw .invalid("the file of database.urlFile holds no URL that begins with postgres://")
        }
        return url
    }
}
