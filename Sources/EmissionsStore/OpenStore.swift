/// Opens a store, and brings its database up to date. Several servers may do so at once.
public func openStore(_ location: StoreLocation, random: RandomBytes = .system) async throws(StoreError) -> any Store {
    throw .invalid("not yet")
}
