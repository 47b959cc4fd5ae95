import HTTPTypes
import Hummingbird

extension HTTPField.Name {
    static let fetchSite = Self("Sec-Fetch-Site")!
    static let forwardedFor = Self("X-Forwarded-For")!
}

/// Where a request comes from, as browsers and proxies tell.
extension Request {
    /// Whether the cookie of the page may count: not where a browser says that another site is asking.
    func isFromOwnPage(_ settings: ServiceConfiguration) -> Bool {
        if let site = headers[.fetchSite] { return site == "same-origin" || site == "none" }
        guard let origin = headers[.origin] else { return true }
        return isOwn(origin, settings)
    }

    /// Whether a browser says that the page itself asks. What does not say so is not believed.
    func saysOwnOrigin(_ settings: ServiceConfiguration) -> Bool {
        if let origin = headers[.origin], !isOwn(origin, settings) { return false }
        if let site = headers[.fetchSite] { return site == "same-origin" }
        return headers[.origin] != nil
    }

    private func isOwn(_ origin: String, _ settings: ServiceConfiguration) -> Bool {
        if let publicURL = settings.publicURL { return origin.lowercased() == publicURL.lowercased() }
        guard let authority = head.authority?.lowercased() else { return false }
        return ["http://", "https://"].contains { origin.lowercased() == $0 + authority }
    }

    /// The address that asks: of the connection, or what the proxy that is trusted says last.
    func sender(_ context: ServiceContext, _ settings: ServiceConfiguration) -> String {
        guard settings.trustsProxy, let last = headers[.forwardedFor]?.split(separator: ",").last else {
            return context.remoteAddress.addressGroup
        }
        return String(last.filter { $0 != " " }.prefix(64)).addressGroup
    }
}

extension String {
    /// The network of an address of IPv6, of which one sender has more than can be counted; else the address.
    private var isLong: Bool { contains(":") && !hasPrefix("::ffff:") }

    fileprivate var addressGroup: String {
        guard isLong else { return hasPrefix("::ffff:") ? String(dropFirst(7)) : self }
        let groups = split(separator: ":", omittingEmptySubsequences: false)
        if let gap = groups.firstIndex(of: ""), gap < 4 {
            return groups[..<gap].joined(separator: ":") + "::/64"
        }
        return groups.prefix(4).joined(separator: ":") + "::/64"
    }
}
