import ModuleKit
import Statistics

/// Counts that end in 0 or 5.
struct CountEndingsScreen: ScreeningTest {
  let name = Text(en: "counts that end in 0 or 5", es: "recuentos que terminan en 0 o 5")
  let measure = Text(en: "their share", es: "su proporción")
  let caution = Text(
    en:
      "Small counts end in 0 or 5 more or less often than one in five by arithmetic alone, 0 votes above all; rounding by officials is a clerical matter until sheets say otherwise.",
    es:
      "Los recuentos pequeños terminan en 0 o 5 más o menos de una vez de cada cinco por pura aritmética, sobre todo los de 0 votos; que el personal redondee es un asunto administrativo mientras las actas no digan otra cosa."
  )
  let citation = Text("Hicken & Mebane 2015, A Guide to Elections Forensics (C05s)")

  func outcomes(of sample: ScreeningSample) -> [ScreeningOutcome] {
    forEach(sample) { quantity in
      let endings = FiveEndings(sample.counts(quantity))
      guard let share = endings.share else { return [] }
      return [
        ScreeningOutcome(
          quantity: quantity, measure: "share", statistic: share, expected: FiveEndings.expected, p: endings.p,
          count: endings.total)
      ]
    }
  }
}
