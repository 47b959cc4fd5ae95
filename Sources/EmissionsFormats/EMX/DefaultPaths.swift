import EmissionsDiagnostics

/// The paths that defaults can be given for: those of our own JSON, which has all there are.
enum DefaultPaths {
    enum Section: String, CaseIterable { case header, good, footprint }

    /// One value of a section.
    struct Row: Sendable {
        var section: Section
        /// The members that lead to it, and whether each holds a list.
        var steps: [(name: String, isList: Bool)]

        var path: String { steps.map(\.name).joined(separator: ".") }
    }

    static let rows: [Section: [Row]] = [
        .header: rows(.header, EMXFields.header.descriptions), .good: rows(.good, EMXFields.good.descriptions),
        .footprint: rows(.footprint, EMXFields.footprint.descriptions),
    ]

    private static func rows(_ section: Section, _ descriptions: [FieldDescription]) -> [Row] {
        descriptions.map { description in
            var steps: [(name: String, isList: Bool)] = description.name.split(separator: ".").map { step in
                step.hasSuffix("[]") ? (String(step.dropLast(2)), true) : (String(step), false)
            }
            if description.isList { steps[steps.count - 1].isList = true }
            return Row(section: section, steps: steps)
        }
    }

    enum Found {
        case value(Row)
        /// Both halves of emissions, said in one.
        case emissions(amount: Row, unit: Row)
        case nothing(Diagnostic)
    }

    /// The value that a path leads to. Without the name of a section it is one of the footprint, else of whatever
    /// section has it.
    static func find(_ path: FieldPath) -> Found {
        let text = path.withoutPositions.description
        if let section = section(of: path) {
            let rest = withoutSection(path).withoutPositions.description
            return find(rest, in: section) ?? .nothing(unknown(text, path))
        }
        if let found = find(text, in: .footprint) { return found }
        switch (find(text, in: .good), find(text, in: .header)) {
        case (.some, .some): return .nothing(ambiguous(text, path))
        case (let found?, nil), (nil, let found?): return found
        case (nil, nil): return .nothing(unknown(text, path))
        }
    }

    private static func section(of path: FieldPath) -> Section? {
        if case .name(let first)? = path.steps.first { Section(rawValue: first) } else { nil }
    }

    static func withoutSection(_ path: FieldPath) -> FieldPath {
        section(of: path) == nil ? path : FieldPath(Array(path.steps.dropFirst()))
    }

    private static func find(_ path: String, in section: Section) -> Found? {
        let rows = rows[section] ?? []
        if let row = rows.first(where: { $0.path == path }) { return .value(row) }
        let inside = rows.filter { $0.path.hasPrefix(path + ".") }
        if inside.isEmpty { return nil }
        if inside.count == 2, inside[0].path == path + ".amount", inside[1].path == path + ".unit" {
            return .emissions(amount: inside[0], unit: inside[1])
        }
        return .nothing(incomplete(path, inside.map(\.path)))
    }
}

// MARK: Likely paths

extension DefaultPaths {
    /// The path that was probably meant: one with the same last name, or one that is spelled much alike.
    private static func likely(_ path: String) -> String? {
        let hasSection = Section.allCases.contains { path.hasPrefix($0.rawValue + ".") }
        let candidates = Section.allCases.reversed().flatMap { section in
            settable(in: section).map { hasSection || section != .footprint ? "\(section.rawValue).\($0)" : $0 }
        }
        let last = path.split(separator: ".").last
        let near = candidates.map { ($0, distance(path, $0)) }.filter { $0.1 <= max(2, path.utf8.count / 4) }
        if let nearest = near.min(by: { $0.1 < $1.1 }) { return nearest.0 }
        return candidates.filter { $0.split(separator: ".").last == last }
            .min { distance(path, $0) < distance(path, $1) }
    }

    /// The paths of all values, those of emissions as a whole before those of their halves.
    private static func settable(in section: Section) -> [String] {
        let paths = (rows[section] ?? []).map(\.path)
        let groups = paths.compactMap { $0.hasSuffix(".amount") ? String($0.dropLast(".amount".count)) : nil }
        return groups.filter { if case .emissions = find($0, in: section) { true } else { false } } + paths
    }

    /// How many letters have to be put in, left out or changed to make one text of the other.
    private static func distance(_ a: String, _ b: String) -> Int {
        let a = Array(a.utf8), b = Array(b.utf8)
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, y) in b.enumerated() {
                let above = row[j + 1]
                row[j + 1] = min(above + 1, row[j] + 1, diagonal + (x == y ? 0 : 1))
                diagonal = above
            }
        }
        return row[b.count]
    }
}

// MARK: Wording

extension DefaultPaths {
    static func unknown(_ names: String, _ path: FieldPath) -> Diagnostic {
        Diagnostic(
            "DEF-001", .error, "'\(path)' is no path of the model",
            help: likely(names).map { "Did you mean '\($0)'?" } ?? "`emx formats emx` lists all paths.", path: path)
    }

    private static func incomplete(_ path: String, _ inside: [String]) -> Diagnostic {
        let shown = inside.prefix(6).joined(separator: ", ") + (inside.count > 6 ? ", …" : "")
        return Diagnostic(
            "DEF-002", .error, "'\(path)' is a group of values and takes none itself",
            help: "Give one of its values: \(shown).")
    }

    private static func ambiguous(_ names: String, _ path: FieldPath) -> Diagnostic {
        Diagnostic(
            "DEF-003", .error, "'\(path)' is a path of the header and of a good",
            help: "Write 'header.\(names)' or 'good.\(names)'.", path: path)
    }
}
