import EmissionsModel
import EmissionsRules
import Testing

@Suite struct UsabilityTests {
    /// All that is asked for at the third level.
    private let complete: ProductFootprint = {
        var footprint = ProductFootprint()
        (footprint.identity.identifier, footprint.identity.specificationVersion) = ("a", "3.0.0")
        (footprint.identity.created, footprint.identity.status) = (Timestamp("2026-03-01T00:00:00Z"), .active)
        (footprint.company.name, footprint.company.identifiers) = ("Nordhaven", ["urn:x:1"])
        (footprint.product.name, footprint.product.description) = ("Coil", "Hot-rolled")
        footprint.product.identifiers = ["urn:x:2"]
        (footprint.declaredUnit.amount, footprint.declaredUnit.unit) = (1, .kilogram)
        footprint.referencePeriod.start = Timestamp("2025-01-01T00:00:00Z")
        footprint.referencePeriod.end = Timestamp("2026-01-01T00:00:00Z")
        footprint.figures.excludingBiogenicUptake = .init(2, .kilogramsCO2e)
        footprint.figures.includingBiogenicUptake = .init(1, .kilogramsCO2e)
        footprint.methodology.standards = [.iso14067]
        footprint.methodology.assessmentReports = [AssessmentReport(number: 6)]
        (footprint.carbonContent.biogenic, footprint.carbonContent.fossil) = (0, 0)
        (footprint.dataQuality.primaryDataShare, footprint.boundary.packagingIncluded) = (100, false)
        (footprint.boundary.exemptedShare, footprint.carbonCapture.storageIncluded) = (0, false)
        footprint.figures.fossil = .init(2, .kilogramsCO2e)
        footprint.verification.provider = "TÜV"
        return footprint
    }()

    private func usability(
        _ edition: UsabilityEdition = .pact3, _ change: (inout ProductFootprint) -> Void
    ) -> Usability {
        var footprint = complete
        change(&footprint)
        return Usability(of: footprint, edition: edition)
    }

    @Test func everythingIsLevelThree() {
        let usability = usability { _ in }
        #expect(usability.level == .complete)
        #expect(usability.lacking.list == [])
        #expect(usability.placeholders.list == [])
    }

    @Test func nothingIsLevelZero() {
        let usability = Usability(of: ProductFootprint(), edition: .pact3)
        #expect(usability.level == .none)
        #expect(usability.lacking.list.allSatisfy { $0.level == .indicative })
    }

    @Test func aGapBelowCountsMoreThanWhatStandsAbove() {
        let usability = usability { $0.product.name = nil }
        #expect(usability.level == .none)
        #expect(usability.lacking.list == [.productName])
    }

    @Test func onlyTheNextLevelIsSaidToBeLacking() {
        let usability = usability { ($0.methodology.assessmentReports, $0.verification.provider) = ([], nil) }
        #expect(usability.level == .indicative)
        #expect(usability.lacking.list == [.assessmentReports])
    }

    @Test func levelTwoLacksVerification() {
        #expect(usability { $0.verification.provider = nil }.level == .consistent)
    }

    @Test func aStandardThatIsAPlaceholderDoesNotCount() {
        let usability = usability { $0.methodology.standards = [.other("N/A")] }
        #expect(usability.level == .indicative)
        #expect(usability.placeholders.list == [.standards])
    }

    @Test func equalTotalsAreAPlaceholderUnlessNothingIsBiogenic() {
        let equal = Emissions(2, .kilogramsCO2e)
        #expect(usability { $0.figures.includingBiogenicUptake = equal }.placeholders.list == [])
        let silent = usability { ($0.figures.includingBiogenicUptake, $0.carbonContent.biogenic) = (equal, nil) }
        #expect(silent.placeholders.list == [.totalIncludingUptake])
        let taken = usability {
            $0.figures.includingBiogenicUptake = equal
            $0.landUse.biogenicUptake = .init(-1, .kilogramsCO2e)
        }
        #expect(taken.level == .indicative)
    }

