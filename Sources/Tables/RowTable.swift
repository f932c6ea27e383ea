/// Numbers for what rows hold, in the order of their first rows: a hash table with linear probing, at most half full.
struct RowTable {
  /// Random, so that no file can be made to collide; it decides nothing but where a row is looked for.
  let seed = UInt64.random(in: .min ... .max)
  /// The first row of each number.
  private(set) var first: [Int32] = []
  private var hashes: [UInt64] = []
  private var places: [Int32]

  /// A table with room for `capacity` numbers; it grows as needed.
  init(capacity: Int) {
    var size = 1 << 6
    while size < capacity * 2 { size *= 2 }
    places = [Int32](repeating: -1, count: size)
  }

  /// The number of what `row` holds: that of a row with its `hash` which `isSame`, else a new one.
  @inline(__always)
  mutating func number(of row: Int, hash: UInt64, isSame: (Int) -> Bool) -> Int32 {
    let place = place(of: hash, isSame)
    if places[place] >= 0 { return places[place] }
    let number = Int32(first.count)
    places[place] = number
    first.append(Int32(row))
    hashes.append(hash)
    if first.count * 2 > places.count { grow() }
    return number
  }

  /// The number of what has `hash`, and `isSame` as a row; nil where there is none.
  @inline(__always)
  func knownNumber(hash: UInt64, isSame: (Int) -> Bool) -> Int32? {
    let number = places[place(of: hash, isSame)]
    return number < 0 ? nil : number
  }

  /// Where the number stands, or would.
  @inline(__always)
  private func place(of hash: UInt64, _ isSame: (Int) -> Bool) -> Int {
    var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
    while places[place] >= 0 {
      let number = Int(places[place])
      if hashes[number] == hash, isSame(Int(first[number])) { break }
      place = (place + 1) & (places.count - 1)
    }
    return place
  }

  private mutating func grow() {
    places = [Int32](repeating: -1, count: places.count * 2)
    for (number, hash) in hashes.enumerated() { places[place(of: hash) { _ in false }] = Int32(number) }
  }
}
