import FoundationEssentials

/// What became of every value of a conversion's source (`schemas/emx-loss/1.0`), as much of it as pages show.
struct LossDocument: Decodable {
    var target: Target
    var account: Account
    var truncated: Bool
    var losses: [Loss]
    var restatements: [Restatement]

    struct Target: Decodable {
        var format: String
        var version: String
        var complete: Bool
    }

    struct Account: Decodable {
        var total: Int
        var carried: Int
        var converted: Int
        var kept: Int
        var supplied: Int
        var dropped: Int
        var changed: Int
        var unread: Int

        var lost: Int { dropped + changed + unread }
    }

    struct Loss: Decodable {
        var kind: String
        var path: String
        var was: String?
        var became: String?
        var source: ReportDocument.Location?
    }

    struct Restatement: Decodable {
        var path: String
        var before: String
        var after: String
        var reason: String
        var source: ReportDocument.Location?
    }

    init(_ bytes: [UInt8]) throws { self = try JSONDecoder().decode(Self.self, from: Data(bytes)) }
}

extension LossDocument {
    static let mostShown = 100

    func value(_ texts: Texts) -> PageValue {
        let classes: [(name: String, count: Int)] = [
            ("carried", account.carried), ("converted", account.converted), ("kept", account.kept),
            ("dropped", account.dropped), ("changed", account.changed), ("unread", account.unread),
        ]
        let hidden = [losses.count - Self.mostShown, restatements.count - Self.mostShown].map { max(0, $0) }
        return [
            "total": .text(
                texts("loss.total", ["count": texts.grouped(account.total)])),
            "classes": .list(
                classes.filter { $0.count > 0 || $0.name == "carried" || $0.name == "dropped" }.map { name, count in
                    [
                        "name": .text(name), "label": .text(texts["loss.\(name)"]),
                        "meaning": .text(texts["loss.\(name).meaning"]), "count": .text(texts.grouped(count)),
                    ]
                }),
            "bar": .list(bar(classes)), "isComplete": .flag(account.lost == 0),
            "verdict": .text(
                account.lost == 0 ? texts["loss.none"] : texts.counted(account.lost, "loss.some")),
            "losses": losses.isEmpty
                ? .none
                : .record([
                    "rows": .list(losses.prefix(Self.mostShown).map { value($0, texts) }),
                    "hidden": hidden[0] > 0 || truncated ? .text(texts["loss.hidden"]) : .none,
                ]),
            "restatements": restatements.isEmpty
                ? .none
                : .record([
                    "count": .text(texts.counted(restatements.count, "restatement")),
                    "rows": .list(
                        restatements.prefix(Self.mostShown).map { row in
                            [
                                "path": .text(row.path), "before": .text(row.before), "after": .text(row.after),
                                "reason": .text(row.reason), "place": PageValue(row.source?.words(texts)),
                            ]
                        }),
                    "hidden": hidden[1] > 0 || truncated ? .text(texts["loss.hidden"]) : .none,
                ]),
        ]
    }

    private func value(_ loss: Loss, _ texts: Texts) -> PageValue {
        [
            "kind": .text(loss.kind), "kindWord": .text(texts["loss.\(loss.kind)"]), "path": .text(loss.path),
            "was": PageValue(loss.was), "became": PageValue(loss.became),
            "place": PageValue(loss.source?.words(texts)), "address": PageValue(loss.source?.address),
        ]
    }

    /// Stretches of a bar that is 1,000 wide; what is there at all can be seen.
    private func bar(_ classes: [(name: String, count: Int)]) -> [PageValue] {
        guard account.total > 0 else { return [] }
        let present = classes.filter { $0.count > 0 }
        let least = 8.0, free = 1_000 - least * Double(present.count)
        var start = 0.0
        return present.map { name, count in
            let width = least + free * Double(count) / Double(account.total)
            defer { start += width }
            return ["name": .text(name), "x": .text(Drawing.number(start)), "width": .text(Drawing.number(width))]
        }
    }
}
