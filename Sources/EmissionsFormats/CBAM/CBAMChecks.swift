import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// What is wrong with a report that only this format can know, and that was readable nevertheless.
enum CBAMChecks {
    static func check(_ header: SubmissionHeader, _ log: inout ReadLog) {
        guard let year = header.reportingPeriod.year else { return }
        if year.utf8.count != 4 || !year.utf8.allSatisfy({ $0 &- 0x30 <= 9 }) {
            log.report(
                log.located(
                    Diagnostic(
                        "CBAM-004", .error, .year(year), help: .year,
                        path: FieldPath(\SubmissionHeader.reportingPeriod.year))))
        }
    }

    /// In 17.03 `CnCode` has only the two digits that follow those of the Harmonized System.
    static func joinSplitCode(_ good: inout ImportedGood, _ log: inout ReadLog) {
        guard let hs = good.commodity.hs, let cn = good.commodity.cn, cn.utf8.count == 2, hs.utf8.count == 6 else {
            return
        }
        good.commodity.cn = hs + cn
        log.report(
            log.located(
                Diagnostic("CBAM-008", .note, .joined(hs, cn), path: FieldPath(\ImportedGood.commodity.cn))))
    }

    static func check(_ good: ImportedGood, _ version: CBAMVersion, _ log: inout ReadLog) {
        var codes = CodeUses()
        for (index, quantity) in good.quantities.enumerated() {
            let path = FieldPath(\ImportedGood.quantities).appending(.index(index))
            codes.add(.requestedProcedure, quantity.requestedProcedure, path, \ImportedQuantity.requestedProcedure)
            codes.add(.previousProcedure, quantity.previousProcedure, path, \ImportedQuantity.previousProcedure)
        }
        for (index, footprint) in good.footprints.enumerated() {
            codes.add(footprint.production, FieldPath(\ImportedGood.footprints).appending(.index(index)))
        }
        for use in codes.uses {
            guard let finding = finding(about: use, version) else { continue }
            log.report(log.located(finding))
        }
    }

    private static func finding(about use: CodeUse, _ version: CBAMVersion) -> Diagnostic? {
        switch use.list {
        case .method where version == .v17:
            Diagnostic("CBAM-006", .warning, .oldMethod(use), help: .oldMethod, path: use.path)
        case .emissionsDocument:
            use.isListed && use.code.utf8.count > 4
                ? Diagnostic("CBAM-007", .note, .longType(use), help: .longType, path: use.path) : nil
        default:
            use.isListed
                ? nil : Diagnostic("CBAM-005", .warning, .unlisted(use), help: .unlisted(use.list), path: use.path)
        }
    }
}

/// A code in a good: where it stands first, and how often it is used.
private struct CodeUse {
    var list: CodeList
    var code: String
    var path: FieldPath
    var count = 1

    var isListed: Bool { list.codes.contains(code) }
}

private enum CodeList: String {
    case requestedProcedure = "RequestedProc"
    case previousProcedure = "PreviousProc"
    case method = "MethodId"
    case parameter = "ParameterId"
    case emissionsDocument = "Type"

    var codes: Set<String> {
        switch self {
        case .requestedProcedure: CBAMWords.requestedProcedures
        case .previousProcedure: CBAMWords.previousProcedures
        case .method: CBAMWords.methods
        case .parameter: CBAMWords.parameters
        case .emissionsDocument: CBAMWords.emissionsDocuments
        }
    }
}

/// The codes of a good, each once however often it is used.
private struct CodeUses {
    private(set) var uses: [CodeUse] = []

    mutating func add(_ list: CodeList, _ code: String?, _ record: FieldPath, _ key: AnyKeyPath) {
        guard let code else { return }
        if let index = uses.firstIndex(where: { $0.list == list && $0.code == code }) {
            uses[index].count += 1
        } else {
            uses.append(CodeUse(list: list, code: code, path: record.appending(FieldPath(key))))
        }
    }

    mutating func add(_ production: Production, _ footprint: FieldPath) {
        for (index, route) in production.routes.enumerated() {
            let path = footprint.appending(FieldPath(\ProductFootprint.production.routes)).appending(.index(index))
            add(.method, route.method, path, \ProductionRoute.method)
            for key in [\ProductionRoute.directParameters, \ProductionRoute.indirectParameters] {
                for (index, parameter) in route[keyPath: key].enumerated() {
                    let path = path.appending(FieldPath(key)).appending(.index(index))
                    add(.parameter, parameter.identifier, path, \QualifyingParameter.identifier)
                }
            }
        }
        for (index, document) in production.documents.enumerated() {
            let path = footprint.appending(FieldPath(\ProductFootprint.production.documents)).appending(.index(index))
            add(.emissionsDocument, document.type, path, \SupportingDocument.type)
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func year(_ year: String) -> Self { "Year is '\(year)', expected four digits" }
    fileprivate static func joined(_ hs: String, _ cn: String) -> Self {
        "CnCode has only the last two digits, read as \(hs)\(cn) with those of HsCode"
    }
    fileprivate static func unlisted(_ use: CodeUse) -> Self {
        "\(use.list.rawValue) is '\(use.code)', not a code of the Commission's list\(times(use))"
    }
    fileprivate static func oldMethod(_ use: CodeUse) -> Self {
        "MethodId is '\(use.code)', and the numbers of version 17.03 mean other methods in later versions\(times(use))"
    }
    fileprivate static func longType(_ use: CodeUse) -> Self {
        "Type is '\(use.code)' as the Commission's list has it, but the schema takes four characters\(times(use))"
    }
    private static func times(_ use: CodeUse) -> String { use.count > 1 ? " (\(use.count) times in this good)" : "" }
}

extension String {
    fileprivate static let year = "Write the year of the reporting period, such as 2025."
    fileprivate static let oldMethod =
        "The code is kept as it is. Look the method up in the current list, and correct it before you file."
    fileprivate static let longType = "Keep it: schema and list of the Commission disagree."
    fileprivate static func unlisted(_ list: CodeList) -> String {
        let codes = list.codes.sorted()
        return
            "Use one of \(codes.count > 9 ? "\(codes[0]) to \(codes[codes.count - 1])" : codes.joined(separator: ", "))."
    }
}
