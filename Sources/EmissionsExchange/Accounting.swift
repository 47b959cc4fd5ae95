import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax

/// Measures what became of every value of the source, by reading back what was written.
struct Accounting {
    /// A part as it was written, and where in the output it begins.
    struct WrittenPart {
        var adapted: Adaptation.AdaptedPart
        var document: WrittenDocument
        var start: OutputPlace
    }

    var targetErrors = 0
    private let target: Format
    private let capacity: Int
    private var account = Account()
    private var losses: [Loss] = []
    private var restatements: [LocatedRestatement] = []
    private var supplied: [String] = []
    private var isTruncated = false

    init(_ target: Format, capacity: Int) { (self.target, self.capacity) = (target, capacity) }

    func report(_ source: FileReport, _ format: String, _ version: String) -> ConversionReport {
        var report = ConversionReport(source: source, target: .init(format: format, version: version))
        report.account = account
        report.losses = losses
        report.restatements = restatements
        report.supplied = supplied
        report.isTruncated = isTruncated
        report.targetErrors = targetErrors
        return report
    }

    mutating func add(
        _ part: SubmissionPart, _ log: inout ReadLog, _ adaptation: Adaptation, _ written: [WrittenPart],
        supplied: [FieldPath], listsAdditions: Bool = true, at place: FieldPath
    ) {
        note(supplied: supplied, at: place)
        for working in log.workings {
            guard restatements.count < capacity else {
                isTruncated = true
                break
            }
            restatements.append(
                LocatedRestatement(
                    path: place.appending(working.path).description, before: working.before, after: working.after,
                    reason: working.reason, source: log.tree.location(of: working.node)))
        }

        let paths = log.paths
        let comparison = PartComparison(part, adaptation, written.map { Echo($0, target, paths) }, supplied, paths)
        let provenances = log.provenances()
        let values = log.tree.values()
        account.total += values.count
        var dropped: Set<PathTable.ID> = []
        let hasRestatements = !adaptation.restatements.isEmpty
        for leaf in values {
            let fate: PartComparison.Fate
            var path: PathTable.ID?
            switch provenances[leaf] {
            case .unclaimed, .unreadable: fate = .unread
            case .structure: fate = .carried
            case .field(let field):
                path = field
                fate = log.tree.withText(of: leaf) { comparison.fate(of: field, spelled: $0) }
            }
            count(fate)
            guard let kind = fate.loss else { continue }
            if hasRestatements, kind == .dropped, let path { dropped.insert(path) }
            note(
                Loss(
                    kind: kind,
                    path: path.map { place.appending(paths[$0]).description } ?? log.tree.addressInWords(of: leaf),
                    was: log.tree.text(of: leaf), became: comparison.words(of: fate),
                    source: log.tree.location(of: leaf),
                    target: path.flatMap { comparison.target(of: $0) }))
        }
        note(adaptation.restatements.filter { !dropped.contains(paths.path($0.path)) }, &log, at: place)
        guard listsAdditions, hasRoom || !isTruncated else { return }
        comparison.forEachAddition { path, value, target in
            note(
                Loss(
                    kind: .added, path: place.appending(paths[path]).description, was: "", became: words(value.any),
                    source: nil, target: target()))
        }
    }

    private mutating func note(_ made: [Restatement], _ log: inout ReadLog, at place: FieldPath) {
        for restatement in made {
            guard restatements.count < capacity else {
                isTruncated = true
                return
            }
            restatements.append(
                LocatedRestatement(
                    path: place.appending(restatement.path).description, before: restatement.before,
                    after: restatement.after, reason: restatement.reason,
                    source: log.node(of: restatement.path).map { log.tree.location(of: $0) }))
        }
    }

    mutating func note(supplied paths: [FieldPath], at place: FieldPath) {
        account.supplied += paths.count
        if supplied.count < capacity { supplied += paths.map { place.appending($0).description } }
    }

    private mutating func count(_ fate: PartComparison.Fate) {
        switch fate {
        case .carried: account.carried += 1
        case .converted: account.converted += 1
        case .kept: account.kept += 1
        case .dropped: account.dropped += 1
        case .changed: account.changed += 1
        case .unread: account.unread += 1
        }
    }

    private var hasRoom: Bool { losses.count < capacity }

    /// A loss is only made where it is listed: there may be a million more.
    private mutating func note(_ loss: @autoclosure () -> Loss) {
        if hasRoom { losses.append(loss()) } else { isTruncated = true }
    }
}

extension SourceTree {
    /// What a value is called in its file, where it has no field in the model.
    fileprivate func addressInWords(of id: NodeID) -> String {
        switch address(of: id) {
        case .pointer(let text), .xpath(let text), .cell(let text): text
        }
    }
}
