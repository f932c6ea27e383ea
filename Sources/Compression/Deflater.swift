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
  /// The level for everything that Veedor writes, so that equal content gives equal bytes.
  public static let level = 6

  private let stream: UnsafeMutablePointer<z_stream>
  private let output = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)

  /// A compressor at the start of a stream. Throws `CompressionError.outOfMemory`.
  public init(_ format: CompressionFormat) throws {
    // zlib keeps a pointer to the structure, so it must not move.
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    guard veedor_deflate_init(stream, Int32(Self.level), format.windowBits) == Z_OK else {
      throw CompressionError.outOfMemory
    }
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
    output.deallocate()
  }

  /// Compresses `input`; hands `sink` what is ready, which it must not keep.
  public func write(_ input: UnsafeRawBufferPointer, to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    // zlib counts a chunk in 32 bits.
    var rest = input[...]
    while !rest.isEmpty {
      let chunk = rest.prefix(1 << 30)
      rest = rest.dropFirst(chunk.count)
      stream.pointee.next_in = UnsafeMutablePointer(
        mutating: UnsafeRawBufferPointer(rebasing: chunk).assumingMemoryBound(to: Bytef.self).baseAddress)
      stream.pointee.avail_in = UInt32(chunk.count)
      while stream.pointee.avail_in > 0 { _ = try step(Z_NO_FLUSH, to: sink) }
    }
  }

  /// Ends the stream; hands `sink` the rest. The compressor then stands at the start of a new stream.
  public func finish(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    while try step(Z_FINISH, to: sink) != Z_STREAM_END {}
    deflateReset(stream)
  }

  /// Forgets what was written, and stands at the start of a new stream.
  public func reset() { deflateReset(stream) }

  private func step(_ flush: Int32, to sink: (UnsafeRawBufferPointer) throws -> Void) throws -> Int32 {
    stream.pointee.next_out = output.assumingMemoryBound(to: Bytef.self).baseAddress
    stream.pointee.avail_out = UInt32(output.count)
    let status = deflate(stream, flush)
    let count = output.count - Int(stream.pointee.avail_out)
    if count > 0 { try sink(UnsafeRawBufferPointer(rebasing: output[..<count])) }
    return status
  }
}
