extension NumberStyles {
  /// The styles of the country that lies in the IANA zone `zone`: English with commas and points everywhere, Spanish as
  /// the country writes it (CLDR 48, `numbers` of `es-AR` to `es-VE`).
  ///
  /// Numbers are grouped from four digits on in every country, so that columns and sentences agree; the academies leave
  /// four digits together, and CLDR does so for Spain.
  public init(zone: String) {
    let spanish = Self.zones.first { practice in
      practice.zones.contains { $0.hasSuffix("/") ? zone.hasPrefix($0) : zone == $0 }
    }
    self.init(es: spanish?.style ?? .commas)
  }

  /// The zones whose countries write Spanish numbers otherwise than with commas and points. `zone.tab` of the IANA
  /// database says which country a zone is of; names that it keeps for old files are among them.
  private static let zones: [(zones: [String], style: NumberStyle)] = [
    (
      [
        // Argentina
        "America/Argentina/", "America/Buenos_Aires", "America/Catamarca", "America/Cordoba", "America/Jujuy",
        "America/Mendoza", "America/Rosario",
        // Bolivia, Chile, Colombia
        "America/La_Paz", "America/Santiago", "America/Punta_Arenas", "America/Coyhaique", "Pacific/Easter", "Chile/",
        "America/Bogota",
        // Ecuador, Paraguay, Uruguay, Venezuela
        "America/Guayaquil", "Pacific/Galapagos", "America/Asuncion", "America/Montevideo", "America/Caracas",
      ], NumberStyle(group: ".", decimal: ",")
    ),
    // Costa Rica
    (["America/Costa_Rica"], NumberStyle(group: "\u{202F}", decimal: ",")),
    // Spain, Equatorial Guinea
    (
      ["Europe/Madrid", "Africa/Ceuta", "Atlantic/Canary", "Africa/Malabo"],
      NumberStyle(group: ".", decimal: ",", beforePercent: "\u{00A0}")
    ),
  ]
}
