import ModuleKit

/// What a count showed at some hour, as known then.
struct CountState {
  /// The bulletin, or the batch of sheets, by its key.
  let key: String
  /// The first instant at which it can have been out (nil: ever before), the one from which it certainly was, and when
  /// that was in words.
  var earliest: Instant?
  let known: Instant
  let published: Text
  /// Who says so.
  let source: Text
  /// The option ahead; nil for a tie.
  let leader: Int?
  /// Its lead over the next option, in votes or in points of the printed shares.
  let lead: Quantity?
  /// The share of the sheets that was counted, from 0 to 1.
  let counted: Double?
  /// Whether it is the declared result, or no outstanding vote could change who was ahead.
  let isDecided: Bool
  /// The margin that those behind needed among the votes still to be counted, and on what condition, in words that
  /// follow it.
  let needed: Quantity?
  let condition: Text

  /// The sheets that were counted, in percent.
  var countedPercent: Double? { counted.map { 100 * $0 } }

  /// What those behind needed, in a sentence; empty where it is not known.
  var neededWords: Text {
    guard let needed else { return Text("") }
    let reach = Reach(needed)
    if reach == .out {
      return Text(
        en:
          " The mission computes that for those behind the lead was out of reach: even all the votes still to be counted would not have sufficed\(condition.en).",
        es:
          " La misión calcula que para quienes iban por detrás la ventaja estaba fuera de alcance: ni siquiera todos los votos por contar habrían bastado\(condition.es)."
      )
    }
    return Text(
      en:
        " The mission computes that those behind needed a margin of \(needed.text(.english)) among the votes still to be counted\(condition.en).\(reach.note.en)",
      es:
        " La misión calcula que quienes iban por detrás necesitaban un margen de \(needed.text(.spanish)) entre los votos por contar\(condition.es).\(reach.note.es)"
    )
  }

  /// The states in order, in words; nil stands for no count. Of several, the first was certainly published, and any of
  /// the others may have been: only the last of these is told.
  static func words(_ states: [CountState?], of contest: Contest) -> Text {
    let certain = states.first.flatMap { $0?.words(of: contest) }
    guard states.count > 1, let last = states.last.flatMap({ $0?.words(of: contest) }) else {
      return certain ?? Text(en: "no count was published", es: "no había conteo publicado")
    }
    let possible = states.count - 1
    guard let certain else {
      return possible == 1
        ? Text(
          en: "no count was certainly published by then; one may have been out: \(last.en)",
          es: "ningún conteo se había publicado con certeza para entonces; pudo haber salido uno: \(last.es)")
        : Text(
          en: "no count was certainly published by then; \(possible) may have been out, the last of them: \(last.en)",
          es:
            "ningún conteo se había publicado con certeza para entonces; pudieron haber salido \(possible), el último de ellos: \(last.es)"
        )
    }
    let start = Text(
      en: "the last count certainly published by then: \(certain.en)",
      es: "el último conteo publicado con certeza para entonces: \(certain.es)")
    return possible == 1
      ? Text(
        en: "\(start.en); a later one may also have been out: \(last.en)",
        es: "\(start.es); también pudo haber salido uno posterior: \(last.es)")
      : Text(
        en: "\(start.en); \(possible) later ones may also have been out, the last of them: \(last.en)",
        es: "\(start.es); también pudieron haber salido \(possible) posteriores, el último de ellos: \(last.es)")
  }

  private func words(of contest: Contest) -> Text {
    let share = countedPercent.map { Quantity($0, .percent) }
    return Text { language in
      let isEnglish = language == .english
      var text: String
      if let leader {
        let name = contest.options[leader].name[language]
        let lead = lead.map { (isEnglish ? " by " : ", con una ventaja de ") + $0.text(language) } ?? ""
        text =
          isEnglish
          ? "according to \(source.en), the count published \(published.en) showed \(name) ahead\(lead)"
          : "según \(source.es), el conteo publicado \(published.es) ponía en primer lugar a \(name)\(lead)"
      } else {
        text =
          isEnglish
          ? "according to \(source.en), the count published \(published.en) showed no option ahead"
          : "según \(source.es), el conteo publicado \(published.es) no ponía a ninguna opción en primer lugar"
      }
      if let share {
        text +=
          isEnglish
          ? " with \(share.text(language)) of the sheets"
          : ", con el \(share.text(language)) de las actas contadas"
      }
      return text
    }
  }
}

/// A count as it became known, in steps.
protocol PublishedCount {
  /// What it is made of, in tables; and what subjects end with.
  var name: String { get }
  var suffix: String { get }
  /// Every state that can have been the latest published at some instant from `from`, or from ever, to `to`, in order;
  /// nil stands for a time before the first. What was published within an interval may have been out from its start and
  /// certainly was from its end.
  func states(from: Instant?, to: Instant) -> [CountState?]
  /// The last state of all: hindsight for what was said before it.
  var end: CountState? { get }
  /// The rows that states are.
  func evidence(_ states: [CountState]) -> [Evidence]
  /// The contest.
  var contest: Contest { get }
}

extension PublishedCount {
  /// The option at a place of the ballot, by its key.
  func option(_ place: Int?) -> String? { place.map { contest.options[$0].id } }
}

