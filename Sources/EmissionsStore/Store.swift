/// All that the service keeps, by subject. Two servers may use one store at once; the time is always the caller's.
public protocol Store: TenantStore, KeyStore, UsageStore, SubmissionStore, FindingStore, ObjectStore, JobStore,
    IdempotencyStore, QuarantineStore, AuditLog, StoreMaintenance
{}
