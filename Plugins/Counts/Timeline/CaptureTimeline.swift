import ModuleKit

/// What `counts.timeline` finds in captures of a published count, apart from what the figures themselves show.
struct CaptureTimeline {
  let series: CaptureSeries
  /// The shortest time of the same figures that is told in the text.
  let silence: Duration
  let zone: Zone

  func add(to findings: inout Findings) throws {
    guard !series.captures.isEmpty else { return }
    addCaptures(to: &findings)
    addWithoutFigures(to: &findings)
    addFreezes(to: &findings)
    try findings.add(CaptureReport.captures, series.captures.map { CaptureReport.Row(capture: $0, series: series) })
  }

  private var source: DatasetSource { series.shown.source }

  private func evidence(_ captures: [Bulletin]) -> [Evidence] { [source.evidence(captures.map(\.provenance))] }

  private func time(_ bulletin: Bulletin) -> Text {
    bulletin.capture?.text(in: zone) ?? bulletin.provenance.publication.text(in: zone)
  }

  private func addCaptures(to findings: inout Findings) {
    let captures = series.captures
    let widths = captures.map { bulletin -> Double? in
      bulletin.capture?.to.flatMap { to in bulletin.capture?.from.map { to.hours(since: $0) } }
    }
    let known = widths.compactMap(\.self)
    let within = known.count == captures.count ? Quantity(known.max() ?? 0, .hours) : nil
    findings.add(
      Timeline.CapturesRead(
        captures: captures.count, figures: series.shown.all.count { $0.capture != nil },
        first: time(captures[0]), last: time(captures[captures.count - 1]), precision: Self.precision(within)),
      about: "captures", from: evidence(captures))
  }

  /// How closely the times of captures are known; empty where they are known to the instant.
  private static func precision(_ within: Quantity?) -> Text {
    guard let within else {
      return Text(
        en: " When some of them were made is not known.", es: " De algunas no se sabe cuándo se hicieron.")
    }
    guard within.value != 0 else { return Text("") }
    return Text(
      en: " When each of them was made is known to within \(within.text(.english)).",
      es: " La hora de cada una se conoce con un margen de \(within.text(.spanish)).")
  }

  /// All of them in one finding.
  private func addWithoutFigures(to findings: inout Findings) {
    let without = series.withoutFigures
    guard !without.isEmpty else { return }
    let failed = without.count { $0.capture?.state == .failed }
    findings.add(
      Timeline.CapturesWithoutFigures(
        captures: series.captures.count, without: without.count, failures: Self.failures(failed), made: made(without)),
      about: "captures", from: evidence(without))
  }

  /// When `captures` were made, in words.
  private func made(_ captures: [Bulletin]) -> Text {
    let (first, last) = (time(captures[0]), time(captures[captures.count - 1]))
    guard captures.count > 1 else { return Text(en: "it was made \(first.en)", es: "se hizo \(first.es)") }
    return Text(
      en: "the first of these was made \(first.en), the last \(last.en)",
      es: "la primera de estas se hizo \(first.es), la última \(last.es)")
  }

  /// How many of them failed; empty where none did.
  private static func failures(_ failed: Int) -> Text {
    guard failed > 0 else { return Text("") }
    return Text { language in
      let number = language.number(failed)
      return language == .english
        ? ", of which \(number) failed"
        : ", de las que \(language.plural(Double(failed), one: "falló", other: "fallaron")) \(number)"
    }
  }

  private func addFreezes(to findings: inout Findings) {
    for freeze in series.freezes {
      let hours = Quantity(nil, .hours, low: freeze.low, high: freeze.high, interval: .hardBound)
      let isLong = freeze.low >= silence.hours
      guard isLong || freeze.high.map({ $0 >= silence.hours }) ?? true else { continue }
      findings.add(
        Timeline.Freeze(
          stood: hours, captures: freeze.captures, threshold: silence.hours, first: time(freeze.first),
          last: time(freeze.last)),
        of: isLong ? Timeline.Freeze.frozen : Timeline.Freeze.possible,
        about: "\(freeze.first.provenance.key)_to_\(freeze.last.provenance.key)",
        from: evidence([freeze.first, freeze.last]))
    }
  }
}

/// The table of captures.
enum CaptureReport {
  /// One capture.
  struct Row {
    let capture: Bulletin
    let series: CaptureSeries
  }

  static let captures = TableKind<Row>(
    "captures", Text(en: "The captures of the published count", es: "Las capturas del conteo publicado"),
    columns: [
      .init("capture", Text(en: "Capture", es: "Captura")) { $0.capture.provenance.key },
      .init("captured_from", Text(en: "Made, earliest", es: "Hecha, desde")) { $0.capture.capture?.from },
      .init("captured_to", Text(en: "Made, latest", es: "Hecha, hasta")) { $0.capture.capture?.to },
      .init("state", Text(en: "State", es: "Estado")) { $0.capture.capture?.state },
      .init("same_as", Text(en: "The figures of", es: "Las cifras de")) { $0.series.earlier(than: $0.capture) },
      .init("counted_sheets", .sheets, Text(en: "Sheets counted", es: "Actas contadas")) { $0.capture.countedSheets },
      .init("total_sheets", .sheets, Text(en: "Sheets in all", es: "Total de actas")) { $0.capture.totalSheets },
      .init("inconsistent_sheets", .sheets, Text(en: "Marked inconsistent", es: "Marcadas inconsistentes")) {
        $0.capture.inconsistentSheets
      },
      .init("valid_votes", .votes, Text(en: "Valid votes", es: "Votos válidos")) { $0.capture.validVotes },
    ])
}