    @Test func zerosAreBelievedWhereFossilEmissionsAreNotZero() {
        let usability = usability { ($0.boundary.exemptedShare, $0.carbonContent.fossil) = (0, 0) }
        #expect(usability.placeholders.list == [])
    }

    @Test func zeroFossilEmissionsMakePlaceholdersOfOtherZeros() {
        let usability = usability { $0.figures.fossil = .init(0, .kilogramsCO2e) }
        #expect(usability.level == .consistent)
        #expect(usability.placeholders.list == [.exemptedShare, .fossilEmissions, .fossilCarbonContent])
    }

    @Test func zeroFossilEmissionsAreBelievedWhereOthersMakeTheTotal() {
        let usability = usability {
            $0.figures.fossil = .init(0, .kilogramsCO2e)
            $0.landUse.landUseChange = .init(2, .kilogramsCO2e)
        }
        #expect(usability.placeholders.list == [])
    }

    @Test func zeroFossilEmissionsAreNotBelievedForALittleOfOthers() {
        let usability = usability {
            $0.figures.fossil = .init(0, .kilogramsCO2e)
            $0.figures.excludingBiogenicUptake = .init(2000, .kilogramsCO2e)
            $0.landUse.landUseChange = .init(2, .kilogramsCO2e)
        }
        #expect(usability.placeholders.list.contains(.fossilEmissions))
    }

    @Test func biogenicProductsNeedLandFigures() {
        let wood = usability { ($0.declaredUnit.mass, $0.carbonContent.biogenic) = (1, 1) }
        #expect(wood.lacking.list == [.landUseChange, .biogenicUptake, .biogenicNonCO2])
        let cotton = usability { ($0.declaredUnit.mass, $0.carbonContent.biogenic) = (100, 5) }
        #expect(cotton.level == .complete)
    }

    @Test func dataOf2027NeedsRatings() {
        let usability = usability { $0.referencePeriod.end = Timestamp("2028-01-01T00:00:00Z") }
        #expect(usability.lacking.list == [.dataQualityRatings])
    }

    @Test func halfAValidityIsLackingAndNoneIsNot() {
        #expect(usability { $0.validity.start = Timestamp("2026-01-01T00:00:00Z") }.lacking.list == [.validity])
    }

    @Test func aPieceNeedsItsMass() {
        #expect(usability { $0.declaredUnit.unit = .piece }.lacking.list == [.productMass])
    }

    @Test func version2IsNotAskedForWhatItDoesNotHave() {
        #expect(usability { $0.carbonCapture.storageIncluded = nil }.lacking.list == [.captureIncluded])
        #expect(usability(.pact2) { $0.carbonCapture.storageIncluded = nil }.level == .complete)
        let short = usability(.pact2) { ($0.methodology.standards, $0.methodology.standardsUsed) = ([], [.iso14067]) }
        #expect(short.level == .complete)
    }

    @Test func onlyFootprintsOfPACTAreJudged() {
        #expect(UsabilityEdition(profiles: ["core", "pact-2"]) == .pact2)
        #expect(UsabilityEdition(profiles: ["core", "pact-3"]) == .pact3)
        #expect(UsabilityEdition(profiles: ["core", "cbam-2026"]) == nil)
    }

    @Test func aTallyCountsLevelsAndFields() {
        var tally = UsabilityTally(), other = UsabilityTally()
        tally.add(usability { _ in })
        other.add(usability { $0.verification.provider = nil })
        other.add(usability { ($0.verification.provider, $0.carbonCapture.storageIncluded) = (nil, nil) })
        tally.add(other)
        #expect(tally.footprints == 3)
        #expect(tally.count(at: .consistent) == 2)
        #expect(tally.lacking(for: .complete).map(\.field) == [.verification, .captureIncluded])
        #expect(tally.lacking(for: .complete).map(\.count) == [2, 1])
    }
}
