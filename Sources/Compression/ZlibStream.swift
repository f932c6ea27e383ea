internal import CZlib

/// zlib's state of one stream, and room for what comes out of it.
final class ZlibStream {
  /// The state. zlib keeps a pointer to it, so it must not move.
  let state = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  let output = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  private let end: (UnsafeMutablePointer<z_stream>) -> Int32

  /// A stream that `begin` sets up and `end` takes down. Throws `CompressionError.outOfMemory`.
  init(
    begin: (UnsafeMutablePointer<z_stream>) -> Int32, end: @escaping (UnsafeMutablePointer<z_stream>) -> Int32
  ) throws {
    self.end = end
    state.initialize(to: z_stream())
    guard begin(state) == Z_OK else { throw CompressionError.outOfMemory }
  }

  deinit {
    _ = end(state)
    state.deallocate()
    output.deallocate()
  }

  /// Lays `input` before zlib, in chunks that it can count, and lets `work` use up each.
  func feed(_ input: UnsafeRawBufferPointer, _ work: (Slice<UnsafeRawBufferPointer>) throws -> Void) rethrows {
    // zlib counts a chunk in 32 bits.
    var rest = input[...]
    while !rest.isEmpty {
      let chunk = rest.prefix(1 << 30)
      rest = rest.dropFirst(chunk.count)
      state.pointee.next_in = UnsafeMutablePointer(
        mutating: UnsafeRawBufferPointer(rebasing: chunk).assumingMemoryBound(to: Bytef.self).baseAddress)
      state.pointee.avail_in = UInt32(chunk.count)
      try work(chunk)
    }
  }

  /// Makes room for at most `most` bytes, lets `step` go on, and gives what came of it with what it wrote.
  func step(
    atMost most: Int = .max, _ step: (UnsafeMutablePointer<z_stream>) -> Int32
  ) -> (status: Int32, written: UnsafeRawBufferPointer) {
    let room = min(output.count, most)
    state.pointee.next_out = output.assumingMemoryBound(to: Bytef.self).baseAddress
    state.pointee.avail_out = UInt32(room)
    let status = step(state)
    return (status, UnsafeRawBufferPointer(rebasing: output[..<(room - Int(state.pointee.avail_out))]))
  }
}
