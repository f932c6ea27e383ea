internal import CZlib

/// Decompresses bytes as they come, in constant memory (about 110 kB), and never hands on more than it was allowed.
///
///     let inflater = try Inflater(.gzip, limit: 1 << 30)
///     try inflater.write(chunk) { parser.feed($0) }
///     try inflater.finish()  // throws where the stream is cut short
///
/// The stream must end exactly where the bytes end: for `gzip` behind the last of one or more members, else behind the
/// one stream. In a `raw` stream the bits that only fill up a byte must be zeros, so that nothing hides there. Sizes
/// stated in the stream are claims, so the quota is checked against what comes out.
public final class Inflater {
  private enum Place { case start, inside, end, padding }

  private let format: CompressionFormat
  private let limit: Int
  private let stream: ZlibStream
  private var place = Place.start
  /// The filling bits of a raw stream.
  private var filling = FillingBits()

  /// Bytes handed on so far.
  public private(set) var count = 0
  /// Whether zeros may stand behind the last member, which fill up the blocks of a tape or a transfer.
  public var allowsPadding = false

  /// A decompressor at the start of a stream, which may give at most `limit` bytes.
  ///
  /// Throws `CompressionError.outOfMemory`.
  public init(_ format: CompressionFormat, limit: Int = .max) throws {
    (self.format, self.limit) = (format, max(limit, 0))
    stream = try ZlibStream(begin: { veedor_inflate_init($0, format.windowBits) }, end: { inflateEnd($0) })
  }

  /// Decompresses `input`; hands `sink` what comes out, which it must not keep.
  ///
  /// Throws a `CompressionError`, or what `sink` throws; the decompressor is of no more use then.
  public func write(_ input: UnsafeRawBufferPointer, to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    try stream.feed(input) { chunk in
      if format == .raw { try filling.begin(chunk) }
      try drain(to: sink)
    }
  }

  /// Checks that the stream is complete. Throws `CompressionError.truncated` where it is not.
  public func finish() throws {
    guard place == .end || place == .padding else { throw CompressionError.truncated }
  }

  /// Runs until the chunk is used up and nothing more comes out.
  private func drain(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    // Whether more may come out although nothing more goes in.
    var full = false
    // Stopping at each block's end costs little, and only there the filling bits can be seen.
    let flush = format == .raw ? Z_BLOCK : Z_NO_FLUSH
    let state = stream.state
    while state.pointee.avail_in > 0 || full {
      if place == .padding || place == .end && allowsPadding && state.pointee.next_in.pointee == 0 {
        place = .padding
        return try passZeros(state)
      }
      if place == .end {
        // Only gzip goes on behind an end, with a next member.
        guard format == .gzip, state.pointee.next_in.pointee == 0x1f else { throw CompressionError.trailingBytes }
        inflateReset(state)
      }
      place = .inside
      // One byte more than allowed is enough to know.
      let (status, written) = stream.step(atMost: limit - count == .max ? .max : limit - count + 1) {
        inflate($0, flush)
      }
      guard written.count <= limit - count else { throw CompressionError.overLimit(limit) }
      if !written.isEmpty { try sink(written) }
      count += written.count
      switch status {
      case Z_OK:
        let isLast = format == .raw ? try filling.check(state.pointee) : false
        full = isLast || state.pointee.avail_out == 0
      case Z_BUF_ERROR: full = false
      case Z_STREAM_END: (place, full) = (.end, false)
      case Z_MEM_ERROR: throw CompressionError.outOfMemory
      default: throw CompressionError.corrupt
      }
    }
  }
}

extension Inflater {
  /// Passes over what is left of a chunk, which must be zeros.
  private func passZeros(_ state: UnsafeMutablePointer<z_stream>) throws(CompressionError) {
    let rest = UnsafeBufferPointer(start: state.pointee.next_in, count: Int(state.pointee.avail_in))
    guard rest.allSatisfy({ $0 == 0 }) else { throw .trailingBytes }
    state.pointee.next_in += rest.count
    state.pointee.avail_in = 0
  }
}

/// Watches the bits of a deflate stream that mean nothing: between the header of a stored block and its length, and
/// behind the last block (RFC 1951, sections 3.2.3 and 3.2.4).
///
/// Decompressors skip them, so something could hide there, and a damaged bit would go unnoticed.
private struct FillingBits {
  /// Bits of a block's header that were seen, while the rest is in a chunk to come; at first the header of the first.
  private var waiting: (bits: UInt16, count: UInt16)? = (0, 0)

  /// Looks at a new chunk's first byte, where a block's header may go on.
  mutating func begin(_ chunk: Slice<UnsafeRawBufferPointer>) throws(CompressionError) {
    guard let (bits, count) = waiting, let first = chunk.first else { return }
    waiting = nil
    try check(bits | UInt16(first) << count, count: count + 8)
  }

  /// Looks at the place where zlib stopped; true where it is the end of the last block.
  mutating func check(_ stream: z_stream) throws(CompressionError) -> Bool {
    // zlib says: 128 behind a block, 64 in the last block, and below that how many bits of the last byte are left.
    guard stream.data_type & 128 != 0 else { return false }
    let count = UInt16(stream.data_type & 7)
    // A block takes ten bits or more and a byte holds seven at most back, so the last byte is one of this chunk.
    let bits = UInt16(stream.next_in[-1]) >> (8 - count)
    if stream.data_type & 64 != 0 {
      guard bits == 0 else { throw .corrupt }
      return true
    }
    if count >= 3 {
      try check(bits, count: count)
    } else if stream.avail_in > 0 {
      try check(bits | UInt16(stream.next_in.pointee) << count, count: count + 8)
    } else {
      waiting = (bits, count)
    }
    return false
  }

  /// Looks at a block's header, three bits, and at what follows up to the byte's end.
  private func check(_ bits: UInt16, count: UInt16) throws(CompressionError) {
    let isStored = bits >> 1 & 3 == 0
    if isStored, bits >> 3 != 0 { throw .corrupt }
  }
}
