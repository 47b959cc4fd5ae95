public import EmissionsDiagnostics

extension ReadLog {
    /// A value of the source that the model says otherwise, with the arithmetic.
    public struct Working: Sendable {
        public var path: FieldPath
        public var before: String
        public var after: String
        /// Such as `1 lb = 0.45359237 kg`.
        public var reason: String
        public var node: NodeID

        public init(path: FieldPath, before: String, after: String, reason: String, node: NodeID) {
            (self.path, self.before, self.after, self.reason, self.node) = (path, before, after, reason, node)
        }
    }
}
