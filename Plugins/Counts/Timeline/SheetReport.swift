import ModuleKit

/// The tables of `counts.timeline` from sheets.
struct SheetReport {
  static let tables = [
    TableKind(
      "sheet_batches", Text(en: "Sheets as they became known", es: "Actas según se conocieron"),
      columns: [
        .init("known", .dateTime, Text(en: "Known", es: "Conocidas")),
        .init("sheets", .integer, Text(en: "Sheets of the batch", es: "Actas del lote")),
        .init("counted", .integer, Text(en: "Sheets so far", es: "Actas hasta entonces")),
        .init("valid", .integer, Text(en: "Valid votes so far", es: "Votos válidos hasta entonces")),
        .init("lead", .integer, Text(en: "Lead of the first option", es: "Ventaja de la primera opción")),
        .init("batch_points", .number, Text(en: "Margin within the batch (points)", es: "Margen del lote (puntos)")),
        .init("voters_out", .integer, Text(en: "Voters of sheets not in", es: "Electores de actas pendientes")),
      ]),
    TableKind(
      "sheet_gaps", Text(en: "Silences between sheets", es: "Silencios entre actas"),
      columns: [
        .init("before", .dateTime, Text(en: "Last sheets before", es: "Últimas actas antes")),
        .init("after", .dateTime, Text(en: "First sheets after", es: "Primeras actas después")),
        .init("low_hours", .number, Text(en: "At least (h)", es: "Al menos (h)")),
        .init("high_hours", .number, Text(en: "At most (h)", es: "Como máximo (h)")),
      ]),
    TableKind(
      "sheet_tenths", Text(en: "Margin by tenths of the sheets", es: "Margen por décimas partes de las actas"),
      columns: [
        .init("from", .dateTime, Text(en: "From", es: "Desde")),
        .init("to", .dateTime, Text(en: "To", es: "Hasta")),
        .init("sheets", .integer, Text(en: "Sheets", es: "Actas")),
        .init("margin_points", .number, Text(en: "Margin (points)", es: "Margen (puntos)")),
      ]),
  ]

  private let timeline: SheetTimeline
  private let silences: [SheetTimeline.Silence]

  init(_ timeline: SheetTimeline, _ silences: [SheetTimeline.Silence]) {
    (self.timeline, self.silences) = (timeline, silences)
  }

  func add(to findings: inout Findings<TimelineCode>) throws {
    for (kind, rows) in zip(Self.tables, [batches, gaps, tenths]) {
      findings.add(table: try kind.table(rows), as: kind.name)
    }
  }

  private var batches: [[Cell]] {
    let (flow, outstanding) = (timeline.flow, timeline.outstanding)
    return flow.batches.indices.map { place in
      [
        .dateTime(flow.batches[place].time), .integer(Int64(flow.batches[place].places.count)),
        .integer(Int64(flow.counted(place))), .integer(flow.valid[place]),
        flow.pair == nil ? .missing : .integer(flow.lead(place)),
        flow.pair == nil ? .missing : flow.points(place...place).map(Cell.number) ?? .missing,
        outstanding.map { .integer($0.after[place]) } ?? .missing,
      ]
    }
  }

  private var gaps: [[Cell]] {
    silences.map { silence in
      [
        .dateTime(timeline.flow.batches[silence.after - 1].time), .dateTime(timeline.flow.batches[silence.after].time),
        .number(silence.low), .number(silence.high),
      ]
    }
  }

  private var tenths: [[Cell]] {
    let flow = timeline.flow
    return timeline.tenths.map { places in
      let sheets = places.reduce(0) { $0 + flow.batches[$1].places.count }
      return [
        .dateTime(flow.batches[places.lowerBound].time), .dateTime(flow.batches[places.upperBound].time),
        .integer(Int64(sheets)),
        flow.pair == nil ? .missing : flow.points(places).map(Cell.number) ?? .missing,
      ]
    }
  }
}
