import EmissionsDiagnostics
import EmissionsExchange
import EmissionsReports
import EmissionsWorkerMessages

/// The reports on a document, and the reply that they go with.
///
/// A class, as findings come while a file is being read.
final class WorkerReports {
    private var forms: [(name: String, report: any FileByFileReport, bytes: [UInt8], left: Int)]
    private var reply = WorkerReply(verdict: FileReport.Verdict.valid.rawValue)
    private var worst = FileReport.Verdict.valid
    /// Of a report that has all findings: beyond, they are only counted.
    private static let mostBytes = 32 << 20
    /// Gathered only where they are wanted.
    private var figures: FiguresReport?
    private var current = Figures()

    init(_ names: [String], wantsFigures: Bool = false) {
        figures = wantsFigures ? FiguresReport() : nil
        forms = names.compactMap { name in
            guard let form = ReportFormat(rawValue: name) else { return nil }
            var report = form.report(.off)
            let opening = report.opening()
            return (name, report, opening, 0)
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
            guard forms[index].bytes.count < Self.mostBytes else {
                forms[index].left += 1
                continue
            }
            forms[index].bytes += what(&forms[index].report)
        }
    }

    /// What stands behind the findings of a report that became too long.
    private func remark(_ index: Int) -> [UInt8] {
        guard forms[index].left > 0 else { return [] }
        let finding = Diagnostic(
            "LIM-012", .warning, "\(forms[index].left) more findings are not listed here; all are counted",
            help: "Ask for the report as JSON for the counts, or run emx validate --report csv for all of them.")
        return forms[index].report.finding(finding, in: "", isNew: nil)
    }

    func add(_ report: FileReport) {
        if reply.format == nil { (reply.format, reply.version) = (report.format, report.version) }
        if reply.profiles.isEmpty { reply.profiles = report.profiles }
        reply.records += report.records
        reply.errors += report.counts.error
        reply.warnings += report.counts.warning
        reply.notes += report.counts.note
        for (code, count) in report.countsByCode { reply.codes[code.description, default: 0] += count }
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
            let bytes = forms[index].bytes + remark(index) + forms[index].report.closing(nil)
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
