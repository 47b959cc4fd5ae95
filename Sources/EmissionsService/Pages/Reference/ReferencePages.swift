import EmissionsDiagnostics
import EmissionsExchange
import EmissionsFormats
import EmissionsReports
import EmissionsRules
import Hummingbird

/// What formats can say, and what codes mean.
struct ReferencePages {
    let site: Site
    private var texts: Texts { site.texts }

    init(site: Site) { self.site = site }

    func add(to router: some RouterMethods<ServiceContext>) {
        router.get("formats", use: formats)
        router.get("formats/:name", use: format)
        router.get("rules", use: rules)
        router.get("rules/:code", use: rule)
    }

    // MARK: Formats

    @Sendable private func formats(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let rows = Format.all.map { format -> PageValue in
            [
                "name": .text(format.name), "title": .text(format.title),
                "reads": .text(format.versions.joined(separator: ", ")),
                "writes": .text(format.writtenVersions.joined(separator: ", ")),
                "ending": .text(".\(format.fileExtension)"),
            ]
        }
        return site.page(texts["formats.title"], at: .formats, ("formats", ["rows": .list(rows)]), for: context)
    }

    @Sendable private func format(_ request: Request, _ context: ServiceContext) async throws -> Response {
        guard let name = context.parameters.get("name"), let format = Format.named(name) else {
            throw Problem.noFormat
        }
        let tables = format.tables().enumerated().map { index, table -> PageValue in
            [
                "title": .text(table.title.firstCapitalized), "anchor": .text("table-\(index + 1)"),
                "count": .text(texts.counted(table.rows.count, "field")),
                "rows": .list(
                    table.rows.map { row in
                        [
                            "name": .text(row.name), "path": PageValue(row.path),
                            "spelling": .text(
                                [row.spelling, row.remark ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")),
                            "isRequired": .flag(row.isRequired),
                        ]
                    }),
            ]
        }
        let value: PageValue = [
            "name": .text(format.name), "formatTitle": .text(format.title), "tables": .list(tables),
            "reads": .text(format.versions.joined(separator: ", ")),
            "writes": .text(format.writtenVersions.joined(separator: ", ")),
        ]
        return site.page(format.title, at: .formats, ("format", value), for: context)
    }

    // MARK: Rules

    @Sendable private func rules(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let query = request.uri.queryParameters
        let sought = query["q"].map { String($0.prefix(100)) } ?? ""
        let profile = query["profile"].flatMap { Profile.named(String($0)) }
        let words = sought.lowercased().split(whereSeparator: \.isWhitespace)
        let found = CodeCatalog.codes.compactMap { CodeExplanation($0) }
            .filter { explanation in
                let text = "\(explanation.code) \(explanation.title) \(explanation.remedy) \(explanation.why)"
                    .lowercased()
                return words.allSatisfy { text.contains($0) }
                    && (profile.map { $0.entries.contains { $0.code == explanation.code } } ?? true)
            }
        let rows = found.map { explanation -> PageValue in
            let severity = profile?.entries.first { $0.code == explanation.code }?.severity ?? explanation.severity
            return [
                "code": .text(explanation.code.description), "title": .text(explanation.title.firstCapitalized),
                "severity": .text(severity.rawValue), "severityWord": .text(texts["severity.\(severity.rawValue)"]),
            ]
        }
        let value: PageValue = [
            "sought": .text(sought), "profiles": .list(Choices.profiles(profile?.name)),
            "count": .text(texts.counted(rows.count, "code")), "rows": .list(rows),
        ]
        return site.page(texts["rules.title"], at: .rules, ("rules", value), for: context)
    }

    @Sendable private func rule(_ request: Request, _ context: ServiceContext) async throws -> Response {
        guard let code = context.parameters.get("code").map({ Diagnostic.Code($0.uppercased()) }),
            let explanation = CodeExplanation(code)
        else { throw Problem.noCode }
        var value: PageValue = [
            "code": .text(code.description), "ruleTitle": .text(explanation.title.firstCapitalized),
            "severity": .text(explanation.severity.rawValue),
            "severityWord": .text(texts["severity.\(explanation.severity.rawValue)"]),
            "why": .list(Prose.paragraphs(explanation.why)), "remedy": .list(Prose.paragraphs(explanation.remedy)),
            "references": .list(explanation.references.map { .text($0.description) }),
            "hasReferences": .flag(!explanation.references.isEmpty),
        ]
        if let rule = RuleCatalog.rule(code) {
            value["isRetired"] = .flag(rule.about.status == .retired)
            value["hasProfiles"] = .flag(Profile.all.contains { $0.entries.contains { $0.code == code } })
            value["profiles"] = .list(
                Profile.all.compactMap { profile in
                    profile.entries.first { $0.code == code }.map { entry in
                        [
                            "title": .text(profile.title), "name": .text(profile.name),
                            "severity": .text(entry.severity.rawValue),
                            "severityWord": .text(texts["severity.\(entry.severity.rawValue)"]),
                        ]
                    }
                })
            value["examples"] = .list(Self.examples(of: rule))
        }
        return site.page("\(code): \(explanation.title)", at: .rules, ("rule", value), for: context)
    }

    private static func examples<R: Rule>(of rule: R.Type) -> [PageValue] {
        ExampleText.groups(rule.exampleOutcomes).map { title, examples in
            [
                "title": .text(title),
                "items": .list(
                    examples.map { example in
                        [
                            "title": .text(example.title.firstCapitalized), "json": .text(example.json),
                            "messages": .list(example.messages.map { .text($0) }),
                        ]
                    }),
            ]
        }
    }
}

extension Problem {
    fileprivate static let noFormat = Problem(
        "not-found", .notFound, "there is no such format", "the page on formats lists those that there are")
    fileprivate static let noCode = Problem(
        "not-found", .notFound, "there is no such code", "the page on rules lists those that there are")
}
