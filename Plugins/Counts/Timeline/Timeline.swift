import ModuleKit

/// How the published lead moved, how long the count was silent, what each batch must have held and what the trailing
/// side still needed: from published bulletins, from sheets that say when they were published, or from both.
struct Timeline: ModuleOperation {
  static let summary = Text(
    en: "The published lead from bulletin to bulletin: silences, reversals, batches and what was still needed",
    es: "La ventaja publicada, boletín a boletín: silencios, inversiones, lotes y lo que aún faltaba")

  static let findings: [any AnyFindingKind] = [
    VotesAhead.lead, LeadInShares.kind, Level.kind, VotesAhead.declared, LeadDisagrees.kind, LeadStep.kind,
    LeadChangeTotal.kind, LeadReversal.kind, OrderReversal.kind, CountLowered.kind, Silence.kind, PossibleSilence.kind,
    OpenSilence.kind,
    CapturesRead.kind, CapturesWithoutFigures.kind, Freeze.frozen, Freeze.possible, TotalSheetsChanged.kind,
    InconsistentSheets.kind, SharesOfAllVotes.kind, NeededMargin.known, OutOfReach.known, OpenOutcome.kind,
    NeededMargin.hindsight, OutOfReach.hindsight, OutcomeByRule.known, OutcomeByRule.knownOutOfReach,
    OutcomeByRule.hindsight, OutcomeByRule.hindsightOutOfReach, BatchMargin.kind,
    BatchBeyondVotes.kind, BatchMarginHindsight.kind, SheetOrder.kind, TimeSteps.kind, SheetSilence.kind,
    SheetSilenceOnly.kind,
    SheetReversals.kind, SheetTenths.kind, SheetsNotIn.stillNeeded, SheetsNotIn.outOfReach, HardBound.decided,
    HardBound.notDecided, RegisterExceeded.kind, OutcomeByRule.sheets, OutcomeByRule.sheetsOutOfReach,
    OutcomeDecided.kind, NumbersWithheld.kind,
  ]
  static let tables: [any AnyTableKind] = [
    TimelineReport.leads, CaptureReport.captures, TimelineReport.gaps, TimelineReport.needed, TimelineReport.byRule,
    TimelineReport.batches,
    SheetReport.batches,
    SheetReport.gaps, SheetReport.tenths,
  ]
  static let leadFigure = FigureKind("lead", Text(en: "The published lead", es: "La ventaja publicada"))
  static let sheetsLeadFigure = FigureKind(
    "sheets_lead", Text(en: "The lead, sheet by sheet", es: "La ventaja, acta por acta"))
  static let figures = [leadFigure, sheetsLeadFigure]

  @Input(oneOf: .bulletins, "the published counts") var bulletins: Bulletins?
  @Input(oneOf: .sheets, "the sheets, which say when they were published") var sheets: Sheets?
  @Input(.stations, "all the stations there are, with their registered voters") var stations: Stations?
  @Parameter("the shortest time without a bulletin that counts as a silence") var silence = Duration.seconds(6 * 3600)
  @Parameter("least votes of an outstanding sheet, relative to a counted one", in: 0.1...1) var sizeLow = 0.8
  @Parameter("most votes of an outstanding sheet, relative to a counted one", in: 1...10) var sizeHigh = 1.1
  @Parameter("for sheets: a silence is so many times the median gap", in: 1...1000) var gapFactor = 6.0
  @Parameter("for sheets: the shortest gap that counts as a silence") var gapLeast = Duration.seconds(1800)

  func run(_ findings: inout Findings, _ context: Context) async throws {
    if let bulletins, let sheets { try CountsParameter.require(sheets.source, contestOf: bulletins.source) }
    if let bulletins {
      let captures = CaptureSeries(bulletins)
      try CaptureTimeline(series: captures, silence: silence, zone: context.mission.zone).add(to: &findings)
      try BulletinTimeline(captures: captures, silence: silence, sizeLow: sizeLow, sizeHigh: sizeHigh)
        .add(to: &findings, context)
    }
    findings.addWithheld(of: sheets)
    if let sheets {
      guard let flow = SheetFlow(sheets) else {
        throw DiagnosticsError(CountsMessage.withoutTimes(dataset: sheets.source.dataset))
      }
      try SheetTimeline(
        flow: flow, outstanding: OutstandingVoters(flow, stations, isEdition: context.asOf != nil),
        gapFactor: gapFactor, gapLeast: gapLeast, zone: context.mission.zone
      ).add(to: &findings)
    }
  }
}
