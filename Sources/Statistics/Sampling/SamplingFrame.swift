/// What a draw is made from: batches in a fixed order, each with its key and its number of units.
///
/// The ballots of a manifest are units with numbers, batch by batch; polling places, boxes or batches as a whole are units
/// without. No list of all units is ever made.
public struct SamplingFrame: Sendable, Equatable {
  /// The keys of the batches, in order.
  public let keys: [String]
  /// The number of units of each batch; nil where each batch is one unit.
  public let sizes: [Int]?
  /// The units up to and with each batch.
  private let ends: [Int]

  /// Batches as units.
  public init(keys: [String]) { (self.keys, sizes, ends) = (keys, nil, Array(1..<keys.count + 1)) }

  /// The units of batches, each numbered from 1 inside its own; nil where a size is negative or all are too many to count.
  public init?(batches: [(key: String, size: Int)]) {
    var (ends, sum) = ([Int](), 0)
    for batch in batches {
      let (next, isTooLarge) = sum.addingReportingOverflow(batch.size)
      guard batch.size >= 0, !isTooLarge else { return nil }
      sum = next
      ends.append(sum)
    }
    (keys, sizes, self.ends) = (batches.map(\.key), batches.map(\.size), ends)
  }

  /// The number of units.
  public var count: Int { ends.last ?? 0 }

  /// The batch of a unit, and the unit's number in it from 1, where `unit` counts from 0 over the whole frame.
  public func place(of unit: Int) -> (batch: Int, number: Int) {
    var (low, high) = (0, ends.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] > unit { high = middle } else { low = middle + 1 }
    }
    return (low, unit - (low == 0 ? 0 : ends[low - 1]) + 1)
  }

  /// Calls `body` with each unit in order and the bytes of its name: the key of its batch, for a numbered unit with `#` and
  /// its number behind it, so that no two units of different batches share a name.
  public func forEachName(_ body: (_ unit: Int, _ name: UnsafeRawBufferPointer) -> Void) {
    var (unit, name) = (0, [UInt8]())
    for (batch, key) in keys.enumerated() {
      name.removeAll(keepingCapacity: true)
      name += key.utf8
      guard let size = sizes?[batch] else {
        name.withUnsafeBytes { body(unit, $0) }
        unit += 1
        continue
      }
      name.append(UInt8(ascii: "#"))
      let length = name.count
      for number in 0..<size {
        name.removeSubrange(length...)
        name.appendDigits(of: number + 1)
        name.withUnsafeBytes { body(unit, $0) }
        unit += 1
      }
    }
  }
}

extension [UInt8] {
  /// Appends the decimal digits of `number`, which is not negative.
  mutating func appendDigits(of number: Int) {
    var (rest, start) = (number, count)
    repeat {
      append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    var end = count - 1
    while start < end {
      swapAt(start, end)
      (start, end) = (start + 1, end - 1)
    }
  }
}
