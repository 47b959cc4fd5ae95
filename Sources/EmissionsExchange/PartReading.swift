import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel
import EmissionsRules
import EmissionsSyntax

/// Reads a file part by part, checks each, and gathers what was found.
struct PartReading {
    var report: FileReport
    private let options: ReadingOptions
    private let format: Format?
    private var reader: (any SubmissionReader)?
    private var rules: RuleRun?
    private var schema: SchemaCheck?
    private var header = SubmissionHeader()
    private var next = (good: 0, footprint: 0)
    /// What the part read last is called by whoever sent it.
    private var subject: String?
    /// Whether findings with a fix are kept until the next part, also those that the report has no room for.
    var gathersFixes = false
    private(set) var fixable: [Diagnostic] = []

    init(_ file: SourceFile, _ options: ReadingOptions) {
        self.options = options
        report = FileReport(path: file.path, capacity: options.maxFindings)
        let detected = file.detected
        format = options.format ?? detected?.format
        report.format = format?.name
        guard let format else {
            report.end(
                with: .unreadable,
                Diagnostic("SYN-000", .error, .unknownFormat(file.start.content), help: .help(file.start.content)))
            return
        }
        report.version = format.recognize(file.start)?.version
        schema = SchemaCheck(options)
        reader = format.reader(file.source, options.limits, observer: schema?.observer)
    }

    /// Reads the next part and says what is wrong with it.
    ///
    /// - Returns: `nil` when there are no more, or the file can't be read any further.
    mutating func nextPart(_ log: inout ReadLog) -> SubmissionPart? {
        guard reader != nil else { return nil }
        fixable.removeAll(keepingCapacity: true)
        do {
            guard let part = try reader?.next(&log) else {
                finish(&log)
                return nil
            }
            settleRules()
            let place = place(of: part)
            subject = part.subject
            for finding in log.diagnostics { add(finding, below: place) }
            for finding in schema?.check(part, &log) ?? [] { add(finding, below: place) }
            rules?.detailedFrom = gathersFixes ? .note : report.listedFrom
            for finding in rules?.check(part) ?? [] { add(log.located(finding), below: place) }
            return part
        } catch {
            for finding in log.diagnostics { keep(finding) }
            report.end(with: FileReport.Verdict(error.kind), error.diagnostic)
            reader = nil
            return nil
        }
    }

    /// Adds a finding about the part read last, or about how the target takes it.
    mutating func add(_ finding: Diagnostic, below place: FieldPath, isAboutFile: Bool = true) {
        var finding = finding
        finding.path = finding.path.map { place.appending($0) }
        finding.subject = subject
        keep(finding, isAboutFile: isAboutFile)
    }

    private mutating func keep(_ finding: Diagnostic, isAboutFile: Bool = true) {
        report.add(finding, isAboutFile: isAboutFile)
        if gathersFixes, finding.fix != nil { fixable.append(finding) }
    }

    private mutating func finish(_ log: inout ReadLog) {
        for finding in log.diagnostics { keep(finding) }
        for finding in rules?.finish() ?? [] { report.add(finding) }
        if let version = reader?.version { report.version = version }
        reader = nil
    }

    /// The profiles of the version that the file turned out to be in, once its first part is read.
    private mutating func settleRules() {
        guard rules == nil else { return }
        if let version = reader?.version { report.version = version }
        let names = options.profiles ?? format?.profiles(report.version) ?? []
        report.profiles = names
        rules = RuleRun(
            profiles: names.compactMap { Profile.named($0) }, context: RuleContext(today: options.today))
    }

    /// Where a part stands in its submission.
    private mutating func place(of part: SubmissionPart) -> FieldPath {
        switch part {
        case .header: return FieldPath([.name("header")])
        case .good:
            defer { next.good += 1 }
            report.records += 1
            return FieldPath([.name("goods"), .index(next.good)])
        case .footprint:
            defer { next.footprint += 1 }
            report.records += 1
            return FieldPath([.name("footprints"), .index(next.footprint)])
        }
    }

    /// Where the part read last stands in its submission.
    func place(ofLast part: SubmissionPart) -> FieldPath {
        switch part {
        case .header: FieldPath([.name("header")])
        case .good: FieldPath([.name("goods"), .index(next.good - 1)])
        case .footprint: FieldPath([.name("footprints"), .index(next.footprint - 1)])
        }
    }
}

extension SubmissionPart {
    fileprivate var subject: String? {
        switch self {
        // There is one header in a file, and its number changes from one submission to the next.
        case .header: nil
        case .good(let good): good.itemNumber
        case .footprint(let footprint): footprint.identity.identifier
        }
    }
}

extension FileReport.Verdict {
    init(_ kind: SyntaxError.Kind) {
        switch kind {
        case .malformed: self = .unreadable
        case .limit: self = .undecided
        case .unavailable: self = .unavailable
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func unknownFormat(_ content: FileStart.Content) -> Self {
        switch content {
        case .empty: "the file is empty"
        case .json: "this is JSON, but not of a format that is known"
        case .xml(let root, _, _): "this is XML with the root element \(root.prefix(80)), of no format that is known"
        case .table: "this is neither JSON nor XML, nor a table with columns that are known"
        }
    }
}

extension String {
    fileprivate static func help(_ content: FileStart.Content) -> String {
        if case .empty = content { return "Send the file again." }
        return "Name its format with -f if you know it; `emx formats` lists them."
    }
}
