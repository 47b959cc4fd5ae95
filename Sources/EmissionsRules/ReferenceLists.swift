import EmissionsDiagnostics
import EmissionsModel

extension ProductFootprint {
    /// What the declaration refers to, each with its place; results apart. A reference that is alone in its field and
    /// says nothing is none.
    func forEachReference(_ visit: (EmissionsModel.Reference, () -> FieldPath) -> Void) {
        func body(_ reference: EmissionsModel.Reference, _ place: @autoclosure () -> FieldPath) {
            withoutActuallyEscaping(place) { visit(reference, $0) }
        }
        func single(_ reference: EmissionsModel.Reference, _ place: @autoclosure () -> FieldPath) {
            if !reference.isEmpty { withoutActuallyEscaping(place) { visit(reference, $0) } }
        }
        let parties = declaration.parties
        single(parties.owner, FieldPath(\Self.declaration.parties.owner))
        single(parties.programOperator, FieldPath(\Self.declaration.parties.programOperator))
        single(parties.dataEntry, FieldPath(\Self.declaration.parties.dataEntry))
        single(declaration.referenceFlow.flow, FieldPath(\Self.declaration.referenceFlow.flow))
        for list in Self.referenceLists {
            for (index, reference) in self[keyPath: list].enumerated() {
                body(reference, FieldPath(list).appending(.index(index)))
            }
        }
        for (index, compliance) in declaration.compliance.enumerated() {
            body(
                compliance.system,
                FieldPath(\Self.declaration.compliance).appending(.index(index)).appending("system"))
        }
        for (index, review) in declaration.reviews.enumerated() {
            for (number, reviewer) in review.reviewers.enumerated() {
                body(
                    reviewer,
                    FieldPath(\Self.declaration.reviews).appending(.index(index)).appending("reviewers")
                        .appending(.index(number)))
            }
        }
    }

    private static var referenceLists: [KeyPath<ProductFootprint, [EmissionsModel.Reference]>] {
        [
            \.declaration.parties.publishers, \.declaration.parties.commissioners, \.declaration.parties.developers,
            \.declaration.productCategoryRules, \.declaration.dataSources, \.declaration.originals,
            \.declaration.documents, \.declaration.precedingVersions, \.declaration.dataFormats,
        ]
    }
}

extension EmissionsModel.Reference {
    /// Whether it names nobody and nothing.
    var isEmpty: Bool {
        identifier?.isEmpty ?? true && address?.isEmpty ?? true && domain?.isEmpty ?? true && names.sayNothing
    }
}

extension String {
    /// Whether it is a UUID of one digit only, as templates have them.
    var isPlaceholderUUID: Bool {
        guard isUUID(), let digit = utf8.first else { return false }
        return utf8.allSatisfy { $0 == digit || $0 == UInt8(ascii: "-") }
    }
}

extension String {
    /// Whether it is meant to be a UUID: digits and letters in five groups.
    var looksLikeUUID: Bool { utf8.count > 30 && utf8.count { $0 == UInt8(ascii: "-") } == 4 }

    /// As in `01.02` and `01.02.003`.
    var isDataSetVersion: Bool {
        let parts = split(separator: ".", omittingEmptySubsequences: false)
        let lengths = parts.map(\.utf8.count)
        return (lengths == [2, 2] || lengths == [2, 2, 3])
            && parts.allSatisfy { $0.utf8.allSatisfy { $0 &- 0x30 <= 9 } }
    }
}
