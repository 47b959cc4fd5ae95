import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

extension ReadLog {
    /// What a value means that can't be read, and how to write it; `nil` where there is any doubt.
    func correction<Value>(of node: NodeID, as spelling: Spelling<Value>) -> (value: Value, fix: Fix)? {
        let isDecimalComma = tree.syntax == .csv && corrections.decimals.useComma(in: tree.ordinal(of: node))
        guard
            var corrected = spelling.corrected(
                tree.text(of: node), isDecimalComma: isDecimalComma, assumesTime: corrections.makes(.unsafe)),
            let value = corrected.text.withUTF8({ spelling.parse($0) })
        else { return nil }
        let replacement: Fix.Replacement =
            spelling.kind == .text ? .text(corrected.text) : .literal(corrected.text)
        return (value, Fix(corrected.safety, replacement))
    }

    /// Takes note of how a cell writes its decimals.
    mutating func noteDecimalMark(of node: NodeID) {
        let text = tree.text(of: node).withoutSpaceAtEnds
        if DecimalText(text, isDecimalComma: false)?.hasDecimalComma == true {
            corrections.decimals.note(.comma, in: tree.ordinal(of: node))
        } else if text.contains(".") {
            corrections.decimals.note(.point, in: tree.ordinal(of: node))
        }
    }
}

extension Spelling {
    /// What was meant by a text, as the format writes it.
    fileprivate func corrected(_ text: String, isDecimalComma: Bool, assumesTime: Bool) -> CorrectedText? {
        if case .words = correction, let unit = UnitNames.unit(text, Value.self), let word = self.print(unit) {
            return CorrectedText(text: word)
        }
        guard let corrected = correction.corrected(text, isDecimalComma: isDecimalComma) else { return nil }
        guard case .date = correction, let time = Timestamp(corrected.text), !time.hasTime else { return corrected }
        if isIncomplete != nil {
            return assumesTime ? CorrectedText(text: time.written.atMidnight, safety: .unsafe) : corrected
        }
        var form = corrected.text
        guard let date = form.withUTF8({ parse($0) }) else { return nil }
        return CorrectedText(text: self.print(date) ?? corrected.text, safety: corrected.safety)
    }
}

extension String {
    /// A date as the moment at which it begins in UTC.
    var atMidnight: String { self + "T00:00:00Z" }
}
