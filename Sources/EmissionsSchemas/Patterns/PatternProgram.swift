/// A pattern as instructions for many readers at once (Thompson's construction).
struct PatternProgram: Sendable {
    enum Instruction: Sendable {
        /// Goes on behind a scalar of this one of ``PatternProgram/sets``.
        case scalars(Int)
        case assertion(PatternAssertion)
        /// Goes on at both places.
        case split(Int, Int)
        case jump(Int)
        case match
    }

    /// A set of scalars, with a bit for each one of ASCII.
    struct SetTable: Sendable {
        private var low: UInt64 = 0
        private var high: UInt64 = 0
        private let set: ScalarSet

        init(_ set: ScalarSet) {
            self.set = set
            for value in UInt8(0)..<128 where set.contains(Unicode.Scalar(value)) {
                if value < 64 { low |= 1 << UInt64(value) } else { high |= 1 << UInt64(value - 64) }
            }
        }

        func contains(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.value {
            case ..<64: low >> UInt64(scalar.value) & 1 == 1
            case ..<128: high >> UInt64(scalar.value - 64) & 1 == 1
            default: set.contains(scalar)
            }
        }
    }

    private(set) var instructions: [Instruction] = []
    private(set) var sets: [SetTable] = []
    /// Repetitions that were unrolled, which cost time even when there is nothing in them.
    private var copies = 0

    static let maximumSize = 10_000

    init(_ node: PatternNode) throws(PatternError) {
        try emit(node)
        instructions.append(.match)
    }

    /// Whether a match can begin at the start of a text only.
    var isAnchored: Bool {
        if case .assertion(.start) = instructions[0] { true } else { false }
    }

    private mutating func append(_ instruction: Instruction) throws(PatternError) {
        guard instructions.count + copies < Self.maximumSize else { throw .tooBig }
        instructions.append(instruction)
    }

    private mutating func emit(_ node: PatternNode) throws(PatternError) {
        switch node {
        case .scalars(let set):
            try append(.scalars(sets.count))
            sets.append(SetTable(set))
        case .assertion(let assertion): try append(.assertion(assertion))
        case .sequence(let nodes): for node in nodes { try emit(node) }
        case .alternatives(let branches): try emit(branches[...])
        case .repeated(let node, let minimum, let maximum): try emit(node, minimum, maximum)
        }
    }

    private mutating func emit(_ branches: ArraySlice<PatternNode>) throws(PatternError) {
        var ends: [Int] = []
        for (index, branch) in branches.enumerated() {
            guard index < branches.count - 1 else {
                try emit(branch)
                break
            }
            let split = instructions.count
            try append(.split(split + 1, split))
            try emit(branch)
            ends.append(instructions.count)
            try append(.jump(0))
            instructions[split] = .split(split + 1, instructions.count)
        }
        for end in ends { instructions[end] = .jump(instructions.count) }
    }

    private mutating func emit(_ node: PatternNode, _ minimum: Int, _ maximum: Int?) throws(PatternError) {
        for _ in 0..<minimum { try copy(node) }
        guard let maximum else {
            let split = instructions.count
            try append(.split(split + 1, split))
            try copy(node)
            try append(.jump(split))
            instructions[split] = .split(split + 1, instructions.count)
            return
        }
        var splits: [Int] = []
        for _ in minimum..<maximum {
            splits.append(instructions.count)
            try append(.split(0, 0))
            try copy(node)
        }
        for split in splits { instructions[split] = .split(split + 1, instructions.count) }
    }

    private mutating func copy(_ node: PatternNode) throws(PatternError) {
        copies += 1
        guard instructions.count + copies < Self.maximumSize else { throw .tooBig }
        try emit(node)
    }
}

extension PatternError {
    fileprivate static var tooBig: PatternError {
        PatternError(
            kind: .tooBig,
            description: "a program of more than \(PatternProgram.maximumSize) steps, from its repetitions",
            offset: 0)
    }
}
