internal import CZlib

/// Decompresses bytes as they come, in constant memory (about 110 kB), and never hands on more than it was allowed.
///
///     let inflater = try Inflater(.gzip, limit: 1 << 30)
///     try inflater.write(chunk) { parser.feed($0) }
///     try inflater.finish()  // throws where the stream is cut short
///
/// The stream must end exactly where the bytes end: for `gzip` behind the last of one or more members, else behind the
/// one stream. Sizes stated in the stream are claims, so the quota is checked against what comes out.
public final class Inflater {
  private enum Place { case start, inside, end }

  private let format: CompressionFormat
  private let limit: Int
  private let stream: UnsafeMutablePointer<z_stream>
  private let output = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  private var place = Place.start

  /// Bytes handed on so far.
  public private(set) var count = 0

  /// A decompressor at the start of a stream, which may give at most `limit` bytes.
  ///
  /// Throws `CompressionError.outOfMemory`.
  public init(_ format: CompressionFormat, limit: Int = .max) throws {
    (self.format, self.limit) = (format, max(limit, 0))
    // zlib keeps a pointer to the structure, so it must not move.
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    guard veedor_inflate_init(stream, format.windowBits) == Z_OK else { throw CompressionError.outOfMemory }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    output.deallocate()
  }

  /// Decompresses `input`; hands `sink` what comes out, which it must not keep.
  ///
  /// Throws a `CompressionError`, or what `sink` throws; the decompressor is of no more use then.
  public func write(_ input: UnsafeRawBufferPointer, to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    // zlib counts a chunk in 32 bits.
    var rest = input[...]
    while !rest.isEmpty {
      let chunk = rest.prefix(1 << 30)
      rest = rest.dropFirst(chunk.count)
      stream.pointee.next_in = UnsafeMutablePointer(
        mutating: UnsafeRawBufferPointer(rebasing: chunk).assumingMemoryBound(to: Bytef.self).baseAddress)
      stream.pointee.avail_in = UInt32(chunk.count)
      try drain(to: sink)
    }
  }

  /// Checks that the stream is complete. Throws `CompressionError.truncated` where it is not.
  public func finish() throws {
    guard place == .end else { throw CompressionError.truncated }
  }

  /// Runs until the chunk is used up and nothing more comes out.
  private func drain(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    var full = false
    while stream.pointee.avail_in > 0 || full {
      if place == .end {
        // Only gzip goes on behind an end, with a next member.
        guard format == .gzip, stream.pointee.next_in.pointee == 0x1f else { throw CompressionError.trailingBytes }
        inflateReset(stream)
      }
      place = .inside
      stream.pointee.next_out = output.assumingMemoryBound(to: Bytef.self).baseAddress
      // One byte more than allowed is enough to know.
      let room = min(output.count, limit - count == .max ? .max : limit - count + 1)
      stream.pointee.avail_out = UInt32(room)
      let status = inflate(stream, Z_NO_FLUSH)
      let produced = room - Int(stream.pointee.avail_out)
      guard produced <= limit - count else { throw CompressionError.overLimit(limit) }
      if produced > 0 { try sink(UnsafeRawBufferPointer(rebasing: output[..<produced])) }
      count += produced
      switch status {
      case Z_OK: full = stream.pointee.avail_out == 0
      case Z_BUF_ERROR: full = false
      case Z_STREAM_END: (place, full) = (.end, false)
      case Z_MEM_ERROR: throw CompressionError.outOfMemory
      default: throw CompressionError.corrupt
      }
    }
  }
}
