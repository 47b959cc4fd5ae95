/// Where identifiers and secrets come from.
public struct RandomBytes: Sendable {
    /// As many random bytes as asked for.
    public let make: @Sendable (_ count: Int) -> [UInt8]

    public init(make: @escaping @Sendable (_ count: Int) -> [UInt8]) { self.make = make }

    /// The operating system's, which nobody can foresee.
    public static let system = RandomBytes { count in
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in .random(in: .min ... .max, using: &generator) }
    }
}
