public import EmissionsModel
import EmissionsSyntax

extension SubmissionPart {
    /// The part in our own JSON: what it says and nothing else, in one line if it is short.
    public var asJSON: String {
        var log = WriteLog(.json)
        let root = log.tree.append(.record)
        switch self {
        case .header(let header):
            EMXFields.header.write(header, under: log.tree.append(.record, named: "header", under: root), to: &log)
        case .good(let good):
            EMXFields.good.write(good, under: log.tree.append(.record, named: "good", under: root), to: &log)
        case .footprint(let footprint):
            let node = log.tree.append(.record, named: "footprint", under: root)
            EMXFields.footprint.write(footprint, under: node, to: &log)
        }
        var bytes: [UInt8] = []
        JSONPrinter.print(log.tree, into: &bytes)
        guard bytes.count > Self.longestLine else { return String(decoding: bytes, as: UTF8.self) }
        bytes.removeAll()
        JSONPrinter.print(log.tree, indent: 2, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let longestLine = 90
}
