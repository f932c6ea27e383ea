import ModuleKit

/// The tables of `counts.timeline` from sheets.
struct SheetReport {
  /// A batch of sheets, by its place.
  struct BatchRow { let flow: SheetFlow, outstanding: OutstandingVoters?, place: Int }

  /// A silence between two batches.
  struct SilenceRow { let flow: SheetFlow, silence: SheetTimeline.Silence }

  /// Batches that together have about a tenth of the sheets.
  struct TenthRow { let flow: SheetFlow, places: ClosedRange<Int> }

  static let batches = TableKind<BatchRow>(
    "sheet_batches", Text(en: "Sheets as they became known", es: "Actas según se conocieron"),
    columns: [
      .init("known", Text(en: "Known", es: "Conocidas")) { $0.flow.batches[$0.place].time },
      .init("sheets", .sheets, Text(en: "Sheets of the batch", es: "Actas del lote")) {
        $0.flow.batches[$0.place].places.count
      },
      .init("counted", .sheets, Text(en: "Sheets so far", es: "Actas hasta entonces")) { $0.flow.counted($0.place) },
      .init("valid", .votes, Text(en: "Valid votes so far", es: "Votos válidos hasta entonces")) {
        $0.flow.valid[$0.place]
      },
      .init("lead", .votes, Text(en: "Lead of the first option", es: "Ventaja de la primera opción")) {
        $0.flow.pair == nil ? nil : $0.flow.lead($0.place)
      },
      .init("batch_points", .points, Text(en: "Margin within the batch (points)", es: "Margen del lote (puntos)")) {
        $0.flow.pair == nil ? nil : $0.flow.points($0.place...$0.place)
      },
      .init("voters_out", .people, Text(en: "Voters of sheets not in", es: "Electores de actas pendientes")) {
        $0.outstanding?.after[$0.place]
      },
    ])

  static let gaps = TableKind<SilenceRow>(
    "sheet_gaps", Text(en: "Silences between sheets", es: "Silencios entre actas"),
    columns: [
      .init("before", Text(en: "Last sheets before", es: "Últimas actas antes")) {
        $0.flow.batches[$0.silence.after - 1].time
      },
      .init("after", Text(en: "First sheets after", es: "Primeras actas después")) {
        $0.flow.batches[$0.silence.after].time
      },
      .init("low_hours", .hours, Text(en: "At least (h)", es: "Al menos (h)")) { $0.silence.low },
      .init("high_hours", .hours, Text(en: "At most (h)", es: "Como máximo (h)")) { $0.silence.high },
    ])

  static let tenths = TableKind<TenthRow>(
    "sheet_tenths", Text(en: "Margin by tenths of the sheets", es: "Margen por décimas partes de las actas"),
    columns: [
      .init("from", Text(en: "From", es: "Desde")) { $0.flow.batches[$0.places.lowerBound].time },
      .init("to", Text(en: "To", es: "Hasta")) { $0.flow.batches[$0.places.upperBound].time },
      .init("sheets", .sheets, Text(en: "Sheets", es: "Actas")) { row in
        row.places.reduce(0) { $0 + row.flow.batches[$1].places.count }
      },
      .init("margin_points", .points, Text(en: "Margin (points)", es: "Margen (puntos)")) {
        $0.flow.pair == nil ? nil : $0.flow.points($0.places)
      },
    ])

  let timeline: SheetTimeline
  let silences: [SheetTimeline.Silence]

  func add(to findings: inout Findings) throws {
    let flow = timeline.flow
    try findings.add(
      Self.batches,
      flow.batches.indices.lazy.map { BatchRow(flow: flow, outstanding: timeline.outstanding, place: $0) })
    try findings.add(Self.gaps, silences.map { SilenceRow(flow: flow, silence: $0) })
    try findings.add(Self.tenths, timeline.tenths.map { TenthRow(flow: flow, places: $0) })
  }
}
