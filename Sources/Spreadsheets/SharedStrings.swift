internal import Files

/// The texts that the cells of a workbook share, each as a field of a line.
final class SharedStrings: XMLHandler, @unchecked Sendable {
  // Sendable because it is only read once it is complete.

  private var pool = ByteBuffer(capacity: 1 << 16)
  private var ends: [Int] = []
  private var value = ByteBuffer()
  /// Whether text belongs to the item, and how far inside what is passed over the parser is.
  private var (isText, ignored) = (false, 0)
  private let limit: Int

  /// No texts yet, which may take so many bytes.
  init(limit: Int = MemoryAtHand.bytes / 4) { self.limit = limit }

  /// How many there are.
  var count: Int { ends.count }

  /// The text at `index`; nil where there is none.
  @inline(__always)
  subscript(index: Int) -> UnsafeBufferPointer<UInt8>? {
    guard index >= 0, index < ends.count else { return nil }
    return UnsafeBufferPointer(rebasing: pool.bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]])
  }

  override func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    if ignored > 0 {
      ignored += 1
    } else if name.local.equals("t") {
      isText = true
    } else if name.local.equals("rPh") {
      // How a text is spoken is no part of it.
      ignored = 1
    }
  }

  override func end(_ name: UnsafePointer<CChar>) {
    if ignored > 0 {
      ignored -= 1
    } else if name.local.equals("t") {
      isText = false
    } else if name.local.equals("si") {
      FieldText.append(escaped: value.bytes, to: &pool)
      value.cut(to: 0)
      ends.append(pool.count)
      checkLimit()
    }
  }

  private func checkLimit() { if pool.count + value.count + ends.count * 8 > limit { fault = .tooMuchText } }

  override func text(_ piece: UnsafeBufferPointer<UInt8>) {
    guard isText, ignored == 0 else { return }
    value.append(piece)
    checkLimit()
  }
}
