internal import CZlib

/// Compresses bytes as they come, in constant memory (about 320 kB).
///
///     let deflater = try Deflater(.gzip)
///     try deflater.write(chunk) { try output.write($0) }
///     try deflater.finish { try output.write($0) }
///
/// For one build of zlib the same content in one and the same format gives the same bytes, however it is cut into
/// chunks; gzip headers hold neither name nor time.
public final class Deflater {
  /// The level for everything that Veedor writes, so that equal content gives equal bytes. Of tables and forms it takes
  /// less than half the time of level 6, and a twentieth more room.
  public static let level = 4

  private let stream: ZlibStream

  /// A compressor at the start of a stream. Throws `CompressionError.outOfMemory`.
  public init(_ format: CompressionFormat) throws {
    stream = try ZlibStream(
      begin: { veedor_deflate_init($0, Int32(Self.level), format.windowBits) }, end: { deflateEnd($0) })
  }

  /// Compresses `input`; hands `sink` what is ready, which it must not keep.
  public func write(_ input: UnsafeRawBufferPointer, to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    try stream.feed(input) { _ in
      while stream.state.pointee.avail_in > 0 { _ = try step(Z_NO_FLUSH, to: sink) }
    }
  }

  /// Ends the stream; hands `sink` the rest. The compressor then stands at the start of a new stream.
  public func finish(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    while try step(Z_FINISH, to: sink) != Z_STREAM_END {}
    deflateReset(stream.state)
  }

  /// Ends a part of a stream on a whole byte; hands `sink` the rest. Parts that were made apart make one stream behind each
  /// other, the last of which `finish` ends. The compressor then stands at the start of a new part.
  public func finishPart(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    repeat { _ = try step(Z_FULL_FLUSH, to: sink) } while stream.state.pointee.avail_out == 0
    deflateReset(stream.state)
  }

  private func step(_ flush: Int32, to sink: (UnsafeRawBufferPointer) throws -> Void) throws -> Int32 {
    let (status, written) = stream.step { deflate($0, flush) }
    if !written.isEmpty { try sink(written) }
    return status
  }
}
