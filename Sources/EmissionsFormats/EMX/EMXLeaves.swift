public import EmissionsDiagnostics
public import EmissionsModel

extension PartLeaves {
    /// All values of a part: our own format has every property of the model, so that its tables tell where to look.
    public init(_ part: SubmissionPart, _ paths: PathTable) {
        self.init(paths)
        switch part {
        case .header(let header): collect(header, EMXFields.header)
        case .good(let good): collect(good, EMXFields.good)
        case .footprint(let footprint): collect(footprint, EMXFields.footprint)
        }
    }

    private mutating func collect<Record>(_ record: Record, _ map: RecordMap<Record>) {
        withUnsafePointer(to: record) { record in
            addRecord(at: PathTable.root) { map.visit(record, at: $0, &$1) }
        }
    }
}
