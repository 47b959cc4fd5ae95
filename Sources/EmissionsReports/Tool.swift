/// What reports say made them.
public enum Tool {
    public static let name = "emx"
    public static let version = "0.1.0"
}
