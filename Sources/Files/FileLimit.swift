/// The most bytes that a file may have, by what it is for. `Docs/security.md` tells them.
public struct FileLimit: Sendable, Hashable {
  /// The most bytes.
  public let bytes: Int

  /// A limit of `bytes`.
  public init(bytes: Int) { self.bytes = bytes }

  /// What people write, and what is remembered from run to run: the workspace file, templates and texts, `module.yaml`,
  /// records, digests: 4 MiB.
  public static let small = FileLimit(bytes: 4 << 20)
  /// A result's findings, or one of its figures: 16 MiB.
  public static let stored = FileLimit(bytes: 16 << 20)
  /// Data and tables, which are never held as a whole: 16 GiB.
  public static let data = FileLimit(bytes: 16 << 30)
}
