import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

extension Field<ProductFootprint> {
    /// `product_classes`: by the name of a classification a class, or a list of classes. The classes of a path stand in
    /// one text, with ` >> ` between them.
    static let productClasses = Field(
        descriptions: {
            [
                FieldDescription(
                    name: "product_classes.*", path: "declaration.categories.classes",
                    spelling: "a path such as `Concrete >> ReadyMix`, or a list of such paths", shape: .text)
            ]
        },
        read: { parent, scope, record, log in
            guard let node = log.child("product_classes", of: parent),
                log.isRecord(node, "product_classes", nil, in: scope)
            else { return }
            let list = log.enter(\ProductFootprint.declaration.categories, of: scope, at: node)
            for system in Array(log.tree.children(of: node)) {
                let isList = log.tree.kind(of: system) == .list
                let paths = isList ? Array(log.tree.children(of: system)) : [system]
                guard !paths.isEmpty, paths.allSatisfy({ log.tree.kind(of: $0) == .text }) else { continue }
                log.claim(system)
                for path in paths {
                    log.claim(path)
                    let index = record.declaration.categories.count
                    record.declaration.categories.append(
                        ProductCategory(system: log.tree.name(of: system), path: log.tree.text(of: path)))
                    log.note(\ProductCategory.classes, in: log.enter(index: index, of: list, at: path), from: path)
                }
            }
        },
        write: { record, parent, log in
            let categories = record.declaration.categories.compactMap { category in
                category.openEPDPath.map { (system: category.system ?? "", path: $0) }
            }
            guard !categories.isEmpty else { return }
            let node = log.tree.append(.record, named: "product_classes", under: parent)
            var written: Set<String> = []
            for (system, _) in categories where written.insert(system).inserted {
                let paths = categories.filter { $0.system == system }.map(\.path)
                let list = paths.count == 1 ? node : log.tree.append(.list, named: system, under: node)
                for path in paths {
                    log.tree.append(.text, named: paths.count == 1 ? system : "", text: path, under: list)
                }
            }
        })
}

extension ProductCategory {
    private static let separator = " >> "

    fileprivate init(system: String, path: String) {
        self.init()
        self.system = system
        classes = path.pieces(between: Self.separator).map { name in
            var level = CategoryLevel()
            level.name = name
            return level
        }
    }

    /// The names of its classes, from the broadest on; `nil` where one has no name, or the classification has none.
    fileprivate var openEPDPath: String? {
        let names = classes.compactMap(\.name)
        guard system != nil, !names.isEmpty, names.count == classes.count else { return nil }
        return names.joined(separator: Self.separator)
    }
}

extension String {
    fileprivate func pieces(between separator: String) -> [String] {
        var pieces: [String] = [], rest = Substring(self)
        while let range = rest.firstRange(of: separator) {
            pieces.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return pieces + [String(rest)]
    }
}
