/// Bytes that grow at their end.
///
/// Like an array, without the checks that would be made for each of millions of cells.
struct ByteBuffer: ~Copyable {
  private(set) var count = 0
  private var capacity: Int
  private var start: UnsafeMutablePointer<UInt8>

  init(capacity: Int = 256) {
    self.capacity = max(capacity, 16)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  /// The bytes, valid until the next change.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if capacity &- count < more { grow(more) }
  }

  private mutating func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: start, count: count)
    start.deallocate()
    start = larger
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    start[count] = byte
    count &+= 1
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let other = bytes.baseAddress else { return }
    reserve(bytes.count)
    (start + count).update(from: other, count: bytes.count)
    count &+= bytes.count
  }

  mutating func append(text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Appends `byte` so many times.
  mutating func append(_ byte: UInt8, times: Int) {
    reserve(times)
    (start + count).update(repeating: byte, count: times)
    count &+= times
  }

  /// Forgets the first `bytes` bytes.
  mutating func removeFirst(_ bytes: Int) {
    start.update(from: start + bytes, count: count - bytes)
    count -= bytes
  }

  /// Forgets the bytes from `place` on.
  @inline(__always)
  mutating func cut(to place: Int) { count = place }
}
