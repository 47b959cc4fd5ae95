public import EmissionsStore

/// Who asks, as far as the service knows them.
public struct Identity: Sendable {
    /// How somebody said who they are.
    enum Means: Sendable {
        case key, token
        /// By the cookie of the page, which stands for this key.
        case session(AccessKey.ID)
    }

    public let tenant: Tenant.ID
    /// For the audit log, and for what is somebody's own. Of somebody signed in to the page it is their key.
    public let principal: Principal
    public let scopes: Set<AccessKey.Scope>
    let quotas: AccessKey.Quotas
    /// The key that what is asked for is counted against. Nothing for tokens, which are counted in memory.
    let key: AccessKey?
    let means: Means

    /// Whether something may be done: an administrator may do everything, and who may read all may read their own.
    public func may(_ scope: AccessKey.Scope) -> Bool {
        scopes.contains(scope) || scopes.contains(.admin) || scope == .readOwn && scopes.contains(.readAll)
    }

    /// Whose things are to be listed: all of the tenant's, or only this one's.
    public var submitterFilter: Principal? { may(.readAll) ? nil : principal }

    /// Whether somebody's thing may be seen. Where not, it is to be as if it weren't there.
    public func mayRead(whatBelongsTo submitter: Principal) -> Bool {
        may(.readAll) || may(.readOwn) && submitter == principal
    }
}

/// What is asked for before a request is let through.
public enum AccessRequirement: Sendable {
    /// Nothing, where documents are checked for anybody.
    case checking
    /// To be somebody.
    case identity
    case scope(AccessKey.Scope)
}

extension ServiceContext {
    /// Who asks. Routes behind `access.require(…)` always know.
    ///
    /// - Throws: ``Problem`` where nobody said who they are.
    var requiredIdentity: Identity {
        get throws(Problem) {
            guard let identity else { throw .unauthenticated }
            return identity
        }
    }
}
