import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel
import EmissionsRules
import EmissionsSyntax

/// Reads a file part by part, checks each, and gathers what was found.
struct PartReading {
    var report: FileReport
    private let options: ReadingOptions
    private let listener: Listener
    private let format: Format?
    private var reader: (any SubmissionReader)?
    private var rules: RuleRun?
    private var isSettled = false
    private var schema: SchemaCheck?
    private let names: FieldNames?
    private var early = EarlyFindings()
    private var shifted = ShiftedCells()
    private var places = LastingPlaces()
    private var next = (good: 0, footprint: 0)
    /// What the part read last is called by whoever sent it.
    private var subject: String?
    /// Whether findings with a fix are kept until the next part, also those that the report has no room for.
    var gathersFixes = false
    private(set) var fixable: [Diagnostic] = []

    init(_ file: SourceFile, _ options: ReadingOptions, _ listener: Listener = Listener()) {
        (self.options, self.listener) = (options, listener)
        report = FileReport(path: file.path, capacity: options.maxFindings)
        let detected = file.detected
        let format = options.format ?? detected?.format
        self.format = format
        report.format = format?.name
        report.policy = options.policy
        guard let format, format.readsPackages || !file.isArchive else {
            names = nil
            report.format = nil
            if let fault = file.fault(options.limits) {
                end(with: FileReport.Verdict(fault.kind), fault.diagnostic)
            } else {
                let content = file.start.content
                end(
                    with: .unreadable,
                    Diagnostic(
                        "SYN-000", .error, file.start.isOfficeDocument ? .office : .unknownFormat(content),
                        help: file.start.isOfficeDocument ? .office : .help(content)))
            }
            return
        }
        names = FieldNames(format)
        report.version = format.recognize(file.start)?.version
        let schema = SchemaCheck(options, format, version: report.version)
        switch file.content {
        case .bytes(let source): reader = format.reader(source, options.limits, observer: schema.observer)
        case .package(let package): reader = format.reader(package, options.limits, observer: schema.observer)
        }
        self.schema = schema
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
            let found =
                early.findings(of: part, &log) + (schema?.check(part, version: reader?.recordVersion, &log) ?? [])
            var causes = Causes(apply(options.policy, to: found))
            let severity = causes.areSeveral ? .note : detailedFrom
            rules?.detailedFrom = severity
            causes.add(rules?.check(part) ?? [], names, &log)
            for finding in shifted.remaining(of: causes.sorted) { add(finding, below: place) }
            let notes = rules?.notes ?? .init()
            for path in notes.lasting { places.keep(path, below: place, of: subject, &log) }
            if let usability = notes.usability {
                add(RecordUsability(index: next.footprint - 1, subject: subject, usability: usability))
            }
            return part
        } catch {
            for finding in apply(options.policy, to: early.rest(log)) { add(finding) }
            end(with: FileReport.Verdict(error.kind), error.diagnostic)
            report.schemas = schema?.used ?? []
            report.ruleOutcomes = rules?.outcomes ?? []
            return nil
        }
    }

    /// Adds a finding about the part read last, or about how the target takes it.
    mutating func add(_ finding: Diagnostic, below place: FieldPath, isAboutFile: Bool = true) {
        var finding = finding
        finding.path = finding.path.map { place.appending($0) }
        finding.subject = subject
        add(finding, isAboutFile: isAboutFile)
    }

    /// From which severity on findings need their words and places.
    private var detailedFrom: Diagnostic.Severity? {
        listener.wantsAll || gathersFixes ? .note : report.listedFrom
    }

    /// What reader and schema found, as the policy has it. Rules are run as it has them.
    private mutating func apply(_ policy: BroughtPolicy?, to findings: [Diagnostic]) -> [Diagnostic] {
        guard let policy, !policy.policy.changes.isEmpty else { return findings }
        return findings.compactMap { finding in
            switch policy.policy.changes[finding.code] {
            case .off:
                report.offCounts[finding.code, default: 0] += 1
                return nil
            case .severity(let severity, _):
                var finding = finding
                finding.severity = severity
                return finding
            case nil: return finding
            }
        }
    }

    private mutating func add(_ finding: Diagnostic, isAboutFile: Bool = true) {
        let isListed = report.add(finding, isAboutFile: isAboutFile)
        if gathersFixes, finding.fix != nil { fixable.append(finding) }
        if isListed || listener.wantsAll { listener.hear(finding, isListed) }
    }

    private mutating func add(_ usability: RecordUsability) {
        report.usability?.add(usability.usability)
        listener.hearRecord(usability)
    }

    /// Ends the reading with why the file can't be read any further.
    mutating func end(with verdict: FileReport.Verdict, _ finding: Diagnostic) {
        add(finding)
        report.verdict = verdict
        reader = nil
    }

    private mutating func finish(_ log: inout ReadLog) {
        for finding in apply(options.policy, to: early.rest(log)) { add(finding) }
        settleRules()
        let severity = detailedFrom
        rules?.detailedFrom = severity
        for finding in rules?.finish() ?? [] { add(places.located(finding)) }
        report.ruleOutcomes = rules?.outcomes ?? []
        if let version = reader?.version { report.version = version }
        report.schemas = schema?.used ?? []
        reader = nil
    }

    /// The profiles of the version that the file turned out to be in, once its first part is read.
    private mutating func settleRules() {
        guard !isSettled else { return }
        isSettled = true
        if let version = reader?.version { report.version = version }
        let policy = options.policy?.policy ?? Policy()
        let ofFormat = format?.profiles(report.version) ?? []
        let names = options.profiles ?? (policy.profiles.isEmpty ? ofFormat : policy.profiles)
        report.profiles = names
        rules = RuleRun(
            profiles: names.compactMap { Profile.named($0) }, policy: policy, context: RuleContext(today: options.today)
        )
        report.usability = rules?.edition.map { _ in UsabilityTally() }
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
    fileprivate static let office: Self = "this is a document of an office program, such as a spreadsheet"

    fileprivate static func unknownFormat(_ content: FileStart.Content) -> Self {
        switch content {
        case .empty: "the file is empty"
        case .json: "this is JSON, but not of a format that is known"
        case .xml(let root, _, _): "this is XML with the root element \(root.prefix(80)), of no format that is known"
        case .archive(let members) where members.isEmpty: "the archive has no files in it"
        case .archive(let members): "this is an archive of \(members.count) files, of no format that is known as one"
        case .table: "this is neither JSON nor XML, nor a table with columns that are known"
        }
    }
}

extension String {
    fileprivate static let office = "Save the sheet as CSV."

    fileprivate static func help(_ content: FileStart.Content) -> String {
        switch content {
        case .empty: return "Send the file again."
        case .archive(let members) where members.isEmpty: return "Pack the files again."
        case .archive: return "Each of its files is one of its own."
        default: break
        }
        return "Name its format with -f if you know it; `emx formats` lists them."
    }
}
