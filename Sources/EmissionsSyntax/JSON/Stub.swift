public import EmissionsDiagnostics

public struct JSONReader: RecordReader {
    public init(_ s: ByteSource, limits: Limits, streams: [String]) {}
    public mutating func next(into tree: inout SourceTree) throws(SyntaxError) -> RecordRole? { nil }
    public mutating func takeFindings() -> [Diagnostic] { [] }
}
public enum JSONPrinter {
    public static func print(_ t: SourceTree, from: Int = 0, indent: Int?, startingIndent: Int, into: inout [UInt8]) {}
}
