import EmissionsModel

/// The words of ILCD's closed lists (ILCD 1.1, Common enumerations; EPD extensions).
enum ILCDWords {
    static let uuid = Spelling<String>(
        "a UUID such as 57a4ae65-d305-421e-b21f-a3f0c35b8abe", shape: .text, parse: { $0 },
        print: { UUIDText.isValid($0) ? $0 : nil })

    static let kind: Spelling<DeclarationKind> = .code([
        "generic dataset": .generic, "representative dataset": .representative, "average dataset": .average,
        "specific dataset": .specific, "template dataset": .template,
    ])

    static let referenceKind: Spelling<ReferenceKind> = .code([
        "source data set": .source, "process data set": .process, "flow data set": .flow,
        "flow property data set": .flowProperty, "unit group data set": .unitGroup, "contact data set": .contact,
        "LCIA method data set": .impactMethod, "other external file": .other,
    ])

    static let reviewKind: Spelling<ReviewKind> = .code([
        "Dependent internal review": .dependentInternal, "Independent internal review": .independentInternal,
        "Independent external review": .independentExternal, "Accredited third party review": .accreditedThirdParty,
        "Independent review panel": .panel, "Not reviewed": .none,
    ])

    static let compliance: Spelling<ComplianceDegree> = .code([
        "Fully compliant": .full, "Not compliant": .none, "Not defined": .undefined,
    ])

    static let license: Spelling<LicenseType> = .code([
        "Free of charge for all users and uses": .freeForAll,
        "Free of charge for some user types or use types": .freeForSome,
        "Free of charge for members only": .freeForMembers, "License fee": .fee, "Other": .other,
    ])

    static let direction: Spelling<FlowDirection> = .code(["Input": .input, "Output": .output])

    static let function: Spelling<ExchangeFunction> = .code([
        "General reminder flow": .generalReminder, "Allocation reminder flow": .allocationReminder,
        "System expansion reminder flow": .systemExpansionReminder,
    ])

    /// The words that stand where an amount would, in upper case.
    static let gaps: KeyValuePairs<String, AmountGap> = [
        "ND": .notDeclared, "INA": .indicatorNotAssessed, "MNA": .moduleNotAssessed, "MND": .moduleNotDeclared,
        "MNR": .moduleNotRelevant,
    ]
}

/// Identifiers of data sets: hexadecimal digits, 8-4-4-4-12.
enum UUIDText {
    static func isValid(_ text: String) -> Bool {
        let bytes = text.utf8
        guard bytes.count == 36 else { return false }
        for (index, byte) in bytes.enumerated() {
            switch index {
            case 8, 13, 18, 23: if byte != UInt8(ascii: "-") { return false }
            default: if !byte.isHexDigit { return false }
            }
        }
        return true
    }
}

extension UInt8 {
    fileprivate var isHexDigit: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }
}
