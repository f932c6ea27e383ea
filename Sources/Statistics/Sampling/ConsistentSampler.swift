internal import Hashing

/// Rivest's consistent sampler: each unit has a ticket that depends on the seed and its name alone, and the units with the
/// smallest tickets are drawn (Rivest 2018, arXiv:1808.10016).
///
/// A ticket is a decimal fraction: the decimal digits of SHA-256 over the hexadecimal hash of the seed and the unit's name, the
/// last digit first. A unit that is put back gets a larger ticket, made of the one before. Tickets are those of Rivest's own
/// program, digit by digit. A draw looks at every unit once and keeps no more than it draws: time grows with the units,
/// memory with the sample.
public struct ConsistentSampler: Sendable {
  /// A drawn unit.
  public struct Drawn: Sendable, Hashable {
    /// The unit, from 0, in the order of the frame.
    public let unit: Int
    /// Which of the unit's tickets it is, from 1.
    public let generation: Int
    /// The digits of the ticket behind the point, as ASCII.
    public let digits: [UInt8]

    /// The ticket cut off `length` digits behind its leading nines.
    public func ticket(_ length: Int) -> String {
      let nines = digits.prefix { $0 == UInt8(ascii: "9") }.count
      return "0." + String(decoding: digits.prefix(nines + length), as: UTF8.self)
    }

    /// Of two tickets the smaller is drawn first; no two units were ever seen with one ticket.
    static func < (a: Drawn, b: Drawn) -> Bool {
      if a.digits == b.digits { return (a.unit, a.generation) < (b.unit, b.generation) }
      return a.digits.lexicographicallyPrecedes(b.digits)
    }
  }

  /// The state of the hash behind the hexadecimal hash of the seed.
  private let base: IncrementalHash

  /// A sampler of `seed`, taken as it is written.
  public init(seed: String) {
    var base = IncrementalHash()
    base.update(text: Hash32(of: seed.utf8).hex)
    self.base = base
  }

  /// The first ticket of the unit named `name`, its digits behind the point.
  public func firstTicket(_ name: String) -> [UInt8] {
    var hash = base
    hash.update(text: name)
    return HashNumber(hash.finalize()).reversedDigits
  }

  /// The ticket that follows `ticket`: its leading nines, then the digits of the hash of the ticket and a counter, until these
  /// make it larger.
  public static func nextTicket(_ ticket: [UInt8]) -> [UInt8] {
    let padded = ticket + [UInt8(ascii: "0")]
    let nines = padded.prefix { $0 == UInt8(ascii: "9") }
    var base = IncrementalHash()
    base.update(text: "0.")
    ticket.withUnsafeBytes { base.update($0) }
    var (counter, next) = (0, [UInt8]())
    repeat {
      counter += 1
      var hash = base
      hash.update(text: ":\(counter)")
      next = nines + HashNumber(hash.finalize()).reversedDigits
    } while !padded.lexicographicallyPrecedes(next)
    return next
  }

  /// `count` units of `frame`, the smallest ticket first; with `replacing` a unit can be drawn again.
  ///
  /// - Throws: ``StatisticsError/drawn(_:population:)`` where there are not so many units; with `replacing`, where each
  ///   would be drawn more than a hundred times: tickets grow longer each time.
  public func draw(
    _ count: Int, from frame: SamplingFrame, replacing: Bool = false
  ) throws(StatisticsError) -> [Drawn] {
    guard count >= 0, count / (replacing ? 100 : 1) <= frame.count, frame.count > 0 || count == 0 else {
      throw .drawn(count, population: frame.count)
    }
    guard count > 0 else { return [] }
    var smallest = SmallestTickets(count)
    frame.forEachName { unit, name in
      var hash = base
      hash.update(name)
      let number = HashNumber(hash.finalize())
      guard number.reversedLastSix <= smallest.largestSix else { return }
      smallest.insert(Drawn(unit: unit, generation: 1, digits: number.reversedDigits))
    }
    // A unit whose ticket is not among the smallest has no later one there either. All go on together: alone, a unit would
    // get as many tickets as are drawn, each longer than the last.
    var last = replacing ? smallest.sorted : []
    while !last.isEmpty {
      last = last.compactMap { drawn in
        let next = Drawn(unit: drawn.unit, generation: drawn.generation + 1, digits: Self.nextTicket(drawn.digits))
        return smallest.insert(next) ? next : nil
      }
    }
    return smallest.sorted
  }
}

/// The smallest tickets seen so far, no more than `count`: a heap with the largest on top.
private struct SmallestTickets {
  private let count: Int
  private var heap: [ConsistentSampler.Drawn] = []
  /// The leading six digits of the largest; no ticket that begins with more comes in.
  private(set) var largestSix: UInt32 = 999_999

  init(_ count: Int) { self.count = count }

  var sorted: [ConsistentSampler.Drawn] { heap.sorted { $0 < $1 } }

  /// Takes `drawn` in unless there are enough smaller ones; whether it did.
  @discardableResult mutating func insert(_ drawn: ConsistentSampler.Drawn) -> Bool {
    if heap.count < count {
      heap.append(drawn)
      var place = heap.count - 1
      while place > 0, heap[(place - 1) / 2] < heap[place] {
        heap.swapAt(place, (place - 1) / 2)
        place = (place - 1) / 2
      }
    } else {
      guard drawn < heap[0] else { return false }
      heap[0] = drawn
      sink()
    }
    if heap.count == count {
      largestSix = heap[0].digits.prefix(6).reduce(0) { $0 * 10 + UInt32($1 - UInt8(ascii: "0")) }
    }
    return true
  }

  /// Lets the top down to where it belongs.
  private mutating func sink() {
    var place = 0
    while true {
      var larger = 2 * place + 1
      guard larger < heap.count else { return }
      if larger + 1 < heap.count, heap[larger] < heap[larger + 1] { larger += 1 }
      guard heap[place] < heap[larger] else { return }
      heap.swapAt(place, larger)
      place = larger
    }
  }
}
