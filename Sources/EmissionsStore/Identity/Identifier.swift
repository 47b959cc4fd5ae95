/// The name of one kept thing: 160 random bits, so that nobody finds it by trying. Of which kind, the compiler knows.
public struct Identifier<Subject>: Hashable, Sendable, CustomStringConvertible {
    public let description: String

    /// Nothing unless the text could be an identifier: 32 digits and lower-case letters.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == Base32.length(of: Self.size), text.utf8.allSatisfy(Base32.digits.contains) else {
            return nil
        }
        description = String(text)
    }

    init(from random: RandomBytes) { description = Base32.text(random.make(Self.size)) }

    static var size: Int { 20 }
}
