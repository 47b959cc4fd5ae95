import EmissionsDiagnostics
import EmissionsExchange
import EmissionsReports

/// The reports that were asked for, and the earlier one that they are compared with.
///
/// A class, as findings come while a file is being read.
final class ReportSet {
    private var reports: [ReportDestination]
    private var comparison: Comparison?
    /// Of the file at hand, whether each listed finding is new.
    private var isNew: [Bool] = []
    /// And how many findings are new.
    private var newCount = 0
    /// Why a report could not be written.
    private var failure: (any Error)?

    init(_ reports: [ReportDestination], _ comparison: Comparison?) {
        (self.reports, self.comparison) = (reports, comparison)
    }

    private var wantsAll: Bool { reports.contains(where: \.hasAllFindings) }

    func begin() throws { for index in reports.indices { try reports[index].begin() } }

    /// Hears the findings of a file.
    func listener(path: String) -> Listener {
        (isNew, newCount) = ([], 0)
        return Listener(wantsAll: wantsAll) { [self] finding, isListed in
            let isNew = comparison?.add(finding)
            if isListed, let isNew { self.isNew.append(isNew) }
            if isNew == true { newCount += 1 }
            tell { try $0.add(finding, in: path, isNew: isNew) }
        } record: { [self] record in
            tell { try $0.add(record, in: path) }
        }
    }

    private func tell(_ what: (inout ReportDestination) throws -> Void) {
        do {
            for index in reports.indices where failure == nil && reports[index].hasAllFindings {
                try what(&reports[index])
            }
        } catch { failure = error }
    }

    func add(_ found: FileReport) throws {
        if let failure { throw failure }
        comparison?.end(found, hadAll: wantsAll)
        let changes = comparison == nil ? nil : FileChanges(isNew: isNew, newCount: newCount)
        for index in reports.indices { try reports[index].add(found, changes) }
    }

    /// Ends all reports, and puts them under their names once all are whole.
    func end() throws {
        let changes = comparison?.end()
        for index in reports.indices { try reports[index].end(changes) }
        for report in reports { try report.publish() }
    }
}
