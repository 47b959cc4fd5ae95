import EmissionsReports

/// What to tell whoever sent a file, ready to be copied.
struct SupplierMail {
    let subject: String
    let body: String

    private static let mostGroups = 12, mostPlaces = 5

    /// `nil` where there is nothing to be corrected.
    init?(_ file: ReportDocument.File, _ groups: [FindingGroup], _ texts: Texts) {
        let told = groups.filter { $0.severity != "note" }
        guard !told.isEmpty else { return nil }
        let standing = file.standing
        subject = texts("mail.subject.\(standing == .warned ? "warned" : "rejected")", ["file": file.path])
        var text = texts["mail.greeting"] + "\n\n"
        text += texts(
            "mail.opening.\(standing.rawValue)",
            [
                "file": file.path, "errors": texts.counted(file.counts.error, "count.error"),
                "warnings": texts.counted(file.counts.warning, "count.warning"),
            ])
        text += "\n"
        for (index, group) in told.prefix(Self.mostGroups).enumerated() {
            text +=
                "\n\(index + 1). \(group.title) (\(texts["severity.\(group.severity)"].lowercased()) \(group.code))\n"
            if !group.remedy.isEmpty {
                text += "   \(texts("mail.remedy", ["remedy": Prose.plain(group.remedy)]))\n"
            }
            for finding in group.findings.prefix(Self.mostPlaces) {
                let place = [finding.record, finding.location?.words(texts), finding.location?.address]
                    .compactMap { $0 }.joined(separator: ", ")
                text += "   - \(place.isEmpty ? "" : "\(place): ")\(finding.message)\n"
            }
            let left = group.count - min(group.findings.count, Self.mostPlaces)
            if left > 0 { text += "   - \(texts.counted(left, "mail.more"))\n" }
        }
        let left = told.count - Self.mostGroups
        if left > 0 { text += "\n\(texts.counted(left, "mail.moreKinds"))\n" }
        body = text + "\n" + texts["mail.closing"] + "\n"
    }
}
