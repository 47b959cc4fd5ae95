import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax
import Testing

@Suite struct CatenaXCBAMTests {
    private func read(_ text: String) throws -> (goods: [ImportedGood], findings: [Diagnostic]) {
        var reader = Format.catenaXCBAM.reader(ByteSource(Array(text.utf8)), Limits())
        var log = ReadLog(SourceTree())
        var goods: [ImportedGood] = [], findings: [Diagnostic] = []
        while let part = try reader.next(&log) {
            if case .good(let good) = part { goods.append(good) }
            findings += log.diagnostics
        }
        return (goods, findings)
    }

    /// A content with one good of one operator; the records of each installation are given by their masses.
    private func content(
        request: String = "\"requestNetMass\":3", operatorMass: String = "3", installations: [(String, [String])],
        address: String = "\"country\":\"DEU\",\"city\":\"Duisburg\"", more: String = ""
    ) -> String {
        let list = installations.map { mass, records in
            let items = records.map {
                """
                {"productionMethod":{"methodId":"P38"},"activityData":{"referencePeriodStart":"2026-01-01",\
                "referencePeriodEnd":"2026-12-31","netMass":\($0)},\
                "directEmissions":{"specificEmbeddedEmissionsDirect":0.4}\(more)}
                """
            }
            return """
                {"installationIdentification":{"installationName":"Works","address":{\(address)}},\
                "installationNetMass":\(mass),"emissionsRecords":[\(items.joined(separator: ","))]}
                """
        }
        return """
            {"good":[{"cnCode":"72083800","businessTransactionDetails":{\(request)},"operator":[\
            {"operatorIdentification":{"operatorName":"Op","address":{"countryCode":"SGP"}},\
            "operatorNetMass":\(operatorMass),"installation":[\(list.joined(separator: ","))]}]}]}
            """
    }

    @Test func everyRecordIsAFootprintWithItsInstallationAndOperator() throws {
        let good = try #require(try read(content(installations: [("3", ["1", "2"])])).goods.first)
        #expect(good.footprints.map(\.production.installation.name) == ["Works", "Works"])
        #expect(good.footprints.map(\.production.installationOperator.address.country) == ["SG", "SG"])
        #expect(good.footprints.map(\.production.produced.netMass) == [ExactDecimal("1"), ExactDecimal("2")])
    }

    @Test func massesThatAddUpAreInOrder() throws {
        let findings = try read(content(installations: [("1", ["1"]), ("2", ["0.5", "1.5"])])).findings
        #expect(findings.map(\.code) == [])
    }

    @Test(arguments: [
        ("\"requestNetMass\":3", "3", "2.5", "CXC-004", "/good/0/operator/0/installation/0/installationNetMass"),
        ("\"requestNetMass\":4", "4", "3", "CXC-005", "/good/0/operator/0/operatorNetMass"),
        (
            "\"requestNetMass\":2", "3", "3", "CXC-006",
            "/good/0/businessTransactionDetails/requestNetMass"
        ),
    ])
    func aMassThatDoesNotAddUpIsReportedAtItsPlace(
        request: String, operatorMass: String, installation: String, code: String, place: String
    ) throws {
        let text = content(request: request, operatorMass: operatorMass, installations: [(installation, ["1", "2"])])
        let finding = try #require(try read(text).findings.first { $0.code.description == code })
        #expect(finding.location?.address == .pointer(place))
    }

    @Test func whatModelAndDocumentationWriteDifferentlyIsReadAndReported() throws {
        let text = content(
            request: "\"requestedNetMass\":3", installations: [("3", ["3"])],
            address:
                "\"countryCode\":\"DE\",\"city\":\"Duisburg\",\"latitude\":\"51.43\",\"longitude\":6.76,\"unLoCode\":\"DE DUI\"",
            more: ",\"attestationOfConformance\":{\"providerName\":\"V\"}")
        let (goods, findings) = try read(text)
        let good = try #require(goods.first)
        #expect(good.imported.netMass == ExactDecimal("3"))
        let installation = good.footprints[0].production.installation
        #expect(installation.address.country == "DE")
        #expect((installation.latitude, installation.longitude) == ("51.43", "6.76"))
        #expect(installation.unLocode == "DEDUI")
        #expect(good.footprints[0].verification.provider == "V")
        #expect(
            Set(findings.map(\.code.description)) == ["READ-007", "READ-008", "CXC-001", "CXC-002", "CXC-003"])
    }

    @Test func aMisspellingInWhatSeveralRecordsShareIsReportedOnce() throws {
        let text = content(
            installations: [("3", ["1", "2"])], address: "\"countryCode\":\"DEU\",\"city\":\"Duisburg\"")
        #expect(try read(text).findings.map(\.code) == ["READ-007"])
    }

    @Test func aMethodThatIsNoneIsReported() throws {
        let text = content(installations: [("3", ["3"])])
        let findings = try read(text.replacing("P38", with: "P06")).findings
        #expect(findings.map(\.code) == ["CXC-007"])
    }

    @Test func figuresKeepTheirDigits() throws {
        let text = content(installations: [("3", ["3.000"])])
        let good = try #require(try read(text).goods.first)
        let written = Format.catenaXCBAM.writer("1.0.0").write(.good(good), SubmissionHeader())
        #expect(String(decoding: written.bytes, as: UTF8.self).contains("\"netMass\": 3.000"))
    }

    @Test func footprintsOfOneInstallationStandTogether() throws {
        let good = try #require(try read(content(installations: [("3", ["1", "2"])])).goods.first)
        let text = String(
            decoding: Format.catenaXCBAM.writer("1.0.0").write(.good(good), SubmissionHeader()).bytes, as: UTF8.self)
        #expect(text.ranges(of: "installationIdentification").count == 1)
        #expect(text.ranges(of: "activityData").count == 2)
    }
}
