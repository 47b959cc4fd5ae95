import EmissionsModel
import EmissionsSyntax

/// A draft as YAML, with a comment for each guess.
struct SheetDraftText {
    private let name: String
    private var shape: SheetShape
    private let headerRow: Int
    private let names: [String]
    private let rows: [[String]]
    private let marks: SheetMarks
    private var guesses: [SheetDraftGuess] = []

    init(name: String, shape: SheetShape, headerRow: Int, names: [String], rows: [[String]]) {
        (self.name, self.headerRow, self.names, self.rows) = (name, headerRow, names, rows)
        marks = SheetMarks(rows, width: names.count)
        self.shape = shape
        (self.shape.numbers, self.shape.dates) = (marks.numbers, marks.dates)
        guess()
    }

    private func values(of column: Int) -> [String] { rows.map { column < $0.count ? $0[column] : "" } }

    /// A field has one column, the one that is surest.
    private mutating func guess() {
        var found = names.indices.compactMap { SheetDraftGuess($0, names[$0], values(of: $0), shape) }
        let ranks: [SheetDraftGuess.Certainty] = [.sure, .likely, .guess]
        for rank in ranks {
            for guess in found where guess.certainty == rank {
                let isTaken = guesses.contains {
                    guess.result == nil && $0.result == nil && $0.field == guess.field && $0.role == guess.role
                        || headerIsTwice(guess.column)
                }
                if !isTaken { guesses.append(guess) }
            }
        }
        takeGasAmount(&found)
        takeGoods()
        guesses.sort { $0.column < $1.column }
    }

    /// Where rows are about imports, what they name are goods.
    private mutating func takeGoods() {
        guard guesses.contains(where: { $0.field == "good.originCountry" || $0.field == "good.imported.netMass" })
        else { return }
        for index in guesses.indices {
            if guesses[index].field == "product.classifications.CN" { guesses[index].field = "good.commodity.cn" }
            if guesses[index].field == "product.name" { guesses[index].field = "good.commodity.description" }
        }
    }

    /// The columns that say what another one counts in.
    private var unitColumns: Set<Int> { Set(guesses.compactMap { needsUnit($0) ? unitColumn(beside: $0) : nil }) }

    private func needsUnit(_ guess: SheetDraftGuess) -> Bool {
        guess.role == "gas-amount" || guess.field.flatMap { SheetFieldName($0) }?.kind.needsUnit == true
    }

    private func headerIsTwice(_ column: Int) -> Bool { names[column].isEmpty }

    /// In rows of gases the amount is that of the gas.
    private mutating func takeGasAmount(_ found: inout [SheetDraftGuess]) {
        guard has("gas") else { return }
        let words = ["emitted", "amount", "quantity", "mass", "kg", "menge", "emission", "emissions", "quantité"]
        let column = names.indices.last { column in
            SheetDraftHeader(names[column]).match(words) != nil
                && !guesses.contains { $0.column == column && $0.field == "declaredUnit.amount" }
                && values(of: column).allSatisfy { $0.isEmpty || shape.numbers.parse($0) != nil }
        }
        guard let column, var guess = SheetDraftGuess(column, "emissions", values(of: column), shape) else { return }
        guesses.removeAll { $0.column == column }
        (guess.field, guess.role, guess.certainty, guess.reason) = (
            nil, "gas-amount", .guess, "numbers beside a column of gases"
        )
        guess.unit = SheetDraftHeader(names[column]).unit
        guesses.append(guess)
    }

    private func has(_ role: String) -> Bool { guesses.contains { $0.role == role } }
}

// MARK: Text

