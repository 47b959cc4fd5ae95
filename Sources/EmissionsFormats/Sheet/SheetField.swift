import EmissionsDiagnostics
import EmissionsModel

/// A field of the model that a column can be, by the path that it has everywhere.
struct SheetField<Record: ModelRecord>: Sendable {
    typealias Key<Value> = any WritableKeyPath<Record, Value> & Sendable

    /// As mappings write it: `product.name`.
    let name: String
    let kind: SheetKind
    let get: @Sendable (Record) -> SheetValue?
    /// Stores a value of the kind.
    ///
    /// - Returns: Where in the record it stands now.
    let set: @Sendable (inout Record, SheetValue) -> FieldPath
    /// For a specific figure, the unit of product that it is for: totals are divided by amounts in this unit.
    var per: String?
    /// The items of a list, of which each column that is the same field holds one; `nil` for a single value.
    var items: (@Sendable (Record) -> [SheetValue])?

    /// Whether several columns may be the same field.
    var isList: Bool { items != nil }
}

// MARK: Single values

extension SheetField {
    static func field(_ key: Key<String?>) -> SheetField {
        scalar(key, .text, { .text($0) }, { if case .text(let text) = $0 { text } else { nil } })
    }

    /// A number; the unit is what the model counts it in.
    static func field(_ key: Key<ExactDecimal?>, in unit: String? = nil) -> SheetField {
        scalar(
            key, unit.map { .quantity($0) } ?? .number, { .number($0) },
            { if case .number(let number) = $0 { number } else { nil } })
    }

    static func field(_ key: Key<Timestamp?>) -> SheetField {
        scalar(key, .moment, { .moment($0) }, { if case .moment(let moment) = $0 { moment } else { nil } })
    }

    static func field(_ key: Key<Bool?>) -> SheetField {
        scalar(key, .truth, { .truth($0) }, { if case .truth(let truth) = $0 { truth } else { nil } })
    }

    static func field(_ key: Key<Emissions?>) -> SheetField {
        scalar(key, .emissions, { .emissions($0) }, { if case .emissions(let some) = $0 { some } else { nil } })
    }

    static func word<Word>(_ key: Key<Word?>) -> SheetField
    where Word: RawRepresentable & CaseIterable & Sendable, Word.RawValue == String {
        scalar(
            key, .words(Word.allCases.map(\.rawValue)), { .word($0.rawValue) },
            { if case .word(let word) = $0 { Word(rawValue: word) } else { nil } })
    }

    private static func scalar<Value: Sendable>(
        _ key: Key<Value?>, _ kind: SheetKind, _ value: @escaping @Sendable (Value) -> SheetValue,
        _ plain: @escaping @Sendable (SheetValue) -> Value?
    ) -> SheetField {
        let path = FieldPath(key)
        return SheetField(
            name: path.description, kind: kind, get: { $0[keyPath: key].map(value) },
            set: { record, value in
                record[keyPath: key] = plain(value)
                return path
            })
    }
}

// MARK: Values in lists

extension SheetField {
    /// Texts, one in each column.
    static func items(_ key: Key<[String]>) -> SheetField {
        let path = FieldPath(key)
        var field = SheetField(
            name: path.description, kind: .text, get: { $0[keyPath: key].first.map { .text($0) } },
            set: { record, value in
                guard case .text(let text) = value else { return path }
                record[keyPath: key].append(text)
                return path.appending(.index(record[keyPath: key].count - 1))
            })
        field.items = { $0[keyPath: key].map { .text($0) } }
        return field
    }

    /// A text of the first record of a list.
    static func first<Item: ModelRecord>(
        _ key: Key<[Item]>, _ member: any WritableKeyPath<Item, String?> & Sendable
    ) -> SheetField {
        let path = FieldPath(key).appending(.index(0)).appending(FieldPath(member))
        return SheetField(
            name: "\(FieldPath(key)).\(FieldPath(member))", kind: .text,
            get: { $0[keyPath: key].first?[keyPath: member].map { .text($0) } },
            set: { record, value in
                guard case .text(let text) = value else { return path }
                if record[keyPath: key].isEmpty { record[keyPath: key] = [Item()] }
                record[keyPath: key][0][keyPath: member] = text
                return path
            })
    }
}

// MARK: Amounts with a unit beside them

extension SheetField {
    /// Emissions per unit of product, whose unit is a field of its own.
    static func emissions(
        _ key: Key<ExactDecimal?>, _ unit: Key<EmissionsUnit?>, per product: String? = nil
    ) -> SheetField {
        let path = FieldPath(key)
        var field = SheetField(
            name: path.description, kind: .emissions,
            get: { record in
                guard let amount = record[keyPath: key], let unit = record[keyPath: unit] else { return nil }
                return .emissions(Emissions(amount, unit))
            },
            set: { record, value in
                guard case .emissions(let some) = value else { return path }
                let wanted = record[keyPath: unit] ?? some.unit
                guard let converted = some.converted(to: wanted) else { return path }
                record[keyPath: unit] = wanted
                record[keyPath: key] = converted.amount
                return path
            })
        field.per = product
        return field
    }

    /// An amount of product and its unit.
    static func measure(
        _ key: Key<ExactDecimal?>, _ unit: Key<UnitOfMeasure?>, _ otherUnit: Key<String?>? = nil
    ) -> SheetField {
        let path = FieldPath(key)
        return SheetField(
            name: path.description, kind: .measure,
            get: { record in
                let measure = SheetMeasure(
                    amount: record[keyPath: key], unit: record[keyPath: unit]?.definition,
                    otherUnit: otherUnit.flatMap { record[keyPath: $0] })
                return measure == SheetMeasure() ? nil : .measure(measure)
            },
            set: { record, value in
                guard case .measure(let measure) = value else { return path }
                if let amount = measure.amount { record[keyPath: key] = amount }
                if let known = measure.unit?.unit { record[keyPath: unit] = known }
                if let otherUnit, let text = measure.otherUnit { record[keyPath: otherUnit] = text }
                return path
            })
    }

    /// The unit of such an amount; one that the model does not have is an amount of one that it has.
    static func unit(
        _ unit: Key<UnitOfMeasure?>, _ otherUnit: Key<String?>? = nil, of amount: Key<ExactDecimal?>? = nil
    ) -> SheetField {
        let path = FieldPath(unit)
        return SheetField(
            name: path.description, kind: .unit,
            get: { record in
                let measure = SheetMeasure(
                    unit: record[keyPath: unit]?.definition, otherUnit: otherUnit.flatMap { record[keyPath: $0] })
                return measure == SheetMeasure() ? nil : .measure(measure)
            },
            set: { record, value in
                guard case .measure(let measure) = value else { return path }
                if let known = measure.unit?.unit { record[keyPath: unit] = known }
                if let otherUnit, let text = measure.otherUnit { record[keyPath: otherUnit] = text }
                if let amount, let number = measure.amount { record[keyPath: amount] = number }
                return path
            })
    }
}
