public import EmissionsDiagnostics

/// What reading does about values whose spelling can be corrected.
public struct Corrections: Sendable {
    /// Whether every edit is wanted, however many values one finding is about.
    public var areGathered = false
    /// The fixes that are made: a value that one of them corrects is read as if it had been written so.
    public var made: Fix.Safety?
    /// How the columns of a table write decimals, as far as anyone has looked.
    public var decimals = DecimalColumns()

    public init() {}

    public func makes(_ safety: Fix.Safety) -> Bool { made.map { safety <= $0 } ?? false }
}

/// How the columns of a table write their decimals, which tells what a comma means in a value that alone does not.
public struct DecimalColumns: Sendable {
    public enum Mark: Sendable {
        /// A decimal comma, without doubt.
        case comma
        /// A point, whatever it means: nothing else may be concluded.
        case point
    }

    /// Whether values are being looked at; what was seen is used afterwards.
    public var isLooking = false
    private var hasComma: Set<Int> = []
    private var hasPoint: Set<Int> = []

    public init() {}

    public mutating func note(_ mark: Mark, in column: Int) {
        switch mark {
        case .comma: hasComma.insert(column)
        case .point: hasPoint.insert(column)
        }
    }

    /// Whether a comma is a decimal comma in a column: others of the column say so, or others of the table, and none of
    /// them has a point.
    public func useComma(in column: Int) -> Bool {
        guard !isLooking, !hasPoint.contains(column) else { return false }
        return hasComma.contains(column) || (!hasComma.isEmpty && hasPoint.isEmpty)
    }
}

extension Diagnostic {
    /// Beyond this many values, edits are kept only by who makes them: a report is in memory as a whole.
    private static let mostReported = 100

    /// Works out how the fix is written in the source; a fix that can't be written there is none.
    mutating func locateFix(at nodes: [SourceTree.NodeID], in tree: inout SourceTree, isWhole: Bool = true) {
        guard var fix, fix.edits.isEmpty else { return }
        if let value = fix.value {
            guard nodes.allSatisfy({ tree.isLeaf($0) && tree.says(value, at: $0) }) else { return self.fix = nil }
        }
        fix.count = nodes.count
        if isWhole || nodes.count <= Self.mostReported {
            if fix.replacement == .removed {
                fix.edits = tree.removalEdits(of: nodes)
            } else {
                for node in nodes { fix.edits += tree.edits(for: fix.replacement, at: node) }
            }
            if fix.edits.isEmpty { return self.fix = nil }
        }
        self.fix = fix
    }
}

extension SourceTree {
    /// Whether a value is written in so many words, white space around it apart.
    fileprivate func says(_ value: String, at node: NodeID) -> Bool {
        withText(of: node) { bytes in
            let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
            let end = bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? bytes.endIndex
            return bytes.elementsEqual(value.utf8) || start < end && bytes[start..<end].elementsEqual(value.utf8)
        }
    }
}
