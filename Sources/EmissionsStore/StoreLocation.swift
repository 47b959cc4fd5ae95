/// Where a store is.
public enum StoreLocation: Hashable, Sendable {
    /// SQLite and objects in one folder, which is made if it is not there: for one machine.
    case folder(String)
    /// PostgreSQL, and a folder of objects that all servers share: for several machines.
    case postgres(url: String, objects: String, connections: Int = 8)
}
