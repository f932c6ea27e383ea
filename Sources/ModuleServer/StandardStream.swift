import Glibc
import ModuleKit
import Synchronization

/// Reading and writing the program's standard streams, whole and unbuffered.
enum StandardStream {
  /// Everything up to the end of the stream.
  static func readAll(_ descriptor: Int32) -> [UInt8] {
    var out: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { out += buffer[..<count] } else if count == 0 || errno != EINTR { return out }
    }
  }

  /// Writes `bytes`. Where nobody reads them any more there is nobody to tell either.
  static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { return }
      done += max(0, count)
    }
  }
}

/// Writes the lines of the protocol, each whole, whichever thread they come from.
final class LineWriter: Sendable {
  private let descriptor: Mutex<Int32>

  init(_ descriptor: Int32) { self.descriptor = Mutex(descriptor) }

  func write(_ line: ModuleLine) {
    let bytes = line.document.canonicalJSON + [UInt8(ascii: "\n")]
    descriptor.withLock { StandardStream.write(bytes, to: $0) }
  }
}