extension SheetDraftText {
    var text: String {
        var lines = [
            "# A draft. Each line says how sure it is: check those that are likely or guessed, and answer each '?'.",
            "# `emx map check FILE` says what is missing; `emx map fields` lists the fields.",
            "mapping: 1", "name: \(name)", "sheet:",
        ]
        lines += shapeLines
        if has("gas") || has("module") {
            lines += ["rows:", "  per: \(has("gas") ? "gas" : "module")"]
            lines.append(
                "  key: \(key.map { Self.quoted(names[$0]) } ?? "\"?\"")  # guess: equal cells in rows that follow each other"
            )
        }
        if has("gas") {
            lines += [
                "gases:", "  sum: figures.excludingBiogenicUptake  # guess: ask what the gases add up to",
                "  # gwp: AR6  # ask which report counts: AR4, AR5 or AR6",
            ]
        }
        lines.append("columns:")
        let units = unitColumns
        for column in names.indices where !names[column].isEmpty {
            if units.contains(column) {
                lines.append("  - {column: \(Self.quoted(names[column])), is: unit}  # sure: its cells are units")
            } else if let guess = guesses.first(where: { $0.column == column }) {
                lines.append(line(of: guess))
            }
        }
        lines += [
            "# constants:", "#   declaredUnit.basis: declared amount  # or one unit: ask what the figures are for",
            "#   boundary.extent: cradle-to-gate  # ask",
        ]
        let unknown = names.indices.filter { column in
            !names[column].isEmpty && !units.contains(column) && !guesses.contains { $0.column == column }
        }
        if !unknown.isEmpty {
            lines.append("ignored:  # not understood: map what should count")
            lines += unknown.map { "  - \(Self.quoted(names[$0]))" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var shapeLines: [String] {
        let separators: [UInt8: String] = [9: "tab", 0x3B: "semicolon", 0x7C: "bar", 0x2C: "comma"]
        var lines = [headerRow == 0 ? "  header: none  # guess: no row of names was found" : "  header: \(headerRow)"]
        if let separator = shape.separator, let word = separators[separator] { lines.append("  separator: \(word)") }
        if shape.encoding == .windows1252 { lines.append("  encoding: windows-1252  # likely: it is not UTF-8") }
        let words: [Character: String] = [".": "point", ",": "comma", " ": "space", "'": "apostrophe"]
        let certainty =
            marks.numbersAreUnsure
            ? "guess: the numbers can be read otherwise" : "sure: no number can be read otherwise"
        lines.append("  decimal: \(words[marks.numbers.decimalMark] ?? "point")  # \(certainty)")
        if let mark = marks.numbers.groupMark, let word = words[mark] { lines.append("  thousands: \(word)") }
        if !marks.dates.isEmpty {
            let forms = marks.dates.map { "\"\($0.written)\"" }.joined(separator: ", ")
            lines.append(
                "  dates: [\(forms)]"
                    + (marks.datesAreUnsure ? "  # guess: day and month could be the other way round" : ""))
        }
        let missing = ["-", "n/a", "N/A", "k. A.", "n.a.", "–"].filter { mark in rows.contains { $0.contains(mark) } }
        if !missing.isEmpty { lines.append("  missing: [\(missing.map { "\"\($0)\"" }.joined(separator: ", "))]") }
        return lines
    }

    /// The column whose equal cells seem to hold rows together.
    private var key: Int? {
        names.indices.first { column in
            let values = values(of: column)
            return zip(values, values.dropFirst()).contains { $0 == $1 && !$0.isEmpty } && Set(values).count > 1
        }
    }

    private func line(of guess: SheetDraftGuess) -> String {
        var parts = [
            headerRow == 0 ? "position: \(names[guess.column])" : "column: \(Self.quoted(names[guess.column]))"
        ]
        if let field = guess.field { parts.append("field: \(field)") }
        if let role = guess.role { parts.append("is: \(role)") }
        if let result = guess.result {
            parts.append("result: \(result.indicator.rawValue)")
            if result.indicator.isImpact { parts.append("method: \"?\"") }
            if let modules = result.modules {
                parts.append("modules: \(modules)")
            } else if !has("module") {
                parts.append("modules: \"?\"")
            }
        }
        let kind = guess.field.flatMap { SheetFieldName($0) }?.kind
        if needsUnit(guess) {
            if let column = unitColumn(beside: guess) {
                parts.append("unit-column: \(Self.quoted(names[column]))")
            } else {
                parts.append("unit: \(unit(of: guess, kind).map(Self.quoted) ?? "\"?\"")")
            }
        }
        if guess.isTotal, guess.field?.hasSuffix(".specific") == true { parts.append("divided-by: \"?\"") }
        if !guess.untranslated.isEmpty {
            let words = guess.untranslated.prefix(20).map { "\(Self.quoted($0)): \"?\"" }
            parts.append("codes: {\(words.joined(separator: ", "))}")
        }
        if kind == .number, let suffix = guess.suffix { parts.append("suffix: \"\(suffix)\"") }
        return "  - {\(parts.joined(separator: ", "))}  # \(guess.certainty.rawValue): \(guess.reason)"
    }

    /// The unit in the header, where it is one that the field can have.
    private func unit(of guess: SheetDraftGuess, _ kind: SheetKind?) -> String? {
        guard let unit = guess.unit else { return nil }
        let word = kind == .emissions ? UnitWord(emissions: unit) : UnitWord(unit)
        guard case .unit(let known)? = word else { return nil }
        if let dimension = kind?.dimension, dimension != known.dimension { return nil }
        return unit
    }

    /// A column of units that stands behind an amount without one.
    private func unitColumn(beside guess: SheetDraftGuess) -> Int? {
        let next = guess.column + 1
        guard guess.unit == nil, next < names.count else { return nil }
        let cells = values(of: next).filter { !$0.isEmpty }
        return !cells.isEmpty && cells.allSatisfy { SheetColumnLook.unit.fits($0, shape) } ? next : nil
    }

    /// A text between quotation marks, where YAML asks for them.
    private static func quoted(_ text: String) -> String {
        let isPlain =
            text.first?.isLetter == true && text.allSatisfy { $0.isLetter || $0.isNumber || " .-/".contains($0) }
            && !["true", "false", "null", "yes", "no"].contains(text.lowercased()) && text.last != " "
        if isPlain { return text }
        let escaped = text.reduce(into: "") { result, character in
            switch character {
            case "\"", "\\": result += "\\\(character)"
            case "\n", "\r\n", "\r": result += " "
            case "\t": result += "\\t"
            default: result.append(character)
            }
        }
        return "\"\(escaped)\""
    }
}
