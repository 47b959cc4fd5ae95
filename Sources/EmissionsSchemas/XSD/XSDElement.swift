/// An open element, as far as the model knows it.
struct XSDElement {
    /// `nil` where the type is not plain, so that only libxml2 can say what may come.
    let type: XSDModel.TypeID?
    /// Which of its children came last, and how many of that name have come.
    private var position = 0
    private var count = 0

    init(type: XSDModel.TypeID?) { self.type = type }

    /// A child of which too few have come, and how many more there must be.
    typealias Gap = (child: XSDModel.Child, count: Int)

    /// What is to be said of a child, given where its element stands.
    enum Admission {
        /// It may stand here. Those that should have come before it are missing.
        case expected(XSDModel.Child, missing: [Gap])
        /// No more of them may come.
        case tooMany(most: Int)
        /// It should have come before another that is there already.
        case late(before: String)
        /// It is not a child of this element. These might come here.
        case unknown(expected: [String])
    }

    mutating func admit(_ name: XSDModel.Name, among children: [XSDModel.Child]) -> Admission {
        // The next child is mostly the one of before, or one of those that follow it.
        let index =
            children[position...].firstIndex { $0.name == name } ?? children[..<position].firstIndex { $0.name == name }
        guard let index else {
            return .unknown(expected: expected(among: children))
        }
        if index < position { return .late(before: children[position].shown) }
        if index == position, let most = children[index].most, count >= most { return .tooMany(most: most) }
        let missing = missing(in: position..<index, of: children)
        count = index == position ? count + 1 : 1
        position = index
        return .expected(children[index], missing: missing)
    }

    /// Those of which too few have come when the element ends.
    func missingAtEnd(among children: [XSDModel.Child]) -> [Gap] {
        missing(in: position..<children.count, of: children)
    }

    private func missing(in range: Range<Int>, of children: [XSDModel.Child]) -> [Gap] {
        range.compactMap { index in
            let count = children[index].least - (index == position ? self.count : 0)
            return count > 0 ? (children[index], count) : nil
        }
    }

    /// What may come next: up to the first that must come.
    private func expected(among children: [XSDModel.Child]) -> [String] {
        var names: [String] = []
        for index in children.indices.dropFirst(position) {
            let came = index == position ? count : 0
            if let most = children[index].most, came >= most { continue }
            names.append(children[index].shown)
            if children[index].least > came { break }
        }
        return names
    }
}
