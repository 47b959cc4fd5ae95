public import EmissionsDiagnostics
public import EmissionsModel

/// What is remembered of the parts of a submission that were checked already, in memory that hardly grows with it.
public struct EarlierParts: Hashable, Sendable {
    /// Marked are those of active footprints.
    public var footprintIdentifiers: SeenNames = []
    public var itemNumbers: SeenNames = []
    public var goodsCount = 0
    /// Predecessors that were named before anything of that name came.
    private(set) var openReferences: [OpenReference] = []
    private(set) var openNames: SeenNames = []
    /// How many more there were than are kept.
    private(set) var forgottenReferences = 0
    /// Whether a footprint and one that it replaces are both in the submission.
    private(set) var hasSeveralVersions = false
    private(set) var activeSubjects: SeenNames = []
    /// The first assessment report that a footprint named.
    private(set) var assessmentReport: AssessmentReport?
    /// Emissions of all goods in kilograms; what a good does not state is counted apart.
    private(set) var goodsTotal = RoundedFigure(exactly: 0)
    private(set) var goodsWithoutTotal = 0
    /// Footprints that belong to no good.
    private var footprintCount = 0

    /// How many predecessors are kept until the end; later ones are counted only.
    private static let capacity = 1_000

    public init() {}

    /// - Returns: The fields that findings at the end of the submission may be about.
    @discardableResult
    public mutating func remember(_ footprint: ProductFootprint, isInGood: Bool = false) -> [FieldPath] {
        assessmentReport = assessmentReport ?? footprint.methodology.assessmentReports.first
        let isActive = footprint.identity.status == .active
        if let identifier = footprint.identity.identifier {
            footprintIdentifiers.insert(identifier, isMarked: isActive)
            if let name = footprint.nameOfVersion { footprintIdentifiers.insert(name) }
            if !openReferences.isEmpty, openNames.contains(identifier) { hasSeveralVersions = true }
        }
        if isActive, let subject = footprint.subjectFingerprint { activeSubjects.insert(subject) }
        guard !isInGood else { return [] }
        defer { footprintCount += 1 }
        return footprint.identity.predecessors.isEmpty ? [] : rememberPredecessors(of: footprint)
    }

    private mutating func rememberPredecessors(of footprint: ProductFootprint) -> [FieldPath] {
        var paths: [FieldPath] = []
        for (index, name) in footprint.identity.predecessors.enumerated() where name != footprint.identity.identifier {
            if footprintIdentifiers.contains(name) {
                hasSeveralVersions = true
            } else if openReferences.count < Self.capacity {
                let field = FieldPath(\ProductFootprint.identity.predecessors).appending(.index(index))
                let place = FieldPath([.name("footprints"), .index(footprintCount)])
                openReferences.append(OpenReference(name: name, path: place.appending(field)))
                openNames.insert(name)
                paths.append(field)
            } else {
                forgottenReferences += 1
            }
        }
        return paths
    }

    public mutating func remember(_ good: ImportedGood) {
        goodsCount += 1
        if let number = good.itemNumber { itemNumbers.insert(number) }
        if let total = good.reported.overall {
            goodsTotal = goodsTotal + RoundedFigure(total, good.reported.unit)
        } else {
            goodsWithoutTotal += 1
        }
    }
}

/// A footprint that is named, and was not seen yet.
struct OpenReference: Hashable, Sendable {
    var name: String
    /// Where it is named, from the submission.
    var path: FieldPath
}

extension ProductFootprint {
    /// Of whose product it is about, where and when; `nil` where that is not said.
    var subjectFingerprint: SeenNames.Fingerprint? {
        guard !product.identifiers.isEmpty, let start = referencePeriod.start, let end = referencePeriod.end
        else { return nil }
        var fingerprint = SeenNames.Fingerprint()
        fingerprint.add(Int64(company.identifiers.count))
        for identifier in company.identifiers { fingerprint.add(identifier) }
        for identifier in product.identifiers { fingerprint.add(identifier) }
        switch geography {
        case .global, nil: break
        case .region(let name), .country(let name), .subdivision(let name): fingerprint.add(name)
        }
        fingerprint.add(start.seconds)
        fingerprint.add(end.seconds)
        fingerprint.add(boundary.extent?.rawValue ?? "")
        return fingerprint
    }
}

extension ProductFootprint {
    /// The identifier with the version: data sets of declarations keep theirs from version to version. `nil` for what
    /// states none.
    var nameOfVersion: String? {
        guard let identifier = identity.identifier, let version = declaration.dataSetVersion else { return nil }
        return "\(identifier)@\(version)"
    }
}
