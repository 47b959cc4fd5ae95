import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// Reads a credential, or the one that a token holds: then places are those of the payload, `file:payload:3:5`.
struct UNTPReader: SubmissionReader {
    static let format = "untp-dpp"
    /// What the payload of a token is called in places.
    private static let payloadName = "payload"

    private var outer: JSONReader
    private var payload: MemberReader<JSONReader>?
    private let limits: Limits
    private(set) var version: String?
    private(set) var recordVersion: String?

    init(_ source: ByteSource, _ limits: Limits) {
        self.limits = limits
        outer = JSONReader(Self.quoted(source), limits: limits)
    }

    /// A token by itself as a JSON text; anything else as it is.
    private static func quoted(_ source: ByteSource) -> ByteSource {
        var isToken: Bool?, isOver = false
        return ByteSource {
            guard !isOver else { return nil }
            guard var chunk = try source.next() else {
                isOver = true
                return isToken == true ? [UInt8(ascii: "\"")] : nil
            }
            let isFirst = isToken == nil
            if isFirst, let first = chunk.first(where: { $0 > 0x20 }) { isToken = first == UInt8(ascii: "e") }
            if isToken == true {
                chunk.removeAll { $0 <= 0x20 }
                if isFirst { chunk.insert(UInt8(ascii: "\""), at: 0) }
            }
            return chunk
        }
    }

    mutating func next(_ log: inout ReadLog) throws(SyntaxError) -> SubmissionPart? {
        log.restart()
        if payload != nil {
            let role = try payload?.next(into: &log.tree)
            for finding in payload?.takeFindings() ?? [] { log.report(finding) }
            if role != nil { return credential(&log) }
            payload = nil
        }
        let role = try outer.next(into: &log.tree)
        for finding in outer.takeFindings() { log.report(finding) }
        guard role != nil else { return nil }
        let root = SourceTree.root
        if log.tree.kind(of: root) == .text { return envelope(log.tree.text(of: root)[...], at: root, &log) }
        let identifier = log.tree.children(of: root).first { log.tree.isNamed("id", $0) }
        if let identifier, let token = CredentialToken.enveloped(in: log.tree.text(of: identifier)) {
            return envelope(token, at: identifier, &log)
        }
        return credential(&log)
    }

    /// What is around the credential, kept as it is. The credential comes next.
    private mutating func envelope(
        _ token: Substring, at node: SourceTree.NodeID, _ log: inout ReadLog
    )
        -> SubmissionPart
    {
        var header = SubmissionHeader()
        if let bytes = CredentialToken.payload(token) {
            payload = MemberReader(
                PackageMember(name: Self.payloadName, size: bytes.count), JSONReader(ByteSource(bytes), limits: limits))
            log.report(
                Diagnostic("UNTP-001", .warning, .unverified, help: .unverified), at: node, in: ReadLog.part)
        } else {
            log.report(Diagnostic("UNTP-002", .error, .noToken, help: .noToken), at: node, in: ReadLog.part)
        }
        if node == SourceTree.root {
            let list = log.enter(\SubmissionHeader.carried, of: ReadLog.part, at: node)
            header.carried = [Carried(format: Self.format, path: "", content: log.tree.content(of: node))]
            log.claimAll(node)
            log.note(nil, in: log.enter(index: 0, of: list, at: node), from: node)
        } else {
            log.carryUnread(Self.format, to: &header.carried, in: ReadLog.part, \SubmissionHeader.carried)
        }
        log.finish()
        return .header(header)
    }

    private mutating func credential(_ log: inout ReadLog) -> SubmissionPart {
        let root = SourceTree.root
        guard log.isRecord(root, "the credential", nil, in: ReadLog.part) else {
            return .footprint(ProductFootprint())
        }
        let shape = UNTPShape(log.tree)
        recordVersion = shape.version
        if version == nil { version = recordVersion }
        let map: RecordMap<ProductFootprint> =
            switch shape.kind {
            case .passport: UNTPFields.passport
            case .oldPassport: UNTPFields.oldPassport
            case .conformity: UNTPFields.credential
            }
        var footprint = map.read(root, in: ReadLog.part, into: &log)
        if footprint.declaredUnit.unit != nil || footprint.declaredUnit.otherUnit != nil {
            // Figures are for one unit, which is what is declared.
            footprint.declaredUnit.amount = 1
            footprint.declaredUnit.basis = .declaredAmount
        }
        check(footprint, shape, &log)
        log.carryUnread(Self.format, to: &footprint.carried, in: ReadLog.part, \ProductFootprint.carried)
        if shape.kind == .oldPassport {
            for index in footprint.carried.indices {
                footprint.carried[index].path = UNTPWords.today(footprint.carried[index].path)
            }
        }
        log.finish()
        return .footprint(footprint)
    }

