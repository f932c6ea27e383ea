import Language
import Testing

/// How countries write numbers, as CLDR 48 has it, but for groups from four digits on everywhere.
@Suite struct NumberStyleTests {
  private func spanish(_ zone: String) -> [String] {
    NumberStyles.$current.withValue(NumberStyles(zone: zone)) {
      let es = Language.spanish
      return [es.number(1_410_888), es.number(4753), es.percent(42.95, places: 2)]
    }
  }

  @Test(arguments: [
    "America/Tegucigalpa", "America/Mexico_City", "America/Tijuana", "America/Guatemala", "America/El_Salvador",
    "America/Managua", "America/Santo_Domingo", "America/Panama", "America/Lima", "America/Havana",
    "America/Puerto_Rico", "UTC", "Africa/Nairobi",
  ])
  func commasAndPoints(zone: String) { #expect(spanish(zone) == ["1,410,888", "4,753", "42.95%"]) }

  @Test(arguments: [
    "America/Argentina/Buenos_Aires", "America/Buenos_Aires", "America/La_Paz", "America/Santiago", "Pacific/Easter",
    "Chile/Continental", "America/Bogota", "America/Guayaquil", "Pacific/Galapagos", "America/Asuncion",
    "America/Montevideo", "America/Caracas",
  ])
  func pointsAndCommas(zone: String) { #expect(spanish(zone) == ["1.410.888", "4.753", "42,95%"]) }

  @Test func otherPractices() {
    #expect(spanish("America/Costa_Rica") == ["1\u{202F}410\u{202F}888", "4\u{202F}753", "42,95%"])
    for zone in ["Europe/Madrid", "Africa/Ceuta", "Atlantic/Canary", "Africa/Malabo"] {
      #expect(spanish(zone) == ["1.410.888", "4.753", "42,95\u{00A0}%"])
    }
  }

  /// English is written one way in every country.
  @Test func english() {
    for zone in ["America/Tegucigalpa", "America/Bogota", "Europe/Madrid"] {
      #expect(NumberStyles(zone: zone)[.english] == .commas)
    }
  }

  /// What a style says holds for all that is written inside, whatever tasks it is written in, and for nothing else.
  @Test func aStyleHoldsWhileItIsSet() async {
    var styles = NumberStyles()
    styles[.english] = NumberStyle(group: "", decimal: ",", beforePercent: " ")
    let inside = await NumberStyles.$current.withValue(styles) {
      await withTaskGroup(of: String.self) { group in
        group.addTask { Language.english.percent(4753.5, places: 1) }
        return await group.reduce("", +)
      }
    }
    #expect(inside == "4753,5 %")
    #expect(Language.english.percent(4753.5, places: 1) == "4,753.5%")
  }
}
