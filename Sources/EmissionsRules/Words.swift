import EmissionsModel

/// How values of the model are said in findings.
extension DefaultStringInterpolation {
    mutating func appendInterpolation(_ emissions: Emissions) {
        appendInterpolation(emissions.amount)
        appendLiteral(emissions.unit == .kilogramsCO2e ? " kg CO2e" : " t CO2e")
    }

    mutating func appendInterpolation(_ time: Timestamp) { appendLiteral(time.written) }
}

/// Short ways to write examples.
extension Emissions {
    static func kilograms(_ amount: String) -> Emissions? { ExactDecimal(amount).map { Emissions($0, .kilogramsCO2e) } }
}

extension Period {
    init(_ start: String, _ end: String) {
        self.init()
        (self.start, self.end) = (Timestamp(start), Timestamp(end))
    }
}

extension ReportingPeriod {
    init(_ quarter: Quarter?, _ year: String) {
        self.init()
        (self.quarter, self.year) = (quarter, year)
    }
}
