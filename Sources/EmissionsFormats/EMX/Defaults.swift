public import EmissionsDiagnostics
public import EmissionsModel
public import EmissionsSyntax

/// Values to use where a source says nothing: what the reader of a report has to know was added.
///
/// They come from a document shaped like a record of our own JSON, `{"header": …, "good": …, "footprint": …}`, and from
/// `PATH=VALUE` pairs, and are read with the same tables.
public struct Defaults: Hashable, Sendable {
    public private(set) var header = SubmissionHeader()
    public private(set) var good = ImportedGood()
    /// For footprints by themselves and for those inside goods.
    public private(set) var footprint = ProductFootprint()

    public init() {}

    /// Reads a document and pairs; where both say something, the pair counts.
    ///
    /// - Parameters:
    ///   - document: JSON, if there is any.
    ///   - assignments: Pairs such as `declaredUnit.amount=12` or `header.declarant.name=Acme`.
    ///   - limits: How much of a document is read.
    /// - Returns: The defaults, and what is wrong with them. Problems with the document carry their places.
    /// - Throws: ``SyntaxError`` where the document is no JSON.
    public static func read(
        document: ByteSource? = nil, assignments: [String] = [], limits: Limits = Limits()
    ) throws(SyntaxError) -> (defaults: Defaults, problems: [Diagnostic]) {
        var defaults = Defaults(), pairs = Assignments()
        for assignment in assignments { pairs.add(assignment) }
        var log = ReadLog(pairs.tree)
        defaults.take(&log)
        var problems = pairs.problems + log.diagnostics.map(\.withoutPlace)
        if let document {
            var reader = JSONReader(document, limits: limits)
            log = ReadLog(SourceTree())
            while try reader.next(into: &log.tree) != nil {
                problems += reader.takeFindings()
                defaults.take(&log)
                problems += log.diagnostics
                log.restart()
            }
            problems += reader.takeFindings()
        }
        return (defaults, problems)
    }

    /// Fills what the part does not say.
    ///
    /// - Returns: The paths, from the part down, of the values that were supplied.
    public func apply(to part: inout SubmissionPart) -> [FieldPath] {
        var supplied: [FieldPath] = []
        switch part {
        case .header(var header):
            EMXFields.header.fill(&header, from: self.header, at: FieldPath(), &supplied)
            part = .header(header)
        case .good(var good):
            EMXFields.good.fill(&good, from: self.good, at: FieldPath(), &supplied)
            let list = FieldPath(\ImportedGood.footprints)
            for index in good.footprints.indices {
                EMXFields.footprint.fill(
                    &good.footprints[index], from: footprint, at: list.appending(.index(index)), &supplied)
            }
            part = .good(good)
        case .footprint(var footprint):
            EMXFields.footprint.fill(&footprint, from: self.footprint, at: FieldPath(), &supplied)
            part = .footprint(footprint)
        }
        return supplied
    }
}

extension Defaults {
    /// Takes from a tree what was not said before.
    private mutating func take(_ log: inout ReadLog) {
        let root = SourceTree.root
        guard !log.tree.isEmpty, log.isRecord(root, "the document", nil, in: ReadLog.part) else { return }
        _ = log.child("emx", of: root)
        take(.header, \.header, EMXFields.header, &log)
        take(.good, \.good, EMXFields.good, &log)
        take(.footprint, \.footprint, EMXFields.footprint, &log)
        for node in log.unread() {
            let path = log.tree.modelPath(of: node)
            log.report(log.located(DefaultPaths.unknown(path.withoutPositions.description, path), at: node))
        }
    }

    private mutating func take<Record: ModelRecord>(
        _ section: DefaultPaths.Section, _ key: WritableKeyPath<Defaults, Record>, _ map: RecordMap<Record>,
        _ log: inout ReadLog
    ) {
        let name = NodeName(section.rawValue)
        guard let node = log.child(name, of: SourceTree.root), log.isRecord(node, name, nil, in: ReadLog.part) else {
            return
        }
        let place = log.enter(path: FieldPath([.name(section.rawValue)]), of: ReadLog.part, at: node)
        let record = map.read(node, in: place, into: &log)
        var supplied: [FieldPath] = []
        map.fill(&self[keyPath: key], from: record, at: FieldPath(), &supplied)
    }
}

extension Diagnostic {
    /// What comes from the command line stands in no file.
    fileprivate var withoutPlace: Diagnostic {
        var diagnostic = self
        (diagnostic.location, diagnostic.excerpt) = (nil, nil)
        return diagnostic
    }
}

extension SourceTree {
    /// The names and positions that lead to a node.
    fileprivate func modelPath(of id: NodeID) -> FieldPath {
        var steps: [FieldPath.Step] = [], current = id
        while let parent = parent(of: current) {
            steps.append(kind(of: parent) == .list ? .index(ordinal(of: current)) : .name(name(of: current)))
            current = parent
        }
        return FieldPath(steps.reversed())
    }
}
