import EmissionsModel

extension ReportingPeriod {
    /// The year, where it is written in four digits.
    var yearNumber: Int? { year.flatMap { $0.isDigits(4) ? Int($0) : nil } }

    /// Whether it is known to be a quarter or any later time.
    func isSince(_ quarter: Quarter, _ year: Int) -> Bool {
        guard let own = yearNumber else { return false }
        return own > year || own == year && (self.quarter?.number ?? 0) >= quarter.number
    }
}

extension Quarter {
    var number: Int {
        switch self {
        case .first: 1
        case .second: 2
        case .third: 3
        case .fourth: 4
        }
    }
}
