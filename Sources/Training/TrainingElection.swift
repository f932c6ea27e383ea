/// A simulated election of the Training Republic, a country that does not exist: what it is drawn from.
///
///     let count = TrainingElection(.urbanRural, stations: 1_200, seed: 31).simulated()
///     let csv = count.csv(.official)
///
/// The same values give the same bytes on any machine. `Docs/training.md` describes the model.
public struct TrainingElection: Sendable, Hashable {
  /// How the country votes.
  public var shape: Shape
  /// The number of sheets, one for each polling station; at least 1.
  public var stations: Int
  /// What everything is drawn from.
  public var seed: UInt64
  /// Whether faults are planted; a clean election has none.
  public var hasFaults: Bool
  /// How large the registers of stations are.
  public var registers: Registers

  /// How large the registers of stations are.
  public enum Registers: Sendable, Hashable {
    /// Some 240 voters in the country and 380 in towns, 450 at most, as where stations are made to be of one size.
    case alike
    /// From 30 to 60,000, log-normal about 400 with a deviation of three quarters of an order of magnitude.
    case spread
  }

  /// An election of `stations` sheets.
  public init(
    _ shape: Shape, stations: Int, seed: UInt64, hasFaults: Bool = true, registers: Registers = .alike
  ) {
    precondition(stations > 0, "an election has stations")
    (self.shape, self.stations, self.seed, self.hasFaults) = (shape, stations, seed, hasFaults)
    self.registers = registers
  }

  /// The options, in ballot order.
  public static let options = ["oak", "cedar", "willow", "maple"]
  /// The options of the previous election, in ballot order: the second one stood under another name.
  public static let previousOptions = ["oak", "birch", "willow", "maple"]
  /// The numbers of stations that a mission can have: fewer would not hold all faults.
  public static let missionStations = 200...2_000_000

  /// Everything that the election left behind. Takes about a microsecond a station and track.
  public func simulated() -> SimulatedCount { SimulatedCount(self) }
}
