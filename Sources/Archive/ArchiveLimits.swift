/// How much an archive may ask for.
public struct ArchiveLimits: Sendable, Hashable {
  /// Entries in all.
  public var entries = 1_000_000
  /// Bytes of all content together, unpacked.
  public var size = 1 << 38
  /// UTF-8 bytes of a path.
  public var pathLength = 1_024
  /// Components of a path: folders and the file's name.
  public var depth = 32

  /// The usual limits: a million entries, 256 GiB, paths of 1,024 bytes and 32 components.
  public init() {}
}
