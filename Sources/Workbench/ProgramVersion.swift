/// The version of the program.
public enum ProgramVersion {
  /// The version, by Semantic Versioning.
  public static let text = "0.1.0"
}
