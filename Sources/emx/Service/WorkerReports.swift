import EmissionsDiagnostics
import EmissionsExchange
import EmissionsReports
import EmissionsService

/// The reports on a document, and the reply that they go with.
///
/// A class, as findings come while a file is being read.
final class WorkerReports {
    private var forms: [(name: String, report: any FileByFileReport, bytes: [UInt8])]
    private var reply = WorkerReply(verdict: FileReport.Verdict.valid.rawValue)
    private var worst = FileReport.Verdict.valid
    /// Gathered only where they are wanted.
    private var figures: FiguresReport?
    private var current = Figures()

    init(_ names: [String], wantsFigures: Bool = false) {
        figures = wantsFigures ? FiguresReport() : nil
        forms = names.compactMap { name in
            guard let form = ReportFormat(rawValue: name) else { return nil }
            var report = form.report(.off)
            let opening = report.opening()
            return (name, report, opening)
        }
    }

    /// Hears the findings of a file, for the reports that have all of them.
    func listener(_ path: String) -> Listener {
        Listener(wantsAll: forms.contains { $0.report.hasAllFindings }) { [self] finding, _ in
            tell { $0.finding(finding, in: path, isNew: nil) }
        } record: { [self] record in
            tell { $0.record(record, in: path) }
        } part: { [self] part in
            if figures != nil { current.add(part) }
        }
    }

    private func tell(_ what: (inout any FileByFileReport) -> [UInt8]) {
        for index in forms.indices where forms[index].report.hasAllFindings {
            forms[index].bytes += what(&forms[index].report)
        }
    }

    func add(_ report: FileReport) {
        if reply.format == nil { (reply.format, reply.version) = (report.format, report.version) }
        if reply.profiles.isEmpty { reply.profiles = report.profiles }
        reply.records += report.records
        reply.errors += report.counts.error
        reply.warnings += report.counts.warning
        reply.notes += report.counts.note
        worst = .worst(worst, report.verdict)
        figures?.add(current, path: report.path)
        current = Figures()
        reply.verdict = worst.rawValue
        for index in forms.indices { forms[index].bytes += forms[index].report.file(report, nil) }
    }

    /// What the figures are called among the reports of a reply.
    private static let figuresForm = "figures"

    /// The reply without an output.
    func refused(_ refusal: WorkerReply.Refusal, _ loss: [UInt8]? = nil, lost: Int = 0) -> WorkerTask.Result {
        reply.refusal = refusal
        return end(loss, lost: lost)
    }

    func end(
        _ loss: [UInt8]? = nil, _ output: WorkerReply.Output? = nil, _ bytes: [UInt8] = [], lost: Int = 0
    ) -> WorkerTask.Result {
        reply.lost = lost
        var payload: [UInt8] = []
        reply.reports = forms.indices.map { index in
            let bytes = forms[index].bytes + forms[index].report.closing(nil)
            payload += bytes
            return .init(form: forms[index].name, length: bytes.count)
        }
        if let bytes = figures?.bytes {
            payload += bytes
            reply.reports.append(.init(form: Self.figuresForm, length: bytes.count))
        }
        reply.lossLength = loss?.count
        payload += loss ?? []
        reply.output = output
        return (reply, payload + bytes)
    }
}
