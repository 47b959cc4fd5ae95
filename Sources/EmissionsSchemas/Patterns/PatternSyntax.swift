/// What a pattern says.
indirect enum PatternNode: Sendable {
    case scalars(ScalarSet)
    case sequence([PatternNode])
    case alternatives([PatternNode])
    /// `maximum` is `nil` where there is none.
    case repeated(PatternNode, minimum: Int, maximum: Int?)
    case assertion(PatternAssertion)
}

enum PatternAssertion: Sendable { case start, end, wordBoundary, noWordBoundary }

/// A set of Unicode scalars: ranges and general categories, or all others.
struct ScalarSet: Sendable {
    var ranges: [ClosedRange<UInt32>] = []
    var categories: [Categories] = []
    /// Sets that are turned around inside of this one, as `\P{L}` and `\S` are in `[\P{L}\S]`.
    var complements: [ScalarSet] = []
    var isInverted = false

    /// General categories, as bits.
    struct Categories: OptionSet, Sendable { let rawValue: UInt32 }

    init(_ ranges: [ClosedRange<UInt32>] = []) { self.ranges = ranges }
    init(_ scalar: Unicode.Scalar) { ranges = [scalar.value...scalar.value] }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        var isIn = ranges.contains { $0.contains(value) }
        if !isIn, !categories.isEmpty {
            let category = Categories(of: scalar)
            isIn = categories.contains { $0.contains(category) }
        }
        return (isIn || complements.contains { $0.contains(scalar) }) != isInverted
    }

    mutating func formUnion(_ other: ScalarSet) {
        if other.isInverted {
            complements.append(other)
        } else {
            ranges += other.ranges
            categories += other.categories
            complements += other.complements
        }
    }

    var inverted: ScalarSet {
        var other = self
        other.isInverted.toggle()
        return other
    }
}

extension ScalarSet {
    static let digits = ScalarSet(["0"..."9"])
    static let word = ScalarSet(["a"..."z", "A"..."Z", "0"..."9", "_"..."_"])
    static let space = ScalarSet([
        0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
        0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
    ])
    static let lineEnds = ScalarSet([0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029])

    private init(_ ranges: [ClosedRange<Unicode.Scalar>]) {
        self.ranges = ranges.map { $0.lowerBound.value...$0.upperBound.value }
    }
}

extension ScalarSet.Categories {
    /// The two-letter names of Unicode, in the order of their bits; a one-letter name means all that begin with it.
    private static let names = [
        "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po",
        "Sm",
        "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Cn",
    ]

    /// The long names that are in use.
    private static let longNames = [
        "Letter": "L", "Uppercase_Letter": "Lu", "Lowercase_Letter": "Ll", "Titlecase_Letter": "Lt",
        "Modifier_Letter": "Lm", "Other_Letter": "Lo", "Mark": "M", "Combining_Mark": "M", "Nonspacing_Mark": "Mn",
        "Spacing_Mark": "Mc", "Enclosing_Mark": "Me", "Number": "N", "Decimal_Number": "Nd", "digit": "Nd",
        "Letter_Number": "Nl", "Other_Number": "No", "Punctuation": "P", "punct": "P", "Connector_Punctuation": "Pc",
        "Dash_Punctuation": "Pd", "Open_Punctuation": "Ps", "Close_Punctuation": "Pe", "Initial_Punctuation": "Pi",
        "Final_Punctuation": "Pf", "Other_Punctuation": "Po", "Symbol": "S", "Math_Symbol": "Sm",
        "Currency_Symbol": "Sc", "Modifier_Symbol": "Sk", "Other_Symbol": "So", "Separator": "Z",
        "Space_Separator": "Zs", "Line_Separator": "Zl", "Paragraph_Separator": "Zp", "Other": "C", "Control": "Cc",
        "cntrl": "Cc", "Format": "Cf", "Private_Use": "Co", "Unassigned": "Cn",
    ]

    init?(named name: String) {
        let short = Self.longNames[name] ?? name
        var bits: UInt32 = 0
        for (index, category) in Self.names.enumerated() where !short.isEmpty {
            if category == short || (short.utf8.count == 1 && category.hasPrefix(short)) { bits |= 1 << UInt32(index) }
        }
        guard bits != 0 else { return nil }
        self.init(rawValue: bits)
    }

    init(of scalar: Unicode.Scalar) {
        let index: UInt32 =
            switch scalar.properties.generalCategory {
            case .uppercaseLetter: 0
            case .lowercaseLetter: 1
            case .titlecaseLetter: 2
            case .modifierLetter: 3
            case .otherLetter: 4
            case .nonspacingMark: 5
            case .spacingMark: 6
            case .enclosingMark: 7
            case .decimalNumber: 8
            case .letterNumber: 9
            case .otherNumber: 10
            case .connectorPunctuation: 11
            case .dashPunctuation: 12
            case .openPunctuation: 13
            case .closePunctuation: 14
            case .initialPunctuation: 15
            case .finalPunctuation: 16
            case .otherPunctuation: 17
            case .mathSymbol: 18
            case .currencySymbol: 19
            case .modifierSymbol: 20
            case .otherSymbol: 21
            case .spaceSeparator: 22
            case .lineSeparator: 23
            case .paragraphSeparator: 24
            case .control: 25
            case .format: 26
            case .surrogate: 27
            case .privateUse: 28
            case .unassigned: 29
            @unknown default: 29
            }
        self.init(rawValue: 1 << index)
    }
}
