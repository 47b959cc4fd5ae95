import EmissionsDiagnostics
import EmissionsModel

enum CategoryBroken: Rule {
    static let about = RuleDescription(
        code: "DEC-029", severity: .warning, title: "classes of a classification do not lead from broad to fine",
        explanation: """
            A class is found by the path that leads to it. Levels that are missing, repeated or out of order
            lead to another.
            """,
        remedy: "State the classes from level 0 on, each with its name.",
        references: [.inData("class@level")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("two levels") {
            $0.declaration.categories = [ProductCategory()]
            $0.declaration.categories[0].classes = [.init("0", "Mineral"), .init("1", "Bricks")]
        },
        .rejects("a level left out", at: "declaration.categories[0].classes[1].level") {
            $0.declaration.categories = [ProductCategory()]
            $0.declaration.categories[0].classes = [.init("0", "Mineral"), .init("2", "Clay bricks")]
        },
        .rejects("a class without a name", at: "declaration.categories[0].classes[0].name") {
            $0.declaration.categories = [ProductCategory()]
            $0.declaration.categories[0].classes = [.init("0", nil)]
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard footprint.declaration.categories.contains(where: { !$0.classes.isEmpty }) else { return .notApplicable }
        for (number, category) in footprint.declaration.categories.enumerated() {
            for (index, level) in category.classes.enumerated() {
                let place = FieldPath(\ProductFootprint.declaration.categories).appending(.index(number))
                    .appending("classes").appending(.index(index))
                if let stated = level.level, stated != String(index) {
                    findings.report("level \(stated) stands where level \(index) should", at: place.appending("level"))
                    break
                }
                if level.name?.isEmpty ?? true, level.code?.isEmpty ?? true {
                    findings.report("class of level \(index) has neither name nor code", at: place.appending("name"))
                }
            }
        }
        return .checked
    }
}
