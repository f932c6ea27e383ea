import Charts
import ModuleKit
import Statistics

/// The figures of `counts.late`.
enum LateFigures {
  static func ladder(
    _ rungs: [(name: String, it: Kitagawa, parts: Kitagawa.Parts)], _ options: ComparedOptions, source: Text
  ) -> Text? {
    let levels = rungs.map { name, it, parts in
      ShiftLadder.Level(
        name: Glossary.current.name(name), composition: 100 * parts.composition, within: 100 * parts.within,
        remainder: 100 * (it.shift - parts.shift), uncovered: 100 * it.lateUncovered)
    }
    guard let shift = rungs.first.map({ Quantity(100 * $0.it.shift, .points) }) else { return nil }
    let caption = Caption(
      title: Late.ladderFigure.title,
      takeaway: Text(
        en:
          "The margin of \(options.name(first: true).en) over \(options.name(first: false).en) shifted by \(shift.text(.english)). Finer areas leave less of it within areas, and cover fewer of the late votes.",
        es:
          Language.contracted("El margen de \(options.name(first: true).es)")
          + " sobre \(options.name(first: false).es) cambió \(shift.text(.spanish)). Las áreas más finas dejan menos dentro de ellas y cubren menos votos tardíos."
      ),
      caution: Text(
        en: "A change within areas can be legitimate, and the mix of areas does not clear what is inside the sheets.",
        es:
          "Un cambio dentro de áreas puede ser legítimo, y la mezcla de áreas no descarta lo que haya dentro de las actas."
      ), source: source)
    return ShiftLadder(levels: levels).figure(id: "late-ladder", caption: caption)?.svg
  }

  static func jump(_ jump: LateJump, _ options: ComparedOptions, source: Text) -> Text? {
    let rows = jump.rows.map { row in
      JumpGrid.Row(
        bandwidth: row.bandwidth, jump: row.jump.size, interval: row.interval, placebos: row.placebos.range)
    }
    let caption = Caption(
      title: Late.jumpFigure.title,
      takeaway: Text(
        en:
          "How far the margin of \(options.name(first: true).en) over \(options.name(first: false).en) jumps at the cut, beside its jumps where nothing is said to have happened.",
        es:
          Language.contracted("Cuánto salta el margen de \(options.name(first: true).es)")
          + " sobre \(options.name(first: false).es) en el corte, junto a sus saltos donde no se dice que pasara nada."
      ),
      caution: Text(
        en:
          "Placebo cuts overlap and are not independent. A jump may come from where the sheets after the cut are from.",
        es:
          "Los cortes de placebo se solapan y no son independientes. Un salto puede deberse a de dónde son las actas posteriores."
      ), source: source)
    return JumpGrid(rows: rows).figure(id: "late-jump", caption: caption)?.svg
  }
}
