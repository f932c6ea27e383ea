import ModuleKit
import Statistics

extension Proportion {
  /// The share as the exact fraction that was written.
  var exact: Rational {
    guard let share = Rational(text) else { preconditionFailure("the schema of a share admits fractions only") }
    return share
  }
}

extension Rational {
  /// The number as it was printed.
  init?(_ decimal: ExactDecimal) { self.init(decimal.description) }

  /// What remains to 1.
  var complement: Rational { 1 - self }

  /// The share in percent, for a finding.
  var percent: Quantity { Quantity((100 * self).approximation, .percent) }
}
