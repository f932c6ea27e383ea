import ModuleKit

/// Cuts a stream of bytes into lines, within limits, and hands them on.
struct LineCutter<State: Sendable> {
  private(set) var state: State
  private let limits: ModuleLimits
  private let receive: @Sendable (inout State, ArraySlice<UInt8>) throws -> Void
  private var pending: [UInt8] = []
  private var (total, count) = (0, 0)

  init(
    _ state: State, _ limits: ModuleLimits,
    _ receive: @escaping @Sendable (inout State, ArraySlice<UInt8>) throws -> Void
  ) {
    (self.state, self.limits, self.receive) = (state, limits, receive)
  }

  /// Takes the next bytes of the stream.
  mutating func append(_ bytes: UnsafeRawBufferPointer) throws {
    total += bytes.count
    guard total <= limits.output else {
      throw DiagnosticsError(ExternalMessage.tooMuchOutput(stream: "output", limit: limits.output))
    }
    var start = pending.count
    pending += bytes
    var used = 0
    while let end = pending[start...].firstIndex(of: UInt8(ascii: "\n")) {
      try hand(pending[used..<end])
      used = end + 1
      start = used
    }
    pending.removeFirst(used)
    if pending.count > limits.line { throw tooLong }
  }

  /// Takes the end of the stream; a last line need not end with a line break.
  mutating func finish() throws {
    if !pending.isEmpty { try hand(pending[...]) }
    pending = []
  }

  private mutating func hand(_ line: ArraySlice<UInt8>) throws {
    guard line.count <= limits.line else { throw tooLong }
    count += 1
    try receive(&state, line)
  }

  private var tooLong: DiagnosticsError {
    DiagnosticsError(ExternalMessage.lineTooLong(line: count + 1, limit: limits.line))
  }
}