/// The count as bulletins tell it.
struct BulletinCount: PublishedCount {
  let name = "bulletins"
  let suffix = ""
  var contest: Contest { bulletins.contest }
  private let bulletins: Bulletins
  private let rows: [String: Bulletin]
  private let states: [CountState]

  /// Of captures that show the same figures the first one counts; `sizes` spans the votes of an outstanding sheet
  /// relative to a counted one.
  init(_ all: Bulletins, sizes: ClosedRange<Double>, zone: Zone) {
    let captures = CaptureSeries(all)
    bulletins = captures.shown
    rows = Dictionary(bulletins.all.map { ($0.provenance.key, $0) }) { first, _ in first }
    let states = bulletins.all.enumerated().compactMap {
      row, bulletin -> (row: Int, state: CountState, seen: Instant?)? in
      guard let known = bulletin.provenance.publication.to, let standing = bulletin.standing else {
        return nil
      }
      let points = standing.points.map {
        Quantity($0.value, .points, low: $0.low, high: $0.high, interval: .hardBound)
      }
      let state = CountState(
        key: bulletin.provenance.key, earliest: bulletin.provenance.publication.from, known: known,
        published: bulletin.provenance.publication.text(in: zone), source: bulletin.provenance.sourceName,
        leader: standing.leader, lead: standing.votes.map { Quantity($0, .votes) } ?? points,
        counted: bulletin.countedShare?.value, isDecided: bulletin.stage == .declared,
        needed: Self.needed(bulletin, standing, sizes), condition: Timeline.condition(sizes))
      return (row, state, (captures.last(like: bulletin) ?? bulletin.capture)?.from)
    }
    // A bulletin cannot have been out before those that it follows were, nor while a capture still showed one of them.
    var earliest: Instant?
    self.states = states.sorted { ($0.state.known, $0.row) < ($1.state.known, $1.row) }.map {
      var state = $0.state
      earliest = [earliest, state.earliest].compactMap(\.self).max()
      state.earliest = earliest
      earliest = [earliest, $0.seen].compactMap(\.self).max()
      return state
    }
  }

  /// As in `counts.timeline`: the lead over what is still out.
  private static func needed(_ bulletin: Bulletin, _ standing: Standing, _ sizes: ClosedRange<Double>) -> Quantity? {
    guard bulletin.stage == .bulletin, let lead = standing.votes, lead > 0 else { return nil }
    return OutstandingSheets(bulletin, holding: bulletin.validCounted, sizes: sizes)?.needed(for: lead)
  }

  func states(from: Instant?, to: Instant) -> [CountState?] {
    let start = from.flatMap { from in states.lastIndex { $0.known <= from } }
    let possible = states[(start.map { $0 + 1 } ?? 0)...].filter { $0.earliest.map { $0 <= to } ?? true }
    return [start.map { states[$0] }] + possible
  }

  var end: CountState? { states.last { $0.isDecided } }

  func evidence(_ states: [CountState]) -> [Evidence] {
    let found = states.compactMap { rows[$0.key] }
    return found.isEmpty ? [] : [bulletins.source.evidence(found.map(\.provenance))]
  }
}

/// The count as sheets that say when they were published tell it.
struct SheetCount: PublishedCount {
  let name = "sheets"
  let suffix = "_by_sheets"
  var contest: Contest { flow.sheets.contest }
  let flow: SheetFlow
  let outstanding: OutstandingVoters?
  let zone: Zone

  /// Within an interval: the first and last state, and every one that another option leads or that decides.
  func states(from: Instant?, to: Instant) -> [CountState?] {
    guard let last = flow.last(at: to) else { return [nil] }
    let first = from.flatMap { flow.last(at: $0) }
    var places = [first ?? 0]
    for place in (first ?? 0)...last where place > places[places.count - 1] {
      let (before, now) = (flow.standing(places[places.count - 1]), flow.standing(place))
      let isChange =
        before.leader != now.leader
        || isDecided(places[places.count - 1], before) != isDecided(place, now)
      if isChange || place == last { places.append(place) }
    }
    return (first == nil ? [nil] : []) + places.map(state)
  }

  var end: CountState? { flow.batches.indices.last.map(state) }

  func evidence(_ states: [CountState]) -> [Evidence] {
    states.isEmpty ? [] : [flow.sheets.evidence]
  }

  private func isDecided(_ place: Int, _ standing: (leader: Int?, second: Int?, votes: Int64))
    -> Bool
  {
    outstanding?.isDecided(standing, place) ?? false
  }

  private func state(_ place: Int) -> CountState {
    let (standing, time) = (flow.standing(place), flow.batches[place].time)
    var needed: Quantity?
    if let outstanding, let turnout = CountedTurnout(flow, upTo: place) {
      needed = outstanding.needed(lead: standing.votes, place, turnout)
    }
    return CountState(
      key: "\(place)", earliest: time, known: time,
      published: Publication(from: time, to: time, basis: .stated).text(in: zone),
      source: flow.sheets.source.citation.source.label,
      leader: standing.leader, lead: Quantity(Int(standing.votes), .votes),
      counted: outstanding.map { Double(flow.counted(place)) / Double($0.sheets) },
      isDecided: isDecided(place, standing), needed: needed, condition: CountedTurnout.condition)
  }
}
