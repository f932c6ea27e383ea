internal import Compression

/// Four samples of a large content, which show whether it is packed already, as photographs are: deflating those is most
/// of the work and gains nothing.
struct ContentSamples {
  /// Bytes of a sample; a content of fewer than 16 samples has none.
  private static let length = 1 << 12

  /// Where the samples begin, ascending and apart.
  private let starts: [Int]
  private var samples: [UInt8] = []
  /// Bytes of the content seen so far.
  private var position = 0

  /// No samples yet of a content of `size` bytes.
  init(size: Int) {
    let last = size - Self.length
    starts = size < 16 * Self.length ? [] : (0..<4).map { last / 3 * $0 }
  }

  /// The samples of `content`.
  init(_ content: UnsafeRawBufferPointer) {
    self.init(size: content.count)
    add(content)
  }

  /// Takes the samples out of the content's next bytes.
  mutating func add(_ piece: UnsafeRawBufferPointer) {
    let seen = position..<(position + piece.count)
    for start in starts {
      let part = (start..<(start + Self.length)).clamped(to: seen)
      samples += piece[(part.lowerBound - position)..<(part.upperBound - position)]
    }
    position = seen.upperBound
  }

  /// Whether deflating the samples, each for itself, makes them no smaller. `deflater` stands at the start of a stream,
  /// before and after.
  func arePacked(by deflater: Deflater) throws -> Bool {
    if starts.isEmpty { return false }
    var packed = 0
    try samples.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count, by: Self.length) {
        try deflater.write(UnsafeRawBufferPointer(rebasing: bytes[start..<(start + Self.length)])) {
          packed += $0.count
        }
        try deflater.finish { packed += $0.count }
      }
    }
    return packed >= samples.count
  }
}
