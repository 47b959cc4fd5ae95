import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax

/// Measures what became of every value of the source, by reading back what was written.
struct Accounting {
    /// A part as it was written, and where in the output it begins.
    struct WrittenPart {
        var adapted: Adaptation.AdaptedPart
        /// The one that the output began with.
        var header: SubmissionHeader
        var start: OutputPlace
    }

    var targetErrors = 0
    private let target: Format
    private let writer: SubmissionWriter
    private let capacity: Int
    private var account = Account()
    private var losses: [Loss] = []
    private var restatements: [LocatedRestatement] = []
    private var supplied: [String] = []
    private var isTruncated = false

    init(_ target: Format, _ version: String, capacity: Int) {
        (self.target, self.capacity) = (target, capacity)
        writer = target.writer(version)
    }

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

    /// A problem of the target, with the place in the source that it comes from.
    func located(_ problem: Diagnostic, _ adapted: Adaptation.AdaptedPart, _ log: inout ReadLog) -> Diagnostic {
        var problem = problem
        problem.path = problem.path.map { adapted.origin(of: $0) }
        return log.located(problem)
    }

    mutating func add(
        _ part: SubmissionPart, _ log: inout ReadLog, _ adaptation: Adaptation, _ written: [WrittenPart],
        supplied: [FieldPath], listsAdditions: Bool = true, at place: FieldPath
    ) {
        for restatement in adaptation.restatements {
            guard restatements.count < capacity else {
                isTruncated = true
                break
            }
            restatements.append(
                LocatedRestatement(
                    path: place.appending(restatement.path).description, before: restatement.before,
                    after: restatement.after, reason: restatement.reason,
                    source: log.node(of: restatement.path).map { log.tree.location(of: $0) }))
        }
        note(supplied: supplied, at: place)

        let comparison = PartComparison(part, adaptation, written.map { Echo($0, target, writer) }, supplied)
        let origins = Dictionary(log.fields().map { ($0.node, $0.path) }, uniquingKeysWith: { first, _ in first })
        let unreadable = Set(log.unreadableNodes())
        for leaf in log.tree.values() {
            account.total += 1
            let fate: PartComparison.Fate
            var path: FieldPath?
            switch log.provenance(of: leaf, origins, unreadable) {
            case .unclaimed, .unreadable: fate = .unread
            case .structure: fate = .carried
            case .field(let field):
                path = field
                fate = comparison.fate(of: field, spelled: log.tree.text(of: leaf))
            }
            count(fate)
            guard let kind = fate.loss else { continue }
            note(
                Loss(
                    kind: kind, path: path.map { place.appending($0).description } ?? log.tree.addressInWords(of: leaf),
                    was: log.tree.text(of: leaf), became: fate.became, source: log.tree.location(of: leaf),
                    target: path.flatMap { comparison.target(of: $0) }))
        }
        guard listsAdditions else { return }
        for addition in comparison.additions() {
            note(
                Loss(
                    kind: .added, path: place.appending(addition.path).description, was: "", became: addition.value,
                    source: nil, target: addition.target))
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

    private mutating func note(_ loss: Loss) {
        if losses.count < capacity { losses.append(loss) } else { isTruncated = true }
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

extension ReadLog {
    enum Provenance {
        case unclaimed, unreadable
        /// Part of the format's own structure, such as its version.
        case structure
        case field(FieldPath)
    }

    /// What a value was read as: by the nearest node upwards that says so.
    func provenance(of leaf: NodeID, _ origins: [NodeID: FieldPath], _ unreadable: Set<NodeID>) -> Provenance {
        var current: NodeID? = leaf
        while let node = current {
            if unreadable.contains(node) { return .unreadable }
            if node != SourceTree.root || tree.isLeaf(node), !isClaimed(node) { return .unclaimed }
            if let path = origins[node] { return .field(path) }
            current = tree.parent(of: node)
        }
        return .structure
    }
}

extension Adaptation.AdaptedPart {
    /// Where a field of the source's part is in this one; `nil` where it has no place.
    func place(of path: FieldPath) -> FieldPath? {
        if moves.isEmpty { return path }
        let move = moves.filter { path.hasPrefix($0.from) }.max { $0.from.steps.count < $1.from.steps.count }
        return move.map { FieldPath($0.to.steps + path.steps.dropFirst($0.from.steps.count)) }
    }

    /// Where a field of this part was in the source's.
    func origin(of path: FieldPath) -> FieldPath {
        let move = moves.filter { path.hasPrefix($0.to) }.max { $0.to.steps.count < $1.to.steps.count }
        return move.map { FieldPath($0.from.steps + path.steps.dropFirst($0.to.steps.count)) } ?? path
    }
}

/// A part that was written, as its own format reads it. A class, since it is big and asked for every value.
final class Echo {
    var adapted: Adaptation.AdaptedPart
    var part: SubmissionPart
    /// The texts and places of the nodes that each field was read back from.
    private var nodes: [FieldPath: [NodeID]] = [:]
    private var log: ReadLog
    private var shift: (from: OutputPlace, to: OutputPlace)

    typealias NodeID = SourceTree.NodeID

    init(_ written: Accounting.WrittenPart, _ target: Format, _ writer: SubmissionWriter) {
        let adapted = written.adapted
        self.adapted = adapted
        let document = writer.document(adapted.part, header: written.header)
        var from = OutputPlace()
        from.advance(over: Array(document.bytes[..<document.start]))
        shift = (from, written.start)
        log = ReadLog(SourceTree())
        part = adapted.part.emptied
        var reader = target.reader(ByteSource(document.bytes), Limits())
        while let read = try? reader.next(&log) {
            guard read.isLike(part) else { continue }
            part = read
            break
        }
        for (path, node) in log.fields() { nodes[path, default: []].append(node) }
    }

    /// Whether the field is spelled so in the output; `nil` where the output has no single value for it.
    func isSpelled(_ text: String, _ path: FieldPath) -> Bool? {
        guard let nodes = nodes[path], nodes.allSatisfy(log.tree.isLeaf) else { return nil }
        return nodes.contains { log.tree.text(of: $0) == text }
    }

    func location(of path: FieldPath) -> SourceLocation? {
        guard let node = nodes[path]?.first else { return nil }
        var place = log.tree.location(of: node)
        if place.line == shift.from.line { place.column += shift.to.column - shift.from.column }
        place.line += shift.to.line - shift.from.line
        place.byteOffset += shift.to.offset - shift.from.offset
        place.address = nil
        return place
    }
}

extension SubmissionPart {
    func isLike(_ other: SubmissionPart) -> Bool {
        switch (self, other) {
        case (.header, .header), (.good, .good), (.footprint, .footprint): true
        default: false
        }
    }

    var emptied: SubmissionPart {
        switch self {
        case .header: .header(SubmissionHeader())
        case .good: .good(ImportedGood())
        case .footprint: .footprint(ProductFootprint())
        }
    }

    /// What other formats left behind, by where it stands.
    func carried() -> [FieldPath: Carried] {
        var found: [FieldPath: Carried] = [:]
        func add(_ list: [Carried], _ place: FieldPath) {
            for (index, item) in list.enumerated() { found[place.appending("carried").appending(.index(index))] = item }
        }
        switch self {
        case .header(let header): add(header.carried, FieldPath())
        case .footprint(let footprint): add(footprint.carried, FieldPath())
        case .good(let good):
            add(good.carried, FieldPath())
            for (index, footprint) in good.footprints.enumerated() {
                add(footprint.carried, FieldPath([.name("footprints"), .index(index)]))
            }
        }
        return found
    }
}
