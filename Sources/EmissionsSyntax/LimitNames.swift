extension Limits {
    /// What each limit is called in findings and where it is set.
    public static let named: KeyValuePairs<String, any WritableKeyPath<Limits, Int> & Sendable> = [
        "totalBytes": \.totalBytes, "depth": \.depth, "tokenBytes": \.tokenBytes, "recordBytes": \.recordBytes,
        "recordValues": \.recordValues, "columns": \.columns, "attributes": \.attributes,
        "archiveMembers": \.archiveMembers, "archiveBytes": \.archiveBytes, "archiveRatio": \.archiveRatio,
        "archiveNameBytes": \.archiveNameBytes,
    ]
}
