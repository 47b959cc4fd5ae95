import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax
import Testing

@Suite struct ILEAPTests {
    private func shipment(_ element: String, _ others: String = "") throws -> ReadFile {
        try ReadFile(
            #"{"mass":"1000","shipmentId":"s","tces":[{"tceId":"a","tocId":"t"\#(element)}\#(others)]}"#, as: .ileap)
    }

    private func operation(_ members: String) throws -> ReadFile {
        try ReadFile(#"{"tocId":"t","energyCarriers":[{"relativeShare":"1"}]\#(members)}"#, as: .ileap)
    }

    @Test(arguments: [
        (#","hocId":"h""#, "ILEAP-001"),
        (#","mass":"87","distance":{"actual":"423"},"transportActivity":"3.6801""#, "ILEAP-002"),
        (#","prevTceIds":["x"]"#, "ILEAP-003"), (#","co2eWTW":"1","co2eTTW":"2""#, "ILEAP-004"),
        (#","origin":{"city":"x","lat":1}"#, "ILEAP-007"), (#","co2eWTW":"8,42769""#, "ILEAP-008"),
    ])
    func faultsOfShipmentsAreFound(_ members: String, _ code: String) throws {
        #expect(try shipment(members).codes == [code])
    }

    @Test(arguments: [
        (#","loadFactor":"62""#, "ILEAP-006"), (#","emptyDistanceFactor":"1""#, "ILEAP-006"),
        (#","x":{"energyCarriers":[{"relativeShare":"0.4"}]}"#, "ILEAP-005"),
        (#","x":{"feedstocks":[{"feedstockShare":0.9},{"feedstockShare":0.2}]}"#, "ILEAP-005"),
        (#","x":{"energyConsumption":"2"}"#, "ILEAP-010"),
    ])
    func faultsOfOperationsAreFound(_ members: String, _ code: String) throws {
        #expect(try operation(members).codes == [code])
    }

    @Test func whatIsRightIsNotReported() throws {
        let file = try shipment(
            #","mass":"87","distance":{"actual":"423"},"transportActivity":"36.801","co2eWTW":"2","co2eTTW":"1""#,
            #",{"tceId":"b","hocId":"h","prevTceIds":["a"]}"#)
        #expect(file.codes == [])
    }

    @Test func anObjectByItselfComesBackAsItIs() throws {
        let text = #"{"data":[{"tocId":"t","energyCarriers":[{"relativeShare":"1.0"}],"more":[1,null]}]}"#
        let file = try ReadFile(text, as: .ileap)
        let output = written(file.submission, as: .ileap)
        #expect(output.filter { !$0.isWhitespace } == text)
    }

    private func footprint(_ total: String) -> String {
        #"{"id":"x","specVersion":"2.0.0","pcf":{"declaredUnit":"ton kilometer","unitaryProductAmount":"20","pCfExcludingBiogenic":"\#(total)"},"extensions":[{"specVersion":"2.0.0","dataSchema":"https://api.ileap.sine.dev/shipment-footprint.json","data":{"tces":[{"tceId":"a","tocId":"t","transportActivity":"20","co2eWTW":"3"}]}}]}"#
    }

    @Test func totalsAreNotMultipliedOnTheWayToPACT() throws {
        let file = try ReadFile(footprint("3"), as: .ileap)
        let adapted = Format.pact.writer("3.0").adapt(.footprint(file.submission.footprints[0]), 0)
        guard case .footprint(let target) = adapted.parts[0].part else { return }
        #expect(target.figures.excludingBiogenicUptake == Emissions(3, .kilogramsCO2e))
    }

    @Test func theFootprintIsTheSumOfItsElements() throws {
        #expect(try ReadFile(footprint("3"), as: .ileap).codes.contains("ILEAP-011") == false)
        #expect(try ReadFile(footprint("60"), as: .ileap).codes.contains("ILEAP-011"))
    }

    @Test func aFootprintWithoutAShipmentIsNoneOfItsOwn() {
        let adapted = Format.ileap.writer("1.0").adapt(.footprint(ProductFootprint()), 0)
        #expect(adapted.findings.contains { $0.code == "ILEAP-009" })
    }
}
