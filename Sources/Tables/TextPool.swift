/// Texts being gathered for a column: the bytes so far, and a small memory of where recent ones stand.
///
/// Area names and codes repeat, often in neighbouring rows. A text that the memory knows is not stored again. The
/// memory is a table of fixed size in which a newer text displaces an older one, so that a column of distinct texts
/// costs no more than a look, and no input can make it slow.
struct TextPool: ~Copyable {
  private var start: UnsafeMutableRawPointer
  private var capacity: Int
  /// The bytes of all texts so far, and of what tells their lengths.
  private(set) var count: Int
  private let recent: UnsafeMutablePointer<TextColumn.Slot>
  private var last: TextColumn.Slot = 0

  private static let places = 256

  /// An empty pool with room for `capacity` bytes; it grows as needed.
  init(capacity: Int) {
    (self.capacity, count) = (max(capacity, 64), TextSlot.emptyPool.count)
    start = .allocate(byteCount: self.capacity, alignment: 8)
    start.copyMemory(from: TextSlot.emptyPool, byteCount: count)
    recent = .allocate(capacity: Self.places)
    recent.initialize(repeating: 0, count: Self.places)
  }

  deinit {
    start.deallocate()
    recent.deallocate()
  }

  /// The bytes of all texts.
  var bytes: [UInt8] { Array(UnsafeRawBufferPointer(start: start, count: count)) }

  /// Where `text` stands; it is added unless the memory knows it. At most ``TextSlot/maximumLength`` bytes.
  @inline(__always)
  mutating func add(_ text: UnsafeRawBufferPointer) -> TextColumn.Slot {
    guard let bytes = text.baseAddress, !text.isEmpty else { return 0 }
    if isSame(bytes, text.count, as: last) { return last }
    let place = Self.place(bytes, text.count)
    last = recent[place]
    if isSame(bytes, text.count, as: last) { return last }
    makeRoom(text.count)
    (start + count + TextSlot.prefix(text.count)).copyMemory(from: bytes, byteCount: text.count)
    return keep(text.count, at: place)
  }

  /// Where the text of `length` bytes that `write` writes at the address given to it stands; it is added unless the memory
  /// knows it. At most ``TextSlot/maximumLength`` bytes.
  @inline(__always)
  mutating func add(_ length: Int, writing write: (UnsafeMutableRawPointer) -> Void) -> TextColumn.Slot {
    guard length > 0 else { return 0 }
    makeRoom(length)
    // It is put together where it will stand if it is new.
    let target = start + count + TextSlot.prefix(length)
    write(target)
    if isSame(target, length, as: last) { return last }
    let place = Self.place(target, length)
    last = recent[place]
    if isSame(target, length, as: last) { return last }
    return keep(length, at: place)
  }

  /// Where `text` stands with each doubled `quote` once; it is added unless the memory knows it.
  mutating func add(_ text: UnsafeRawBufferPointer, withoutDoubled quote: UInt8) -> TextColumn.Slot {
    makeRoom(text.count)
    guard !text.isEmpty else { return 0 }
    // It is put together where it will stand if it is new, but for the place of its length.
    let target = start + count + TextSlot.prefix(text.count)
    var length = 0
    var at = 0
    while at < text.count {
      let end = text.assumingMemoryBound(to: UInt8.self).first(quote, from: at).map { $0 + 1 } ?? text.count
      UnsafeMutableRawBufferPointer(start: target + length, count: end - at).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: text[at..<end]))
      length += end - at
      // The second of two quotes is passed over.
      at = end + 1
    }
    if isSame(target, length, as: last) { return last }
    let place = Self.place(target, length)
    last = recent[place]
    if isSame(target, length, as: last) { return last }
    if TextSlot.prefix(length) < TextSlot.prefix(text.count) {
      (start + count + TextSlot.prefix(length)).copyMemory(from: target, byteCount: length)
    }
    return keep(length, at: place)
  }

  /// Makes a text of the next `length` bytes, which `place` is to remember.
  @inline(__always)
  private mutating func keep(_ length: Int, at place: Int) -> TextColumn.Slot {
    last = TextColumn.Slot(count)
    recent[place] = last
    TextSlot.write(length, at: start + count)
    count &+= TextSlot.prefix(length) &+ length
    return last
  }

  @inline(__always)
  private mutating func makeRoom(_ length: Int) {
    if capacity &- count < length &+ 4 { grow(by: length &+ 4) }
  }

  private mutating func grow(by length: Int) {
    let larger = max(capacity * 2, count + length)
    let moved = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 8)
    moved.copyMemory(from: start, byteCount: count)
    start.deallocate()
    (start, capacity) = (moved, larger)
  }

  /// Whether the text at `slot` is that of the `length` bytes, one or more, at `text`.
  @inline(__always)
  private func isSame(_ text: UnsafeRawPointer, _ length: Int, as slot: TextColumn.Slot) -> Bool {
    let slot = start + Int(slot)
    guard Int(slot.load(as: UInt8.self)) == min(length, 255),
      length < 255 || Int(UInt32(littleEndian: slot.loadUnaligned(as: UInt32.self)) >> 8) == length
    else { return false }
    let known = slot + TextSlot.prefix(length)
    guard length >= 8 else {
      for at in 0..<length
      where text.load(fromByteOffset: at, as: UInt8.self) != known.load(fromByteOffset: at, as: UInt8.self) {
        return false
      }
      return true
    }
    var at = 0
    while at &+ 8 < length {
      guard Self.word(text, at) == Self.word(known, at) else { return false }
      at &+= 8
    }
    return Self.word(text, length &- 8) == Self.word(known, length &- 8)
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawPointer, _ at: Int) -> UInt64 {
    bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
  }

  /// A place in the memory, from the length and the first and last eight bytes.
  @inline(__always)
  private static func place(_ text: UnsafeRawPointer, _ length: Int) -> Int {
    var mixed = UInt64(length)
    if length >= 8 {
      mixed ^= word(text, 0)
      mixed = mixed &* 0x9E37_79B9_7F4A_7C15
      mixed ^= word(text, length &- 8)
    } else {
      for at in 0..<length { mixed = mixed << 8 | UInt64(text.load(fromByteOffset: at, as: UInt8.self)) }
    }
    return Int((mixed &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }
}
