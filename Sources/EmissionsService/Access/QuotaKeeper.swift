import EmissionsStore
import FoundationEssentials
import HTTPTypes
import NIOConcurrencyHelpers

/// Who requests are counted for: a key, the bearer of a token, or an address.
struct QuotaAccount: Sendable {
    let name: String
    let identity: Identity?

    init(_ identity: Identity?, sender: String) {
        self.identity = identity
        name = identity.map { "\($0.tenant) \($0.principal)" } ?? "address:\(sender)"
    }
}

/// Counts what is asked for, and refuses what is too much.
///
/// What keys use is counted in the store, for all servers together; everything else in the memory of this one.
final class QuotaKeeper: Sendable {
    private let store: any Store
    private let settings: AccessSettings
    private let now: @Sendable () -> Date
    private let counts = NIOLockedValueBox(UsageCounts())
    private let underWay = NIOLockedValueBox([String: Int]())

    init(_ store: any Store, _ settings: AccessSettings, _ now: @escaping @Sendable () -> Date) {
        (self.store, self.settings, self.now) = (store, settings, now)
    }

    /// - Throws: ``Problem`` where this would be beyond a quota; nothing is counted then.
    func charge(_ account: QuotaAccount, requests: Int, bytes: Int) async throws {
        let now = now(), usage = Usage(requests: requests, bytes: bytes)
        if var key = account.identity?.key {
            key.quotas = account.identity?.quotas ?? key.quotas
            guard case .exceeded(let quota, let until) = try await store.charge(usage, to: key, now: now) else {
                return
            }
            throw Problem(quota, key.quotas, seconds: until.timeIntervalSince(now))
        }
        let quotas =
            account.identity?.quotas
            ?? AccessKey.Quotas(
                requestsPerMinute: settings.anonymousRequestsPerMinute, bytesPerDay: settings.bytesPerDay)
        let seconds = now.timeIntervalSince1970
        let exceeded = counts.withLockedValue { $0.charge(usage, to: account.name, quotas, now: seconds) }
        if let exceeded { throw Problem(exceeded.quota, quotas, seconds: exceeded.seconds) }
    }

    /// A place among the requests that are under way.
    func enter(_ account: QuotaAccount) throws(Problem) -> Place {
        let most = settings.requestsAtOnce, name = account.name
        let isFree = underWay.withLockedValue { counts in
            guard counts[name, default: 0] < most else { return false }
            counts[name, default: 0] += 1
            return true
        }
        guard isFree else { throw .tooManyAtOnce(most) }
        return Place { [underWay] in
            underWay.withLockedValue { counts in
                let left = counts[name, default: 1] - 1
                counts[name] = left > 0 ? left : nil
            }
        }
    }

    struct Place { let leave: () -> Void }
}

/// What was used in this minute and this day, in memory of a bounded size.
struct UsageCounts {
    private var minute = (number: 0, requests: [String: Int]())
    private var day = (number: 0, bytes: [String: Int]())
    private static let mostNames = 100_000

    mutating func charge(
        _ usage: Usage, to name: String, _ quotas: AccessKey.Quotas, now: Double
    ) -> (quota: ChargeOutcome.Quota, seconds: Double)? {
        let thisMinute = Int(now / 60), thisDay = Int(now / 86_400)
        if minute.number != thisMinute { minute = (thisMinute, [:]) }
        if day.number != thisDay { day = (thisDay, [:]) }
        // Where more names come than can be kept, those that are new share one count.
        let minuteName = minute.requests[name] != nil || minute.requests.count < Self.mostNames ? name : ""
        let dayName = day.bytes[name] != nil || day.bytes.count < Self.mostNames ? name : ""
        let bytes = day.bytes[dayName, default: 0], requests = minute.requests[minuteName, default: 0]
        if let most = quotas.bytesPerDay, usage.bytes > most - bytes {
            return (.bytesPerDay, Double(thisDay + 1) * 86_400 - now)
        }
        if let most = quotas.requestsPerMinute, usage.requests > most - requests {
            return (.requestsPerMinute, Double(thisMinute + 1) * 60 - now)
        }
        if quotas.bytesPerDay != nil { day.bytes[dayName] = bytes + usage.bytes }
        if quotas.requestsPerMinute != nil { minute.requests[minuteName] = requests + usage.requests }
        return nil
    }
}

extension Problem {
    init(_ quota: ChargeOutcome.Quota, _ quotas: AccessKey.Quotas, seconds: Double) {
        let wait = max(1, Int(seconds.rounded(.up)))
        switch quota {
        case .requestsPerMinute:
            let most = quotas.requestsPerMinute ?? 0
            self.init(
                "rate-limit", .tooManyRequests, "too many requests",
                "\(most) requests a minute may be made; go on in \(wait) s")
            limit = "quota.requestsPerMinute=\(most)"
        case .bytesPerDay:
            let most = quotas.bytesPerDay ?? 0
            self.init(
                "size-quota", .tooManyRequests, "too many bytes for today",
                "\(most) bytes a day may be sent; go on after midnight in UTC, or ask the operator for more")
            limit = "quota.bytesPerDay=\(most)"
        }
        (isRetryable, retryAfter) = (true, wait)
    }

    fileprivate static func tooManyAtOnce(_ most: Int) -> Problem {
        var problem = Problem(
            "too-many-at-once", .tooManyRequests, "too many requests at once",
            "\(most) requests may be under way; wait for one of them to end")
        problem.limit = "access.requestsAtOnce=\(most)"
        (problem.isRetryable, problem.retryAfter) = (true, 1)
        return problem
    }
}
