import Testing

@testable import EmissionsService

/// What is drawn of figures, and that they are told as they were stated.
@Suite struct ChartTests {
    private func document(_ json: String) throws -> FiguresDocument.File {
        try #require(try FiguresDocument(Array(#"{"files": [\#(json)]}"#.utf8)).files.first)
    }

    private func product(_ origin: String, _ amount: String, quantity: String = "1") -> String {
        """
        {"name": "p", "origin": "\(origin)", "figure": "excluding uptake", "amount": "\(amount)",
        "emissionsUnit": "kgCO2e", "quantity": "\(quantity)", "unit": "kilogram"}
        """
    }

    private func page(_ products: [String], declarations: String = "") throws -> String {
        let files = try PageFiles.load()
        let file = try document(
            """
            {"path": "a", "products": [\(products.joined(separator: ","))], "productCount": \(products.count),
            "declarations": [\(declarations)], "declarationCount": 1}
            """)
        return files.render("charts", file.value(files.texts, anchor: "a"))
    }

    @Test func oneProductIsNothingToCompare() throws {
        #expect(!(try page([product("DE", "1.50")])).contains("origins"))
    }

    @Test func figuresAreToldDigitByDigit() throws {
        let page = try page([product("DE", "1.50"), product("DE", "2.00")])
        #expect(page.contains("1.50 – 2.00"))
    }

    @Test func quotientsAreSaidToBeRounded() throws {
        let page = try page([product("DE", "1", quantity: "3"), product("DE", "2.00")])
        #expect(page.contains("≈ 0.333 – 2.00"))
    }

    @Test(arguments: ["1e999", "nan", "", "x"])
    func whatIsNoNumberIsNotDrawn(amount: String) throws {
        #expect(!(try page([product("DE", amount), product("FR", amount)])).contains("<line"))
    }

    @Test func aDeclarationHasABarForEachModule() throws {
        let page = try page(
            [],
            declarations: """
                {"name": "<Cement>", "indicator": "GWP-total", "method": null, "unit": "kg CO2 eq.", "per": "1 tonne",
                "amounts": [{"module": "A1-A3", "scenario": null, "amount": "812.0"},
                {"module": "D", "scenario": null, "amount": "-3.10"}]}
                """)
        #expect(page.contains("A1–A3"))
        #expect(page.contains(">-3.10<"))
        #expect(page.contains("&lt;Cement&gt;"))
        #expect(page.contains(#"class="product sum""#))
    }

    @Test(arguments: [(0.0, "0"), (1.0 / 3, "0.333"), (1234.6, "1235"), (-0.00012345, "-0.000123"), (1e300, "1e+300")])
    func quotientsHaveThreeDigits(value: Double, words: String) {
        #expect(OriginChart.threeDigits(value) == words)
    }
}