    private func check(_ footprint: ProductFootprint, _ shape: UNTPShape, _ log: inout ReadLog) {
        if let share = footprint.dataQuality.primaryDataShare, share < 0 || share > 100 {
            let path = FieldPath(\ProductFootprint.dataQuality.primaryDataShare)
            log.report(
                log.located(Diagnostic("UNTP-003", .warning, .ratio(share), help: .ratio, path: path)))
        }
        if let unit = footprint.declaredUnit.otherUnit {
            let path = FieldPath(\ProductFootprint.declaredUnit.otherUnit)
            log.report(log.located(Diagnostic("UNTP-005", .warning, .unit(unit), help: .unit, path: path)))
        }
        for claim in shape.emissionClaims {
            log.report(Diagnostic("UNTP-004", .note, .claim, help: .claim), at: claim, in: ReadLog.part)
        }
    }
}

/// What a credential looks like, before anything of it is read.
struct UNTPShape {
    enum Kind { case passport, oldPassport, conformity }

    private(set) var kind = Kind.passport
    private(set) var version = "0.6.0"
    /// Claims and assessments about emissions.
    private(set) var emissionClaims: [SourceTree.NodeID] = []

    init(_ tree: SourceTree) {
        func child(_ name: NodeName, of parent: SourceTree.NodeID) -> SourceTree.NodeID? {
            tree.children(of: parent).first { tree.isNamed(name, $0) }
        }
        let root = SourceTree.root
        if let subject = child("credentialSubject", of: root) {
            if child("assessment", of: subject) != nil || child("attestationType", of: subject) != nil {
                kind = .conformity
            } else if child("product", of: subject) == nil, child("name", of: subject) != nil {
                (kind, version) = (.oldPassport, "0.3")
            }
            for name: NodeName in ["conformityClaim", "conformityClaims", "assessment"] {
                guard let list = child(name, of: subject) else { continue }
                emissionClaims += tree.children(of: list).filter { claim in
                    child("conformityTopic", of: claim).map { tree.text(of: $0) } == "environment.emissions"
                }
            }
        }
        guard let context = child("@context", of: root) else { return }
        for node in tree.children(of: context) {
            let text = tree.text(of: node)
            guard let start = text.firstRange(of: "/untp/")?.upperBound else { continue }
            for known in ["0.3", "0.4", "0.5", "0.6.0"] where text[start...].contains("/\(known)") { version = known }
        }
    }
}

extension Diagnostic.Message {
    fileprivate static let unverified: Self = "the credential is a signed token, and its signature is not verified"
    fileprivate static let noToken: Self = "the credential is said to be a token, and has no payload that can be read"
    fileprivate static func ratio(_ share: ExactDecimal) -> Self {
        "primarySourcedRatio is \(share.shifted(by: -2)?.description ?? "out of range"), must be from 0 to 1"
    }
    fileprivate static func unit(_ text: String) -> Self {
        "declaredUnit is '\(text.prefix(40))', which is no unit of UN/ECE Recommendation 20 that is known here"
    }
    fileprivate static let claim: Self =
        "figures of this claim about emissions are kept as they are, and are no figures of the footprint"
}

extension String {
    fileprivate static let unverified =
        "Verify it with a tool that knows the issuer's key before you rely on who says this. Only the payload was read."
    fileprivate static let noToken =
        "Write three parts with points between them, each in base64url without padding, the second a JSON credential."
    fileprivate static let ratio = "Write the share of primary data as a ratio, such as 0.85 for 85 %."
    fileprivate static let unit = "Write its code, such as KGM for kilograms, TNE for tonnes or C62 for pieces."
    fileprivate static let claim =
        "State the product's footprint in emissionsScorecard; what a claim measures is said in free words."
}
