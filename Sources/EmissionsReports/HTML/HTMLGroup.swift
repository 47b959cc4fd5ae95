import EmissionsDiagnostics
import EmissionsExchange
import EmissionsRules

/// The findings of one code: all of them counted, some of them shown.
struct HTMLGroup: Sendable {
    let code: Diagnostic.Code
    private let explanation: CodeExplanation?
    private var counts = FileReport.Counts()
    private var newCount = 0
    /// Those that are shown, as HTML: the new ones, and the others.
    private var new: [String] = [], others: [String] = []

    init(_ code: Diagnostic.Code) {
        self.code = code
        explanation = CodeExplanation(code)
    }

    /// The gravest severity it was found at.
    var severity: Diagnostic.Severity {
        if counts.error > 0 { return .error }
        return counts.warning > 0 ? .warning : .note
    }

    var shownCount: Int { min(new.count + others.count, HTMLReport.shownFindings) }
    private var count: Int { counts.count(atLeast: .note) }
    private var title: String { HTMLText.escaped(explanation?.title ?? code.description) }
    private var anchor: String { HTMLText.escaped(code.description) }

    mutating func add(_ counts: FileReport.Counts) {
        self.counts.error += counts.error
        self.counts.warning += counts.warning
        self.counts.note += counts.note
    }

    mutating func add(_ finding: Diagnostic, in path: String, isNew: Bool?) {
        if isNew == true {
            newCount += 1
            if new.count < HTMLReport.shownFindings { new.append(item(finding, path, isNew: true)) }
        } else if new.count + others.count < HTMLReport.shownFindings {
            others.append(item(finding, path, isNew: false))
        }
    }

    func row(hasBaseline: Bool) -> String {
        var text = "<tr><th scope=\"row\" class=\"code\"><a href=\"#\(anchor)\">\(anchor)</a></th>"
        text += "<td class=\"\(severity.rawValue)\">\(severity.rawValue)</td><td class=\"title\">\(title)</td>"
        if hasBaseline { text += "<td class=\"number\">\(newCount.grouped)</td>" }
        return text + "<td class=\"number\">\(count.grouped)</td></tr>\n"
    }

    func section(isOpen: Bool) -> String {
        let shown = (new + others).prefix(HTMLReport.shownFindings)
        var text = "<section class=\"rule\" id=\"\(anchor)\" aria-labelledby=\"\(anchor)-title\">\n"
        text += "<h3 id=\"\(anchor)-title\">\(anchor): \(title)</h3>\n"
        text +=
            "<p><span class=\"tag \(severity.rawValue)\">\(severity.rawValue)</span> \(count.counted("finding"))</p>\n"
        if let explanation {
            text += "<h4>Why</h4>\(HTMLText.paragraphs(explanation.why))\n"
            text += "<h4>What to do</h4>\(HTMLText.paragraphs(explanation.remedy))\n"
            let references = explanation.references.map { HTMLText.escaped($0.description) }
            if !references.isEmpty { text += "<p class=\"faint\">\(references.joined(separator: "; "))</p>\n" }
        }
        if shown.count < count {
            text += "<p class=\"cut\">Only \(shown.count.grouped) of \(count.counted("finding")) are shown.</p>\n"
        }
        guard !shown.isEmpty else { return text + "</section>\n" }
        text += "<details\(isOpen ? " open" : "")>\n<summary>\(shown.count.counted("place"))"
        text += "<span class=\"faint\"> of \(anchor)</span></summary>\n<ol role=\"list\">\n"
        return text + shown.joined() + "</ol>\n</details>\n</section>\n"
    }

    private func item(_ finding: Diagnostic, _ path: String, isNew: Bool) -> String {
        var text = "<li><p>"
        if isNew { text += "<span class=\"tag\">new</span> " }
        text += "<strong>\(HTMLText.escaped(finding.message.description))</strong></p>\n"
        text += "<p class=\"place\">\(HTMLText.escaped(PlainText.place(finding.location, in: path)))"
        if let field = finding.fieldText { text += "<br>field: \(HTMLText.escaped(field))" }
        text += "</p>\n"
        if finding.location != nil, let excerpt = finding.excerpt { text += HTMLText.excerpt(excerpt) + "\n" }
        if let help = finding.help, help != explanation?.remedy { text += HTMLText.paragraphs(help) + "\n" }
        return text + "</li>\n"
    }
}
