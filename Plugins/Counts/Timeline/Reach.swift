import ModuleKit

/// Whether votes still to come could hold the margin that those behind needed among them: it is 100 points where all of
/// them are for one side.
enum Reach {
  /// They could, or they could not, or it depends on what is assumed.
  case within, out, dependent

  /// By the margin `needed`, in points.
  init(_ needed: Quantity) {
    self.init([needed.value, needed.low, needed.high].compactMap(\.self).map { $0 <= 100 })
  }

  /// By whether it is within reach under each of what is assumed.
  init(_ isWithin: [Bool]) {
    self = isWithin.allSatisfy(\.self) ? .within : isWithin.contains(true) ? .dependent : .out
  }

  /// A sentence behind one that states the margin; empty where it was within reach.
  var note: Text {
    guard self != .within else { return Text("") }
    return Text(
      en: " A margin of more than 100 points is out of reach: not even all the votes to come would suffice.",
      es: " Un margen de más de 100 puntos está fuera de alcance: no bastarían ni todos los votos por llegar.")
  }
}
