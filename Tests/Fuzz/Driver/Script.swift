/// The bytes of an input, taken one after the other as decisions; zeros where they end.
public struct Script {
  private var rest: ArraySlice<UInt8>

  /// The decisions that `bytes` stand for.
  public init(_ bytes: UnsafeBufferPointer<UInt8>) { rest = Array(bytes)[...] }

  /// Whether there is nothing more to decide.
  public var isEmpty: Bool { rest.isEmpty }

  /// The next byte.
  public mutating func byte() -> UInt8 { rest.popFirst() ?? 0 }

  /// A number below `limit`; 0 where there is none.
  public mutating func number(below limit: Int) -> Int {
    let number = Int(byte()) << 8 | Int(byte())
    return limit > 0 ? number % limit : 0
  }

  /// Up to `most` bytes.
  public mutating func bytes(atMost most: Int) -> [UInt8] {
    let bytes = rest.prefix(most)
    rest = rest.dropFirst(bytes.count)
    return Array(bytes)
  }
}
