import ModuleKit

extension BoxRecount {
  /// What a claimed draw lacks to be checked, in words that follow “there is” and “no se aporta”; nil where nothing.
  var missingOfDraw: Text? {
    switch (seed, drawRecord) {
    case (nil, nil):
      Text(en: "neither a seed nor a record of the draw", es: "la semilla ni la constancia del sorteo")
    case (nil, _): Text(en: "no seed", es: "la semilla")
    case (_, nil): Text(en: "no record of the draw", es: "la constancia del sorteo")
    default: nil
    }
  }

  /// How many differ from their first count, in words.
  var differingWords: Text {
    switch differing {
    case nil, 0: Text(en: "none differs from its first count", es: "ninguna difiere de su primer conteo")
    case 1: Text(en: "one differs from its first count", es: "una difiere de su primer conteo")
    case let differing?:
      Text { language in
        let number = Quantity(differing, .boxes).number(language)
        return language == .english
          ? "\(number) differ from their first count" : "\(number) difieren de su primer conteo"
      }
    }
  }
}
