import EmissionsStore

extension Setting {
    /// Everything that can be set, in the order of the page about it.
    public static let all: [Setting] = listening + keeping + working + letting + tokens + logging

    public static func named(_ name: String) -> Setting? { all.first { $0.name == name } }

    private static let listening: [Setting] = [
        .text("listen.host", \.host, "an address or a name of this machine", "the address to listen on"),
        .count("listen.port", \.port, 0...65_535, "the port to listen on; 0 for any that is free"),
        .text(
            "listen.publicURL", \.publicURL, "an http or https URL without a path",
            "how the service is called from outside, where a proxy stands before it"
        ) { $0.isOrigin },
        .flag(
            "listen.trustProxy", \.trustsProxy,
            "whether the proxy before the service tells in X-Forwarded-For who asks; never yes without a proxy"),
        .text("admin.host", \.adminHost, "an address or a name of this machine", "the address that serves metrics"),
        .count("admin.port", \.adminPort, 0...65_535, "the port that serves metrics; without it there are none"),
    ]

    private static let keeping: [Setting] = [
        .text("data.folder", \.dataFolder, "a folder", "where everything that is kept stands"),
        .bytes(
            "data.minFree", \.minFreeBytes, 0...1 << 50,
            "below so much free room the service says that it is not ready"),
        {
            var setting = Setting.text(
                "database.url", \.database.url, "a URL that begins with postgres://",
                "the database, if it is not SQLite in the data folder; better given by database.urlFile"
            ) { $0.hasPrefix("postgres://") || $0.hasPrefix("postgresql://") }
            setting.isSecret = true
            return setting
        }(),
        .text("database.urlFile", \.database.urlFile, "a file", "the file that the database's URL stands in"),
        .count("database.connections", \.database.connections, 1...256, "how many connections PostgreSQL gets"),
        .count(
            "retention.submissionDays", \.retention.submissionDays, 1...36_500,
            "how long submissions are kept"),
        .count("retention.jobDays", \.retention.jobDays, 1...3_650, "how long jobs and their results are kept"),
        .count(
            "retention.idempotencyHours", \.retention.idempotencyHours, 1...720,
            "how long a request with an Idempotency-Key is known again"),
    ]

    private static let working: [Setting] = [
        .count("workers.count", \.workers.count, 1...512, "how many documents are worked on at once"),
        .count("workers.maxWaiting", \.workers.maxWaiting, 0...100_000, "how many documents may wait for a worker"),
        .bytes(
            "workers.memory", \.workers.limits.memoryBytes, 64 << 20...1 << 40, "the memory that one document may take"),
        .seconds(
            "workers.cpuSeconds", \.workers.limits.cpuSeconds, 1...86_400, "the time of a processor for one document"),
        .seconds("workers.wallSeconds", \.workers.limits.wallSeconds, 1...86_400, "the time that a document may take"),
        .bytes("upload.maxBytes", \.uploads.maxBytes, 1...1 << 44, "the biggest document"),
        .bytes(
            "upload.maxBytesInMemory", \.uploads.maxBytesInMemory, 0...1 << 30,
            "up to this a document is held in memory, above in a file"),
        .bytes("upload.minRate", \.uploads.minRate, 0...1 << 30, "the fewest bytes a second that a sender may take"),
        .seconds("upload.patience", \.uploads.patienceSeconds, 1...3_600, "the time before upload.minRate counts"),
        .text("upload.folder", \.workFolder, "a folder", "where documents stand while they are worked on"),
        .bytes(
            "sync.maxBytes", \.syncMaxBytes, 1...1 << 44, "the biggest document to wait for; more is asked for as a job"
        ),
    ]

    private static let letting: [Setting] = [
        .choice(
            "access.anonymousChecking", \.access.anonymousChecking,
            "whether documents are checked without a key; auto: only where nobody but this machine can ask"),
        .count(
            "access.anonymousRequestsPerMinute", \.access.anonymousRequestsPerMinute, 1...1_000_000,
            "how often one address may ask without a key"),
        .count(
            "access.requestsAtOnce", \.access.requestsAtOnce, 1...100_000,
            "how many requests one key, or one address without a key, may have under way"),
        .count("access.sessionHours", \.access.sessionHours, 1...168, "how long somebody stays signed in to the page"),
        .count(
            "quota.requestsPerMinute", \.access.requestsPerMinute, 1...1_000_000,
            "how often a key may ask that says nothing else"),
        .bytes(
            "quota.bytesPerDay", \.access.bytesPerDay, 1...1 << 50, "how much a key may send that says nothing else"),
    ]

    private static let tokens: [Setting] = [
        .text("oidc.issuer", \.tokens.issuer, "the issuer as its tokens name it", "whose access tokens are taken"),
        .text(
            "oidc.audience", \.tokens.audience, "the audience as tokens name it", "what tokens have to be made out for"),
        .text(
            "oidc.keys", \.tokens.keys, "a file or an https URL (http on this machine only)",
            "the issuer's JSON Web Key Set; looked at anew every five minutes"
        ) { KeySetSource.isValid($0) },
        .text(
            "oidc.certificatesFile", \.tokens.certificatesFile, "a file",
            "certificates (PEM) that are trusted besides the system's when the key set is fetched"),
        .words("oidc.algorithms", \.tokens.algorithms, IssuerKey.algorithms, "the signatures that are taken"),
        .text("oidc.tenantClaim", \.tokens.tenantClaim, "the name of a claim", "the claim that names the tenant"),
        .text(
            "oidc.tenant", \.tokens.tenant, "the identifier of a tenant", "the tenant of tokens without that claim"),
        .text("oidc.scopeClaim", \.tokens.scopeClaim, "the name of a claim", "the claim that says what may be done"),
        .word(.submit), .word(.readOwn), .word(.readAll), .word(.admin),
        .count("oidc.leeway", \.tokens.leeway, 0...300, "how many seconds clocks may be apart"),
    ]

    private static let logging: [Setting] = [
        .choice("log.level", \.logging.level, "from which level on the log says something"),
        .choice("log.format", \.logging.form, "whether lines of the log are text or JSON"),
    ]

    private static func word(_ scope: AccessKey.Scope) -> Setting {
        Setting(
            name: "oidc.\(scope.rawValue)Word", expected: "a word",
            meaning: "the word for \(scope.rawValue) in that claim", value: { $0.tokens.words[scope] }
        ) {
            if !$1.isEmpty { $0.tokens.words[scope] = $1 }
            return !$1.isEmpty
        }
    }
}

extension String {
    /// A scheme, a name and perhaps a port.
    fileprivate var isOrigin: Bool {
        for scheme in ["https://", "http://"] where hasPrefix(scheme) {
            let rest = dropFirst(scheme.count)
            return !rest.isEmpty && !rest.contains { "/?# ".contains($0) }
        }
        return false
    }
}
