import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// A part as it was read, with what reading it left behind. A class, since its records share it.
final class ReadPart {
    let part: SubmissionPart
    /// Where it stands in its submission.
    let place: FieldPath
    private var log: ReadLog
    private var exact: Set<FieldPath>?
    private var below = NodeSearch()

    init(_ part: SubmissionPart, at place: FieldPath, _ log: ReadLog) {
        (self.part, self.place, self.log) = (part, place, log)
    }

    /// How many bytes of its file it takes.
    var byteCount: Int { log.tree.window.bytes.count }

    /// Where a field was read, or the nearest thing around it; of content that is carried as it is, the value that the
    /// steps lead to.
    func location(of path: FieldPath, _ steps: [String] = []) -> SourceLocation? {
        guard let node = log.node(of: path) else { return nil }
        return log.tree.location(of: below.node(steps, from: node, in: log.tree))
    }

    func hasRead(_ path: FieldPath) -> Bool {
        if exact == nil { exact = Set(log.fields().map(\.path)) }
        return exact?.contains(path) ?? false
    }

    /// The values that could not be read, by the fields that they would have filled.
    func unreadable() -> [UnreadableValue] {
        let nodes = log.unreadableNodes()
        guard !nodes.isEmpty else { return [] }
        var paths: [Int: FieldPath] = [:]
        for finding in log.diagnostics {
            guard let offset = finding.location?.byteOffset, let path = finding.path else { continue }
            if paths[offset] == nil { paths[offset] = path }
        }
        return nodes.map { node in
            let location = log.tree.location(of: node)
            return UnreadableValue(
                path: paths[location.byteOffset] ?? FieldPath(), text: log.tree.text(of: node), location: location)
        }
    }
}

/// A header, a good without its footprints, or a footprint, as one of two submissions says it. Small, since many may
/// have to wait for their counterparts: what it says is asked of the part.
struct ComparedRecord {
    enum Content {
        case header(SubmissionHeader)
        case good(ImportedGood)
        case footprint(ProductFootprint)
    }

    let source: ReadPart
    let kind: RecordDifference.Kind
    /// Which of a good's footprints it is.
    private(set) var index: Int?
    /// The parts of a header that stand before the last, for the places of what they say.
    var earlier: [ReadPart] = []

    private init(_ source: ReadPart, _ kind: RecordDifference.Kind, index: Int? = nil) {
        (self.source, self.kind, self.index) = (source, kind, index)
    }

    /// The header, the good and its footprints, or the footprint of a part.
    static func all(of source: ReadPart) -> [ComparedRecord] {
        switch source.part {
        case .header: return [ComparedRecord(source, .header)]
        case .footprint: return [ComparedRecord(source, .footprint)]
        case .good(let good):
            return [ComparedRecord(source, .good)]
                + good.footprints.indices.map { ComparedRecord(source, .footprint, index: $0) }
        }
    }

    var content: Content {
        switch source.part {
        case .header(let header): .header(header)
        case .footprint(let footprint): .footprint(footprint)
        case .good(let good): index.map { .footprint(good.footprints[$0]) } ?? .good(good)
        }
    }

    /// Where it stands in its part.
    var base: FieldPath {
        index.map { FieldPath(\ImportedGood.footprints).appending(.index($0)) } ?? FieldPath()
    }

    /// The good that a footprint belongs to.
    var good: ImportedGood? {
        guard index != nil, case .good(let good) = source.part else { return nil }
        return good
    }

    var record: any ModelRecord {
        switch content {
        case .header(let header): header
        case .good(let good): good
        case .footprint(let footprint): footprint
        }
    }

    var footprint: ProductFootprint? { if case .footprint(let footprint) = content { footprint } else { nil } }

    /// What its sender calls it.
    var identifier: String? {
        switch content {
        case .header(let header): header.identifier ?? header.draftIdentifier
        case .good(let good): good.itemNumber
        case .footprint(let footprint): footprint.identity.identifier ?? footprint.production.installation.identifier
        }
    }

    var title: String? {
        switch content {
        case .header: nil
        case .good(let good):
            [good.commodity.cn ?? good.commodity.hs, good.commodity.description].compactMap { $0 }.joined(
                separator: " ")
        case .footprint(let footprint): footprint.product.name ?? footprint.production.installation.name
        }
    }

    /// How many bytes of the file are held with it; a good's footprints are held with the good.
    var byteCount: Int { index == nil ? source.byteCount : 0 }

    var side: RecordDifference.Side {
        RecordDifference.Side(
            place: source.place.appending(base), identifier: identifier, location: source.location(of: base))
    }

    func location(of path: FieldPath, _ steps: [String] = []) -> SourceLocation? {
        let path = base.appending(path)
        if earlier.isEmpty || source.hasRead(path) { return source.location(of: path, steps) }
        return (earlier.last { $0.hasRead(path) } ?? source).location(of: path, steps)
    }

    /// Whether the file says a field itself, and does not just imply it by its format.
    func hasRead(_ path: FieldPath) -> Bool { source.hasRead(base.appending(path)) }

    /// The values of its own that could not be read, by their places in the record.
    func unreadable() -> [UnreadableValue] {
        let isGood = kind == .good, footprints = FieldPath(\ImportedGood.footprints)
        return ([source] + earlier).flatMap { $0.unreadable() }.compactMap { value in
            guard value.path.hasPrefix(base), !(isGood && value.path.hasPrefix(footprints)) else { return nil }
            var value = value
            value.path = FieldPath(Array(value.path.steps.dropFirst(base.steps.count)))
            return value
        }
    }
}
