/// The folder of this package.
public enum Repository {
  /// Its path.
  public static let path = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
}
