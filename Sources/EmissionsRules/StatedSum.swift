import EmissionsModel

/// What stated parts come to, for comparing it with the total that is stated.
///
/// Each figure may be off by one unit of its last digit. Besides, figures of declarations are rounded to a few digits
/// and then written with more, so that a difference of up to 2 percent of the largest figure is let pass.
struct StatedSum {
    private var sum = RoundedFigure(exactly: 0)
    private var largest: ExactDecimal = 0

    mutating func add(_ part: ExactDecimal) {
        sum = sum + RoundedFigure(part)
        if part.magnitude > largest { largest = part.magnitude }
    }

    func compared(with total: ExactDecimal) -> RoundedFigure.Agreement {
        let agreement = sum.compared(with: RoundedFigure(total))
        guard agreement == .differs else { return agreement }
        let reference = total.magnitude > largest ? total.magnitude : largest
        guard let allowance = reference.multiplied(by: Self.allowed), let difference = sum.difference(from: total)
        else { return .tooLong }
        return difference <= allowance ? .agrees : .differs
    }

    var written: String { sum.written }

    static let allowed = ExactDecimal(coefficient: 2, scale: 2) ?? 0
}
