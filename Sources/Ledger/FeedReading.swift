import Hashing

/// What the lines of a file of entries are: each line, and everything that is wrong with them.
///
/// A line that is no entry is nil, so that the places of the others stay what they are.
struct FeedReading {
  /// The most wrong lines of a file that are told: a file can be made of nothing else.
  static let mostFaults = 1000

  /// The lines, in the order of the file.
  private(set) var lines: [FeedLine?] = []
  /// The bytes of the whole lines.
  private(set) var wholeBytes = 0
  /// The bytes behind the last line break: the beginning of a line that was never confirmed.
  private(set) var tornBytes = 0
  /// What is wrong with the lines, each seen alone.
  private(set) var problems: [FeedMessage] = []
  /// The file, as messages name it.
  let file: String

  /// The lines of `bytes`, the content of `file`, all of them by `author`.
  init(_ bytes: UnsafeRawBufferPointer, file: String, author: String) {
    self.file = file
    var start = 0
    while start < bytes.count {
      guard problems.count < Self.mostFaults else {
        problems.append(.tooManyFaults(file: file))
        start = bytes.count
        break
      }
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { break }
      do throws(EntryFault) {
        let line = try FeedLine(bytes[start..<end])
        lines.append(line)
        if let other = line.entry?.author, other != author {
          lines[lines.count - 1] = nil
          problems.append(.wrongAuthor(file: file, line: lines.count, author: other))
        }
      } catch {
        lines.append(nil)
        problems.append(.badLine(file: file, line: lines.count, error))
      }
      start = end + 1
    }
    (wholeBytes, tornBytes) = (start, bytes.count - start)
  }

  /// A file without lines.
  init(file: String) { self.file = file }

  /// The ids of the lines as far as all of them are there.
  var ids: [Hash32] { lines.prefix { $0 != nil }.compactMap { $0?.id } }

  /// What is wrong with the lines as a feed from its beginning, of which `written` is the head when it was last written here,
  /// and `signed` the one that its author signed.
  func problemsOfFeed(written: FeedHead?, signed: FeedHead?) -> [FeedMessage] {
    var all = problems + ChainCheck(self, vouched: [written, signed].compactMap(\.self)).problems
    let size = lines.count
    if let written, written.size > size { all.append(.truncated(file: file, entries: size, written: written.size)) }
    guard all.isEmpty else { return all }
    for head in [written, signed].compactMap(\.self) where head.size <= size {
      guard FeedHead(of: ids.prefix(head.size)) != head else { continue }
      // In a whole chain only the last entry can differ, unless those behind the first that does were written anew.
      all.append(head.size == size ? .changed(file: file, line: size) : .otherHead(file: file, size: head.size))
    }
    return all
  }
}

/// Holds every entry of a feed against the one before it, and says which of the two is at fault.
private struct ChainCheck {
  private(set) var problems: [FeedMessage] = []
  private let lines: [FeedLine?]
  private let file: String
  private let vouched: [FeedHead]
  private let places: [Int: Int]
  private let sortedPlaces: [Int]
  private var changed: Set<Int> = []

  init(_ reading: FeedReading, vouched: [FeedHead]) {
    (lines, file, self.vouched) = (reading.lines, reading.file, vouched)
    places = Dictionary(lines.compactMap { $0?.entry }.map { ($0.seq, 1) }, uniquingKeysWith: +)
    sortedPlaces = places.keys.sorted()
    check()
  }

  private mutating func check() {
    // What a line's place is ahead of its number by: entries that are missing before it, less those that stand twice.
    var shift = 0
    var isPreviousInPlace = true
    for (index, line) in lines.enumerated() {
      guard problems.count < FeedReading.mostFaults else {
        problems.append(.tooManyFaults(file: file))
        return
      }
      guard let entry = line?.entry else {
        isPreviousInPlace = line != nil
        continue
      }
      let place = index + shift
      guard entry.seq == place else {
        if entry.seq > place, !hasEntries(place..<entry.seq) {
          problems.append(.removed(file: file, line: index + 1, first: place, last: entry.seq - 1))
          shift = entry.seq - index
        } else {
          problems.append(.misplaced(file: file, line: index + 1, seq: entry.seq))
          if entry.seq < place, places[entry.seq].map({ $0 > 1 }) == true { shift -= 1 }
        }
        isPreviousInPlace = false
        continue
      }
      if isPreviousInPlace, index > 0, let before = lines[index - 1], entry.prev != before.id {
        let culprit = isIntact(entry, at: index) ? index - 1 : index
        if changed.insert(culprit).inserted { problems.append(.changed(file: file, line: culprit + 1)) }
      }
      isPreviousInPlace = true
    }
  }

  /// Whether an entry of one of `wanted` places stands anywhere. A line can claim any place, so that counting up to it has no end.
  private func hasEntries(_ wanted: Range<Int>) -> Bool {
    var (low, high) = (0, sortedPlaces.count)
    while low < high {
      let middle = (low + high) / 2
      if sortedPlaces[middle] < wanted.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < sortedPlaces.count && sortedPlaces[low] < wanted.upperBound
  }

  /// Whether something vouches for `entry` as it is: the entry behind it, or, for the last one, a head.
  private func isIntact(_ entry: Entry, at index: Int) -> Bool {
    if index + 1 < lines.count { return lines[index + 1]?.entry?.prev == entry.id }
    guard let prev = entry.prev, lines.allSatisfy({ $0 != nil }) else { return false }
    var ids = lines.compactMap { $0?.id }
    ids[index - 1] = prev
    return vouched.contains(FeedHead(of: ids))
  }
}
