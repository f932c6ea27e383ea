/// p values adjusted so that, among all that fall below a rate, the expected share of false alarms stays below it,
/// however the tests depend on each other.
///
/// Benjamini and Yekutieli 2001, The Control of the False Discovery Rate in Multiple Testing under Dependency, Annals
/// of Statistics 29:1165, theorem 1.3, in the adjusted form of Yekutieli and Benjamini 1999.
public enum BenjaminiYekutieli {
  /// The adjusted values, in the order of `p`: the least of m c p(j) / j over all p(j) not below the one, at most 1,
  /// where m is their number and c = 1 + 1/2 + ... + 1/m.
  public static func adjusted(_ p: [Double]) -> [Double] {
    let order = p.indices.sorted { (p[$0], $0) < (p[$1], $1) }
    let factor = Double(p.count) * p.indices.reduce(0.0) { $0 + 1 / Double($1 + 1) }
    var adjusted = p
    var least = 1.0
    for (place, index) in order.enumerated().reversed() {
      least = min(least, factor * p[index] / Double(place + 1))
      adjusted[index] = least
    }
    return adjusted
  }
}
