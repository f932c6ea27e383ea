import ModuleKit

extension LateReport {
  static let tables = [
    CodedTable(
      "ladder", Text(en: "The shift, level by level of the areas", es: "El cambio, nivel a nivel de las áreas"),
      columns: [
        .init("level", .text, Text(en: "Level", es: "Nivel")),
        .init("units_both", .integer, Text(en: "Areas with early and late votes", es: "Áreas con votos de ambos")),
        .init("units_only_early", .integer, Text(en: "Only early", es: "Solo tempranos")),
        .init("units_only_late", .integer, Text(en: "Only late", es: "Solo tardíos")),
      ] + parts + [
        .init(
          "both_early_points", .number,
          Text(en: "Early margin where both (points)", es: "Margen temprano donde hay ambos (puntos)")),
        .init(
          "both_late_points", .number,
          Text(en: "Late margin where both (points)", es: "Margen tardío donde hay ambos (puntos)")),
        .init(
          "composition_early_rates_points", .number,
          Text(en: "Composition at early margins (points)", es: "Composición con márgenes tempranos (puntos)")),
        .init(
          "within_late_weights_points", .number,
          Text(en: "Within areas at late weights (points)", es: "Dentro de áreas con pesos tardíos (puntos)")),
        .init(
          "early_uncovered_percent", .number,
          Text(en: "Early votes not covered (%)", es: "Votos tempranos sin cubrir (%)")),
      ]),
    CodedTable(
      "projection",
      Text(
        en: "Late sheets projected from the early margin of their area",
        es: "Actas tardías proyectadas con el margen temprano de su área"),
      columns: [
        .init(
          "level", .text, Text(en: "Level of the area (none: the whole)", es: "Nivel del área (vacío: el total)")),
        .init("late_sheets", .integer, Text(en: "Late sheets", es: "Actas tardías")),
        .init("late_votes", .number, Text(en: "Late valid votes", es: "Votos válidos tardíos")),
        .init("projected_votes", .number, Text(en: "Margin projected (votes)", es: "Margen proyectado (votos)")),
        .init("standard_error", .number, Text(en: "Standard error (votes)", es: "Error estándar (votos)")),
        .init("actual_votes", .number, Text(en: "Margin as it was (votes)", es: "Margen real (votos)")),
      ]),
    CodedTable(
      "jump", Text(en: "The jump at the cut, by bandwidth", es: "El salto en el corte, según el ancho de banda"),
      columns: [
        .init(
          "bandwidth_percent", .integer,
          Text(en: "Sheets on either side (%)", es: "Actas a cada lado (%)")),
        .init("jump_points", .number, Text(en: "Jump (points)", es: "Salto (puntos)")),
        .init("before_points", .number, Text(en: "Margin before (points)", es: "Margen antes (puntos)")),
        .init("after_points", .number, Text(en: "Margin after (points)", es: "Margen después (puntos)")),
        .init("robust_error", .number, Text(en: "Standard error, HC1", es: "Error estándar, HC1")),
        .init(
          "clustered_error", .number,
          Text(en: "Standard error, by polling place", es: "Error estándar, por recinto")),
        .init("low_points", .number, Text(en: "95% interval, from", es: "Intervalo del 95 %, desde")),
        .init("high_points", .number, Text(en: "95% interval, to", es: "Intervalo del 95 %, hasta")),
        .init("sheets_before", .integer, Text(en: "Sheets before", es: "Actas antes")),
        .init("sheets_after", .integer, Text(en: "Sheets after", es: "Actas después")),
        .init("places", .integer, Text(en: "Polling places", es: "Recintos")),
        .init("placebos", .integer, Text(en: "Placebo cuts", es: "Cortes de placebo")),
        .init(
          "placebo_low_points", .number, Text(en: "Placebo jumps, from", es: "Saltos de placebo, desde")),
        .init("placebo_high_points", .number, Text(en: "Placebo jumps, to", es: "Saltos de placebo, hasta")),
        .init(
          "p", .number,
          Text(
            en: "Share of cuts that jump as much, this one included",
            es: "Proporción de cortes que saltan tanto, incluido este")),
      ]),
    CodedTable(
      "placebos", Text(en: "Jumps at placebo cuts", es: "Saltos en cortes de placebo"),
      columns: [
        .init(
          "bandwidth_percent", .integer,
          Text(en: "Sheets on either side (%)", es: "Actas a cada lado (%)")),
        .init("cut_percent", .number, Text(en: "Cut (% of the sheets)", es: "Corte (% de las actas)")),
        .init("jump_points", .number, Text(en: "Jump (points)", es: "Salto (puntos)")),
      ]),
    CodedTable(
      "areas", Text(en: "The shift within each area", es: "El cambio dentro de cada área"),
      columns: [
        .init("area", .text, Text(en: "Area", es: "Área")),
        .init("early_sheets", .integer, Text(en: "Early sheets", es: "Actas tempranas")),
        .init("late_sheets", .integer, Text(en: "Late sheets", es: "Actas tardías")),
      ] + parts),
  ]

  /// What ``parts(_:)`` fills.
  private static let parts: [CodedTable.Column] = [
    .init("early_points", .number, Text(en: "Early margin (points)", es: "Margen temprano (puntos)")),
    .init("late_points", .number, Text(en: "Late margin (points)", es: "Margen tardío (puntos)")),
    .init("shift_points", .number, Text(en: "Shift (points)", es: "Cambio (puntos)")),
    .init("composition_points", .number, Text(en: "Composition (points)", es: "Composición (puntos)")),
    .init("within_points", .number, Text(en: "Within areas (points)", es: "Dentro de áreas (puntos)")),
    .init("left_over_points", .number, Text(en: "Left over (points)", es: "Resto (puntos)")),
    .init("uncovered_percent", .number, Text(en: "Late votes not covered (%)", es: "Votos tardíos sin cubrir (%)")),
  ]
}
