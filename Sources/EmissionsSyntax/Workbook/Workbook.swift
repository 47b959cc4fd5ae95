import EmissionsDiagnostics

/// A workbook of a spreadsheet program (Office Open XML: `.xlsx`, `.xlsm`), opened to read its cells.
///
/// What is stored is read, not what is shown: all digits of a number, and of a formula the value that was saved with it.
/// Nothing is calculated, no macro runs, and no other file is looked at.
public final class Workbook {
    /// In the order of the tabs.
    public let sheets: [WorkbookSheet]
    /// Names that were given to cells or stretches of them.
    public let names: [WorkbookName]
    private let package: any Package
    private let limits: Limits
    private let countsFrom1904: Bool
    private let folder: String
    private var texts: SharedTexts?
    private var styles: WorkbookStyles?
    private let textsMember: String?, stylesMember: String?

    /// Opens the archive that a workbook is.
    ///
    /// - Throws: ``SyntaxError`` where it is no workbook (`XLS-001`), or its directory of sheets can't be read.
    public init(_ package: any Package, limits: Limits = Limits()) throws(SyntaxError) {
        (self.package, self.limits) = (package, limits)
        let main = try Self.relations(of: "", in: package, limits).first { $0.type.hasSuffix("/officeDocument") }
        let path = main.map { PackagePath.resolved($0.target, from: "") } ?? "xl/workbook.xml"
        folder = PackagePath.folder(of: path)
        guard let member = package.member(path) else { throw .workbook(.noWorkbook) }
        let tree = try Self.document(member, in: package, limits)
        guard tree.isNamed("workbook", SourceTree.root) else { throw .workbook(.noWorkbook) }
        let relations = try Self.relations(of: path, in: package, limits)
        let folder = folder
        func target(_ suffix: String) -> String? {
            relations.first { $0.type.hasSuffix(suffix) }.map { PackagePath.resolved($0.target, from: folder) }
        }
        (textsMember, stylesMember) = (target("/sharedStrings"), target("/styles"))
        let settings = tree.firstChild(called: "workbookPr", of: SourceTree.root)
        countsFrom1904 =
            settings.flatMap { tree.attribute("@date1904", of: $0) }.map { $0 == "1" || $0 == "true" } ?? false
        sheets = tree.children("sheet", in: "sheets").compactMap { node in
            guard let name = tree.attribute("@name", of: node), let id = tree.attribute("@id", of: node),
                let relation = relations.first(where: { $0.id == id }), relation.type.hasSuffix("/worksheet")
            else { return nil }
            return WorkbookSheet(
                name: name, isHidden: tree.attribute("@state", of: node).map { $0 != "visible" } ?? false,
                member: PackagePath.resolved(relation.target, from: folder))
        }
        names = tree.children("definedName", in: "definedNames").compactMap { node in
            tree.attribute("@name", of: node).map { WorkbookName(name: $0, reference: tree.text(of: node)) }
        }
    }

    public func sheet(_ name: String) -> WorkbookSheet? { sheets.first { $0.name == name } }

    /// Whether the files of an archive are those of a workbook.
    public static func isWorkbook(_ members: [String]) -> Bool {
        members.contains("[Content_Types].xml") && members.contains { $0.hasSuffix("workbook.xml") }
    }

    /// What the sheets of a package are called; none where it is no workbook that can be read.
    public static func sheetNames(of package: any Package) -> [String] {
        do throws(SyntaxError) { return try Workbook(package).sheets.map(\.name) } catch { return [] }
    }

    /// The rows of a sheet, from the first on.
    public func reader(of sheet: WorkbookSheet) throws(SyntaxError) -> SheetReader {
        guard let member = package.member(sheet.member) else { throw .workbook(.noSheet(sheet.name, sheet.member)) }
        let rows = XMLReader(
            try package.source(of: member), limits: limits, records: ["row"], below: ["sheetData"])
        return SheetReader(
            MemberReader(member, rows), sheet: sheet.name, texts: try sharedTexts(), styles: try cellStyles(),
            countsFrom1904: countsFrom1904)
    }

    private func sharedTexts() throws(SyntaxError) -> SharedTexts {
        if let texts { return texts }
        guard let member = textsMember.flatMap({ package.member($0) }) else { return SharedTexts() }
        let read = try SharedTexts(
            MemberReader(member, XMLReader(try package.source(of: member), limits: limits, records: ["si"])), limits)
        texts = read
        return read
    }

    private func cellStyles() throws(SyntaxError) -> WorkbookStyles {
        if let styles { return styles }
        guard let member = stylesMember.flatMap({ package.member($0) }) else { return WorkbookStyles() }
        let read = WorkbookStyles(try Self.document(member, in: package, limits))
        styles = read
        return read
    }
}

/// A sheet by its tab.
public struct WorkbookSheet: Hashable, Sendable {
    public let name: String
    /// Whether its tab is not shown.
    public let isHidden: Bool
    /// The file in the archive that its cells are in.
    public let member: String
}

/// A name for cells, such as `Period` for `Summary!$G$20:$G$21`.
public struct WorkbookName: Hashable, Sendable {
    public let name: String
    public let reference: String

    public init(name: String, reference: String) { (self.name, self.reference) = (name, reference) }
}

// MARK: The files of the archive

extension Workbook {
    private struct Relation { var id: String, type: String, target: String }

    private static func document(
        _ member: PackageMember, in package: any Package, _ limits: Limits
    ) throws(SyntaxError) -> SourceTree {
        var tree = SourceTree()
        var reader = MemberReader(member, XMLReader(try package.source(of: member), limits: limits))
        _ = try reader.next(into: &tree)
        if tree.isEmpty { throw .workbook(.noWorkbook) }
        return tree
    }

    /// What a file of the archive refers to.
    private static func relations(
        of path: String, in package: any Package, _ limits: Limits
    ) throws(SyntaxError) -> [Relation] {
        let folder = PackagePath.folder(of: path), file = path.dropFirst(folder.utf8.count)
        guard let member = package.member("\(folder)_rels/\(file).rels") else { return [] }
        let tree = try document(member, in: package, limits)
        return tree.children(of: SourceTree.root).compactMap { node in
            guard let id = tree.attribute("@Id", of: node), let type = tree.attribute("@Type", of: node),
                let target = tree.attribute("@Target", of: node)
            else { return nil }
            return Relation(id: id, type: type, target: target)
        }
    }
}

extension SourceTree {
    func attribute(_ name: NodeName, of id: NodeID) -> String? { firstChild(called: name, of: id).map { text(of: $0) } }

    /// The nodes called `name` in one of the document's lists.
    func children(_ name: NodeName, in list: NodeName) -> [NodeID] {
        guard !isEmpty, let list = firstChild(called: list, of: Self.root) else { return [] }
        return children(of: list).filter { isNamed(name, $0) }
    }
}

/// Names of files in an archive.
private enum PackagePath {
    /// With the slash at its end.
    static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }

    /// What `xl/` and `../a.xml` lead to; a target that begins with a slash counts from the archive's root.
    static func resolved(_ target: String, from folder: String) -> String {
        var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { _ = steps.popLast() } else { steps.append(String(step)) }
        }
        return steps.joined(separator: "/")
    }
}
