public import ModuleKit
public import Statistics

/// What a draw is asked for: of what, how many, by which sampler, from which seed.
public struct DrawRequest: Sendable, Equatable {
  /// How many can be drawn.
  public static let sizes = 1...10_000_000

  /// How numbers are made of the seed.
  public enum Sampler: String, Sendable, CaseIterable {
    /// Rivest's consistent sampler: the units with the smallest tickets.
    case consistent
    /// Rivest's SHA-256 sampler, as in Stark's tools: the seed and a counter.
    case counter
    /// Stark's generator and the beginning of a shuffle, as in cryptorandom.
    case shuffle
  }

  /// What is drawn.
  public enum Unit: String, Sendable, CaseIterable {
    /// Single ballots.
    case ballot
    /// Whole batches or boxes.
    case batch
  }

  /// How many are drawn from which batches.
  public enum Size: Sendable, Equatable {
    /// So many from all batches together.
    case simple(Int)
    /// So many from the batches of each stratum, by its name; strata without a number are left alone.
    case stratified([String: Int])
  }

  /// The public seed, digits of dice thrown before witnesses.
  public var seed: String
  /// How numbers are made of it.
  public var sampler: Sampler
  /// What is drawn.
  public var unit: Unit
  /// How many.
  public var size: Size
  /// Whether what was drawn can be drawn again.
  public var replacing: Bool
  /// The bounds on the errors of the batches, in their order, to which the chance of each is proportional; nil where all units have
  /// the same.
  public var bounds: [Rational]?

  /// A draw in which all units have the same chance.
  /// - Throws: ``RecountMessage/seed(_:)`` unless the seed is at least twenty decimal digits and nothing else.
  public init(seed: String, sampler: Sampler, unit: Unit, size: Size, replacing: Bool) throws(DiagnosticsError) {
    guard (20...200).contains(seed.utf8.count), seed.utf8.allSatisfy({ (48...57).contains($0) }) else {
      throw DiagnosticsError(RecountMessage.seed(seed))
    }
    (self.seed, self.sampler, self.unit) = (seed, sampler, unit)
    (self.size, self.replacing) = (size, replacing)
  }

  /// A draw of whole batches by the bounds on their errors, with replacement, of the numbers of ``Sampler/counter``.
  /// - Throws: ``RecountMessage/seed(_:)``; ``RecountMessage/notByBounds`` for a draw by strata.
  public init(seed: String, size: Size, bounds: [Rational]) throws(DiagnosticsError) {
    guard case .simple = size else { throw DiagnosticsError(RecountMessage.notByBounds) }
    try self.init(seed: seed, sampler: .counter, unit: .batch, size: size, replacing: true)
    self.bounds = bounds
  }
}

extension DrawRequest.Size {
  /// The size that a number, or strata with a number each such as `north=120`, write.
  /// - Throws: ``RecountMessage/size(_:)``.
  public init(_ size: String?, strata: [String]) throws(DiagnosticsError) {
    func number(_ text: some StringProtocol, of whole: String) throws(DiagnosticsError) -> Int {
      guard let number = Int(text), DrawRequest.sizes.contains(number) else {
        throw DiagnosticsError(RecountMessage.size(whole))
      }
      return number
    }
    if let size {
      self = .simple(try number(size, of: size))
      return
    }
    var sizes: [String: Int] = [:]
    for text in strata {
      guard let sign = text.lastIndex(of: "="), sizes[String(text[..<sign])] == nil else {
        throw DiagnosticsError(RecountMessage.size(text))
      }
      sizes[String(text[..<sign])] = try number(text[text.index(after: sign)...], of: text)
    }
    self = .stratified(sizes)
  }
}

extension DrawRequest.Sampler: ParameterValue {}
