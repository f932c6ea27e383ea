import Statistics

/// The numbers of the linear congruential generator s ← (1103515245 s + 12345) mod 2³¹, as shares of 2³¹, which any
/// language can draw again.
struct CongruentialNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> Double {
    state = (state * 1_103_515_245 + 12345) % 2_147_483_648
    return Double(state) / 2_147_483_648
  }
}

/// Three designs of a jump of .5 at 0, drawn from ``CongruentialNumbers``.
enum JumpDesign: Int, Sendable {
  case smooth = 1
  case clustered, batches

  /// In the order of the running variable.
  func observations() -> [LocalLinear.Observation] { rows().sorted { $0.x < $1.x } }

  /// In the order in which they are drawn.
  func rows() -> [LocalLinear.Observation] {
    var numbers = CongruentialNumbers(seed: UInt64(rawValue))
    func unit() -> Double { numbers.next() }
    let count = [400, 600, 900][Int(rawValue) - 1]
    return (0..<count).map { row in
      var x = 2 * unit() - 1
      if self == .batches { x = ((30 * (x + 1)).rounded(.down) + 0.5) / 30 - 1 }
      let noise = unit() + unit() + unit() - 1.5
      let weight = self == .smooth ? 1 : 100 + (200 * unit()).rounded(.down)
      let y = 1 + x - 2 * x * x + 3 * x * x * x + (x >= 0 ? 0.5 : 0) + 0.6 * noise
      let cluster = self == .smooth ? row : row / 4 * 2 + (x >= 0 ? 1 : 0)
      return .init(x: x, y: y, weight: weight, cluster: Int32(cluster))
    }
  }
}
