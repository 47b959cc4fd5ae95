public import EmissionsStore
public import FoundationEssentials

/// What a store needs before anybody can be let in.
public enum FirstStart {
    /// Adds a tenant and a key for whoever runs the service, where there is no tenant yet.
    ///
    /// - Returns: the key's secret, which nothing tells again.
    public static func prepare(_ store: any Store, now: Date) async throws(StoreError) -> String? {
        guard try await store.tenants().isEmpty, let id = Tenant.ID("default") else { return nil }
        do throws(StoreError) {
            try await store.addTenant(Tenant(id: id, name: "default", created: now), by: .service)
        } catch .alreadyExists {
            // Another server was first, and tells the key.
            return nil
        }
        let request = AccessKey.Request(tenant: id, name: "first key", scopes: [.admin])
        return try await store.issueKey(request, by: .service, now: now).secret
    }
}
