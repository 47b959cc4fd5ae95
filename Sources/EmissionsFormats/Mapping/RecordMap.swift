import EmissionsDiagnostics
import EmissionsModel
public import EmissionsSyntax

/// How one record of a format lines up with one record of the model: its fields in document order.
///
/// The table is the whole truth: reading, writing, defaults and the field documentation all come from it.
struct RecordMap<Record: ModelRecord>: Sendable, ExpressibleByArrayLiteral {
    let fields: [Field<Record>]

    init(_ fields: [Field<Record>]) { self.fields = fields }
    init(arrayLiteral fields: Field<Record>...) { self.init(fields) }

    func read(_ node: SourceTree.NodeID, in scope: ReadLog.ScopeID, into log: inout ReadLog) -> Record {
        var record = Record()
        read(node, in: scope, to: &record, log: &log)
        return record
    }

    func read(_ node: SourceTree.NodeID, in scope: ReadLog.ScopeID, to record: inout Record, log: inout ReadLog) {
        for index in fields.indices { fields[index].read(node, scope, &record, &log) }
    }

    func write(_ record: Record, under node: SourceTree.NodeID, to log: inout WriteLog) {
        for index in fields.indices { fields[index].write(record, node, &log) }
    }

    /// Takes from `defaults` what `record` does not say, and notes the path of each value taken.
    func fill(_ record: inout Record, from defaults: Record, at path: FieldPath, _ supplied: inout [FieldPath]) {
        for field in fields { field.fill(&record, defaults, path, &supplied) }
    }

    /// Hands over what the record says, in the order of the fields.
    func visit(_ record: UnsafePointer<Record>, at path: PathTable.ID, _ leaves: inout PartLeaves) {
        for index in fields.indices { fields[index].visit(record, path, &leaves) }
    }

    var descriptions: [FieldDescription] { fields.flatMap { $0.descriptions() } }
}

/// One row of a field table.
struct Field<Record: ModelRecord>: Sendable {
    typealias Key<Value> = any WritableKeyPath<Record, Value> & Sendable
    typealias Read = @Sendable (SourceTree.NodeID, ReadLog.ScopeID, inout Record, inout ReadLog) -> Void
    typealias Write = @Sendable (Record, SourceTree.NodeID, inout WriteLog) -> Void
    typealias Fill = @Sendable (inout Record, Record, FieldPath, inout [FieldPath]) -> Void
    /// By address, since a footprint has kilobytes.
    typealias Visit = @Sendable (UnsafePointer<Record>, PathTable.ID, inout PartLeaves) -> Void

    /// Made when asked for: only documentation and messages need them.
    let descriptions: @Sendable () -> [FieldDescription]
    let read: Read
    let write: Write
    var fill: Fill = { _, _, _, _ in }
    /// Hands over the values of the model that it is about; only our own format, which has them all, is asked.
    var visit: Visit = { _, _, _ in }
}

/// What a row of a field table says, for the documentation.
public struct FieldDescription: Hashable, Sendable {
    /// What the format calls it, from the record down.
    public var name: String
    /// The model field, or `nil` for a constant.
    public var path: String?
    public var spelling: String
    /// Whether the format asks for it.
    public var isRequired = false
    /// Whether it is a list of values.
    public var isList = false
    /// What else there is to know, such as the versions that have it.
    public var remark: String?
    /// What its value looks like, in a list what each does; `nil` where a field doesn't say.
    public var shape: ValueShape?
    /// What kind of node its value is, in syntaxes that tell text, numbers and truth values apart.
    public var kind = SourceTree.Kind.text
    /// What the records that it stands in are called, outermost first: one for each step of the name but the last.
    public var records: [String] = []
    /// Whether it is one of several answers, of which one may be given.
    public var isAlternative = false
}

extension FieldDescription {
    func nested(
        in name: String, _ path: FieldPath?, of record: String, separator: String = "."
    ) -> FieldDescription {
        var nested = self
        nested.records.insert(record, at: 0)
        nested.name = "\(name)\(separator)\(self.name)"
        if let path {
            nested.path = self.path.map { $0.hasPrefix("[") ? "\(path)\($0)" : "\(path).\($0)" }
        }
        return nested
    }
}

extension Field {
    /// The same row, missing in the target when the format asks for it and the source has nothing.
    var required: Field { required(true) }

    func required(_ isRequired: Bool) -> Field {
        guard isRequired else { return self }
        let (write, describe) = (write, descriptions)
        return Field(
            descriptions: {
                var rows = describe()
                rows[0].isRequired = true
                return rows
            }, read: read,
            write: { record, node, log in
                let before = log.tree.count
                let problems = log.problems.count
                write(record, node, &log)
                guard log.tree.count == before else { return }
                if log.problems.count == problems {
                    log.missing(describe()[0], under: node)
                } else {
                    log.escalateProblems(from: problems)
                }
            }, fill: fill, visit: visit)
    }

    /// The same row, read always but written only when `isWritten`: a version that has it, or had it.
    func written(_ isWritten: Bool, _ remark: String? = nil) -> Field {
        let describe = descriptions
        let nothing: Write = { _, _, _ in }
        return Field(
            descriptions: { describe().map { $0.remarked(remark) } }, read: read, write: isWritten ? write : nothing,
            fill: fill, visit: visit)
    }
}

extension FieldDescription {
    fileprivate func remarked(_ remark: String?) -> FieldDescription {
        var row = self
        row.remark = remark ?? row.remark
        return row
    }
}
