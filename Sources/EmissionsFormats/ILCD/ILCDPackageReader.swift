import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// Reads a package: first the data sets that declarations refer to, kept as they are, then declaration after declaration
/// with what its references lead to.
struct ILCDPackageReader: SubmissionReader {
    private let package: any Package
    private let limits: Limits
    private let observer: SourceObserver?
    private let layout: ILCDLayout
    private var next = 0
    private var hasGivenHeader = false
    private var dataSets: ILCDDataSets
    private(set) var version: String?
    private(set) var recordVersion: String?
    /// Why a data set could not be read; told with the next part, as the others can be.
    private var faults: [Diagnostic] = []

    init(_ package: any Package, _ limits: Limits, _ observer: SourceObserver?) {
        (self.package, self.limits, self.observer) = (package, limits, observer)
        layout = ILCDLayout(package.members)
        dataSets = ILCDDataSets(package, layout, limits)
    }

    mutating func next(_ log: inout ReadLog) throws(SyntaxError) -> SubmissionPart? {
        log.restart()
        guard hasGivenHeader else {
            hasGivenHeader = true
            return try .header(header(&log))
        }
        while next < layout.processes.count {
            let member = layout.processes[next]
            next += 1
            do throws(SyntaxError) {
                if let footprint = try read(member, &log) { return .footprint(footprint) }
            } catch {
                // A limit of the package holds for all of it.
                guard error.kind == .malformed else { throw error }
                faults.append(error.diagnostic)
                log.restart()
            }
        }
        for fault in faults { log.report(fault) }
        faults = []
        return nil
    }

    private mutating func read(_ member: PackageMember, _ log: inout ReadLog) throws(SyntaxError) -> ProductFootprint? {
        log.restart()
        var document = MemberReader(
            member,
            XMLReader(
                try package.source(of: member), limits: limits, namespaces: ILCD.prefixes, observer: observer?.xml))
        guard try document.next(into: &log.tree) != nil else { return nil }
        for finding in faults + document.takeFindings() { log.report(finding) }
        faults = []
        var process = ILCDProcess()
        let footprint = try process.read(&log, from: &dataSets)
        recordVersion = process.version.rawValue
        if version == nil { version = recordVersion }
        return footprint
    }

    /// All files but the declarations, each as one value: XML as its text, others as base 64.
    private mutating func header(_ log: inout ReadLog) throws(SyntaxError) -> SubmissionHeader {
        var header = SubmissionHeader()
        log.tree.syntax = .xml
        let root = log.tree.append(.record)
        log.claim(root)
        let list = log.enter(\SubmissionHeader.carried, of: ReadLog.part, at: root)
        for member in layout.others {
            let bytes = try package.bytes(of: member)
            let content = ILCDDataSets.text(of: bytes).map { CarriedContent.text($0) } ?? .base64(bytes)
            let node = log.tree.append(.text, named: layout.shortName(of: member), text: content.text, under: root)
            log.tree.parts[node] = member.name
            log.claim(node)
            log.note(nil, in: log.enter(index: header.carried.count, of: list, at: node), from: node)
            header.carried.append(
                Carried(format: ILCD.format, path: layout.shortName(of: member), content: content))
        }
        return header
    }
}

extension CarriedContent {
    fileprivate var text: String { if case .text(let text) = self { text } else { "" } }

    private static let base64Mark = "data:;base64,"

    /// Bytes that are no text, as a data URL (RFC 2397).
    static func base64(_ bytes: [UInt8]) -> CarriedContent { .text(base64Mark + Base64.encoded(bytes)) }

    /// The bytes of a file that was kept.
    var fileBytes: [UInt8]? {
        guard case .text(let text) = self else { return nil }
        guard text.hasPrefix(Self.base64Mark) else { return Array(text.utf8) }
        return Base64.decoded(text.utf8.dropFirst(Self.base64Mark.utf8.count))
    }
}

/// Which files of a package are what, by their folders (ILCD archive: `ILCD/processes/…`, or the folders alone).
struct ILCDLayout {
    let processes: [PackageMember]
    let others: [PackageMember]
    private let prefix: String

    init(_ members: [PackageMember]) {
        let names = members.map(\.name)
        let root = Self.root(of: names) ?? (names.contains { $0.hasPrefix("ILCD/") } ? "ILCD/" : "")
        let inside = members.filter { $0.name.hasPrefix(root) && !$0.isHidden }
        let folder = root + "processes/"
        let processes = inside.filter { $0.name.hasPrefix(folder) && $0.name.hasSuffix(".xml") }
        let read = Set(processes.map(\.name))
        self.processes = processes.sorted { $0.name < $1.name }
        others = members.filter { !$0.isHidden && !read.contains($0.name) }.sorted { $0.name < $1.name }
        prefix = root
    }

    /// `flows/x.xml` for `ILCD/flows/x.xml`.
    func shortName(of member: PackageMember) -> String {
        member.name.hasPrefix(prefix) ? String(member.name.dropFirst(prefix.count)) : member.name
    }

    /// What stands before `processes/`, at most one folder; `nil` where there is no such folder.
    static func root(of names: [String]) -> String? {
        for name in names where name.hasSuffix(".xml") {
            let steps = name.split(separator: "/")
            guard steps.count == 2 || steps.count == 3, steps[steps.count - 2] == "processes" else { continue }
            return steps.count == 2 ? "" : "\(steps[0])/"
        }
        return nil
    }
}

extension Package {
    /// All bytes of a member.
    func bytes(of member: PackageMember) throws(SyntaxError) -> [UInt8] {
        let source = try source(of: member)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(member.size)
        while let chunk = try source.next() { bytes += chunk }
        return bytes
    }
}
