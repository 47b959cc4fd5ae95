import Foundation

/// Where a page ended, as text that only we understand: two values that the next page begins after.
struct Cursor {
    var first: Int
    var second: String

    init(first: Int, second: String = "") {
        self.first = first
        self.second = second
    }

    init(_ text: String) throws(StoreError) {
        guard text.utf8.count <= 200,
            let data = Data(base64Encoded: text.replacing("-", with: "+").replacing("_", with: "/").padded),
            case let parts = String(decoding: data, as: UTF8.self).split(
                separator: " ", maxSplits: 1, omittingEmptySubsequences: false),
            parts.count == 2, let first = Int(parts[0])
        else { throw .cursor }
        self.init(first: first, second: String(parts[1]))
    }

    /// Safe to stand in a URL.
    var text: String {
        Data("\(first) \(second)".utf8).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}

extension PageRequest {
    var limit: Int { min(max(size, 1), 1000) }

    func cursor() throws(StoreError) -> Cursor? {
        guard let after else { return nil }
        return try Cursor(after)
    }
}

extension Page {
    /// Of one item more than asked for, which shows that there is a next page.
    init(_ items: [Item], of request: PageRequest, total: Int, cursor: (Item) -> Cursor) {
        let shown = Array(items.prefix(request.limit))
        self.init(
            items: shown, next: items.count > shown.count ? shown.last.map { cursor($0).text } : nil, total: total)
    }
}

extension String {
    fileprivate var padded: String { self + String(repeating: "=", count: (4 - utf8.count % 4) % 4) }
}
