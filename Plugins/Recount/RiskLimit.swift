import ModuleKit
import Statistics

extension Proportion {
  /// The risk limit that it gives: with none, or a certain one, nothing is measured.
  func limit() throws(StatisticsError) -> Double {
    guard exact > 0, exact < 1 else { throw .risk(exact) }
    return exact.approximation
  }
}
