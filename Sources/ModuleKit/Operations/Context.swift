/// What the host gives beside inputs and parameters.
public struct Context: Sendable {
  /// What the operation may know of the mission.
  public var mission: Mission
  /// The instant whose knowledge the inputs are restricted to; nil for all that is known.
  public var asOf: Instant?
  /// For pages of an edition: what is left out of it since its date is not known, by dataset.
  public var undated: [UndatedRows] = []
  /// The seed of any draw, the same for the same key.
  public var seed: UInt64
  /// Tells how far the work is, from 0 to 1.
  public var progress: @Sendable (Double) -> Void

  /// A context for one run.
  public init(
    mission: Mission, asOf: Instant? = nil, seed: UInt64 = 0, progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) { (self.mission, self.asOf, self.seed, self.progress) = (mission, asOf, seed, progress) }
}
