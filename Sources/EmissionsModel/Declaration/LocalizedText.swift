/// A text in one language.
public struct LocalizedText: ModelRecord {
    /// As the source writes it, such as `en`; `nil` where it does not say.
    public var language: String?
    public var text: String?
    public init() {}
    public init(_ text: String, language: String? = nil) { (self.text, self.language) = (text, language) }
}
