import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax
import Foundation
import Testing

@Suite struct UNTPTests {
    private let product = #""product":{"id":"urn:p","name":"Coil"}"#

    private func credential(_ subject: String, _ more: String = #""@context":[],"id":"urn:c""#) -> String {
        #"{\#(more),"credentialSubject":{\#(subject)}}"#
    }

    private func scorecard(_ members: String) throws -> ReadFile {
        try ReadFile(credential(#"\#(product),"emissionsScorecard":{\#(members)}"#), as: .untpDPP)
    }

    private func token(_ payload: String) -> String {
        func encoded(_ text: String) -> String {
            Data(text.utf8).base64EncodedString().replacingOccurrences(of: "+", with: "-")
                .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
        }
        return "\(encoded(#"{"alg":"ES256"}"#)).\(encoded(payload)).\(encoded("no signature"))"
    }

    private func written(_ footprint: ProductFootprint) -> String {
        let writer = Format.untpDPP.writer("0.6.0")
        let adapted = writer.adapt(.footprint(footprint), 0)
        return String(decoding: writer.write(adapted.parts[0].part, SubmissionHeader()).bytes, as: UTF8.self)
    }

    @Test func aScorecardIsAFootprintOfOneUnit() throws {
        let file = try scorecard(
            #""carbonFootprint":2.1405,"declaredUnit":"KGM","operationalScope":"CradleToGate","primarySourcedRatio":0.864"#
        )
        let footprint = file.submission.footprints[0]
        #expect(footprint.figures.excludingBiogenicUptake == Emissions(ExactDecimal("2.1405")!, .kilogramsCO2e))
        #expect(footprint.declaredUnit.unit == .kilogram)
        #expect(footprint.declaredUnit.amount == 1)
        #expect(footprint.declaredUnit.basis == .declaredAmount)
        #expect(footprint.boundary.extent == .cradleToGate)
        #expect(footprint.dataQuality.primaryDataShare?.description == "86.4")
    }

    @Test(arguments: ["KG", "kgm", "XYZ"]) func aUnitWhoseCodeIsNotKnownIsToldAtItsPlace(code: String) throws {
        let file = try scorecard(#""declaredUnit":"\#(code)""#)
        let finding = try #require(file.findings.first { $0.code == "UNTP-005" })
        #expect(finding.location?.address == .pointer("/credentialSubject/emissionsScorecard/declaredUnit"))
        #expect(try scorecard(#""declaredUnit":"KGM""#).findings.isEmpty)
    }

    @Test(arguments: ["0.864", "1", "0", "0.90", "0.12345678901234567890"])
    func aRatioComesBackAsItWas(ratio: String) throws {
        let file = try scorecard(#""primarySourcedRatio":\#(ratio)"#)
        let text = written(file.submission.footprints[0])
        #expect(text.contains(#""primarySourcedRatio": \#(ratio)"#), "\(text)")
    }

    @Test(arguments: [("1.01", 1), ("86.4", 1), ("-0.1", 1), ("1.00", 0), ("0", 0)])
    func aRatioBeyondNothingAndAllIsTold(ratio: String, count: Int) throws {
        let file = try scorecard(#""primarySourcedRatio":\#(ratio)"#)
        let found = file.findings.filter { $0.code == "UNTP-003" }
        #expect(found.count == count)
        #expect(
            found.allSatisfy {
                $0.location?.address == .pointer("/credentialSubject/emissionsScorecard/primarySourcedRatio")
            })
    }

    @Test(arguments: [
        ("Scope123toGate", BoundaryExtent.cradleToGate), ("Scope123toGrave", .cradleToGrave), ("None", nil),
        ("Scope12", nil),
    ])
    func scopesOfAllVersionsAreUnderstoodOrKept(word: String, extent: BoundaryExtent?) throws {
        let file = try scorecard(#""operationalScope":"\#(word)""#)
        #expect(file.submission.footprints[0].boundary.extent == extent)
        #expect(file.submission.footprints[0].carried.contains { $0.content == .text(word) } == (extent == nil))
        #expect(!file.findings.contains { $0.severity == .error })
    }

    @Test(arguments: [("EA", UnitOfMeasure.piece), ("H87", .piece), ("3B", .megajoule), ("TNE", .tonne)])
    func aUnitComesBackByTheCodeThatWasChosen(code: String, unit: UnitOfMeasure) throws {
        let file = try scorecard(#""declaredUnit":"\#(code)""#)
        #expect(file.submission.footprints[0].declaredUnit.unit == unit)
        #expect(written(file.submission.footprints[0]).contains(#""declaredUnit": "\#(code)""#))
    }

    @Test func aUnitBeyondTheModelsIsItsCode() throws {
        let file = try scorecard(#""declaredUnit":"GRM""#)
        #expect(file.submission.footprints[0].declaredUnit.otherUnit == "GRM")
        #expect(written(file.submission.footprints[0]).contains(#""declaredUnit": "GRM""#))
    }

    @Test(arguments: [true, false]) func aTokenIsReadAndItsSignatureIsNotTrusted(isEnveloped: Bool) throws {
        let token = token(credential("\n" + product))
        let text =
            isEnveloped
            ? #"{"type":["EnvelopedVerifiableCredential"],"id":"data:application/vc+jwt,\#(token)"}"# : token
        let file = try ReadFile(text, as: .untpDPP)
        #expect(file.submission.footprints.map(\.product.name) == ["Coil"])
        #expect(file.findings.map(\.code).contains("UNTP-001"))
        #expect(Format.candidates(FileStart(Array(text.utf8))).map(\.format.name) == ["untp-dpp"])
    }

    @Test func placesInATokenAreThoseOfItsPayload() throws {
        let file = try ReadFile(token("{\n" + #""credentialSubject":{"product":{"name":[]}}}"#), as: .untpDPP)
        let found = try #require(file.findings.first { $0.code == "READ-001" })
        #expect(found.location?.part == "payload")
        #expect(found.location?.line == 2)
        #expect(found.location?.address == .pointer("/credentialSubject/product/name"))
    }

    @Test(arguments: [
        "eyJhIjoxfQ", "eyJhIjoxfQ.x", "eyJhIjoxfQ.e*.x", "eyJhIjoxfQ..x", "eyJhIjoxfQ.A.x", "eyJhIjoxfQ.eyJhIjoxfQ.x.y",
    ])
    func whatIsNoTokenIsTold(text: String) throws {
        let file = try ReadFile(text, as: .untpDPP)
        #expect(file.findings.map(\.code) == ["UNTP-002"])
        #expect(file.submission.footprints == [])
    }

    @Test func theOlderShapeIsWrittenInTodays() throws {
        let file = try ReadFile(
            #"""
            {"@context":["https://test.uncefact.org/vocabulary/untp/dpp/0.3.9/"],"id":"urn:c","credentialSubject":{"id":"urn:p",
            "name":"Coil","batchNumber":"7","emissionsScorecard":{"carbonFootprint":2},"conformityClaims":[{"id":"x"}]}}
            """#, as: .untpDPP)
        let footprint = file.submission.footprints[0]
        #expect(footprint.product.name == "Coil")
        #expect(
            footprint.carried.map(\.path) == [
                "/@context", "/credentialSubject/product/batchNumber", "/credentialSubject/conformityClaim",
            ])
        let text = written(footprint)
        #expect(text.contains("untp/dpp/0.6.0/"))
        #expect(!text.contains("0.3.9"))
    }

    @Test func anotherIssuerThanTheProducerIsKeptApart() throws {
        let issuer = #""id":"urn:c","issuer":{"id":"urn:other","name":"Registry"}"#
        let party = #""producedByParty":{"id":"urn:maker","name":"Maker"}"#
        let file = try ReadFile(credential(#""product":{"name":"Coil",\#(party)}"#, issuer), as: .untpDPP)
        #expect(file.submission.footprints[0].company.name == "Maker")
        #expect(written(file.submission.footprints[0]).contains("Registry"))
        let alone = try ReadFile(credential(product, issuer), as: .untpDPP)
        #expect(alone.submission.footprints[0].company.name == "Registry")
    }

    @Test func aConformityCredentialIsKeptAndItsFiguresAreNoFootprint() throws {
        let file = try ReadFile(
            credential(
                #""id":"urn:a","assessment":[{"conformityTopic":"environment.emissions","declaredValue":[{"metricName":"PCF","metricValue":{"value":2,"unit":"KGM"}}]}]"#,
                #""type":["DigitalConformityCredential","VerifiableCredential"],"id":"urn:c""#), as: .untpDPP)
        #expect(file.submission.footprints[0].figures.isEmpty)
        #expect(file.findings.map(\.code) == ["UNTP-004"])
        #expect(written(file.submission.footprints[0]).contains("DigitalConformityCredential"))
        #expect(!written(file.submission.footprints[0]).contains("emissionsScorecard"))
    }

    @Test func figuresAreDividedForOneUnit() throws {
        var footprint = ProductFootprint()
        footprint.declaredUnit.unit = .kilogram
        footprint.declaredUnit.amount = 1000
        footprint.declaredUnit.basis = .declaredAmount
        footprint.figures.excludingBiogenicUptake = Emissions(ExactDecimal("2140.50")!, .kilogramsCO2e)
        #expect(written(footprint).contains(#""carbonFootprint": 2.1405"#))
        footprint.declaredUnit.amount = 3
        let adaptation = Format.untpDPP.writer("0.6.0").adapt(.footprint(footprint), 0)
        #expect(adaptation.findings.isEmpty)
        footprint.figures.excludingBiogenicUptake = Emissions(1, .kilogramsCO2e)
        let inexact = Format.untpDPP.writer("0.6.0").adapt(.footprint(footprint), 0)
        #expect(inexact.findings.map(\.code) == ["TGT-003"])
    }
}
