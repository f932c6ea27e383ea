import Glibc

/// What doing the work once took.
struct Measurement {
  /// Seconds on the clock, and of all processors.
  var wall: Double, processor: Double
  /// The most memory that the process ever held, in bytes; pages of mapped files count.
  var peak: Int
  /// What came out; of a stage its name.
  var answer: String

  /// The line in which a process hands its measurement on.
  var line: String { "\(wall)\t\(processor)\t\(peak)\t\(answer)" }

  init(wall: Double, processor: Double, peak: Int, answer: String) {
    (self.wall, self.processor, self.peak, self.answer) = (wall, processor, peak, answer)
  }

  /// The same for so many times the work.
  func times(_ factor: Double) -> Measurement {
    Measurement(wall: wall * factor, processor: processor * factor, peak: peak, answer: answer)
  }

  /// Reads such a line.
  init?(line: some StringProtocol) {
    let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard parts.count == 4, let wall = Double(parts[0]), let processor = Double(parts[1]), let peak = Int(parts[2])
    else { return nil }
    self.init(wall: wall, processor: processor, peak: peak, answer: String(parts[3]))
  }
}

/// Measures from when it is made.
struct Stopwatch {
  private let wall = Stopwatch.now
  private let processor = Stopwatch.processor

  /// What was used since; the answer goes along.
  func measurement(answer: @autoclosure () throws -> String) rethrows -> Measurement {
    let (wall, processor) = (Self.now - wall, Self.processor - processor)
    let peak = Self.peak
    return Measurement(wall: wall, processor: processor, peak: peak, answer: try answer())
  }

  private static var now: Double { seconds(CLOCK_MONOTONIC) }

  private static var processor: Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The high-water mark of the resident memory. Not that of `getrusage`, which a parent process hands on.
  private static var peak: Int {
    guard let file = fopen("/proc/self/status", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if text.hasPrefix("VmHWM:") { return (Int(text.filter(\.isNumber)) ?? 0) * 1024 }
    }
    return 0
  }
}
