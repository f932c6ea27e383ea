import Charts
import ModuleKit

/// A lead in votes from bulletin to bulletin, as plain data.
///
/// The figure shows when each bulletin can have been published, not a point in time that nobody stated; silences as
/// bands; between which times the leading side changed; and claims apart from what was published. No line leads where
/// nothing was published: across a silence, from one side to the other, or between captures.
struct CountLine {
  /// A lead that a bulletin published, or that somebody claims.
  struct Bulletin {
    /// From when to when it can have been published.
    var time: ClosedRange<Instant>
    /// In votes: positive where `above` is ahead, negative where `below` is.
    var lead: Int
    /// A few words about it, such as the share of sheets counted.
    var detail: Text?
    /// When the same figures were last seen, where that is known.
    var until: ClosedRange<Instant>?
    /// Whether a line leads to it from the bulletin before it.
    var joinsPrevious = true
    /// Whether somebody claims it, where the others were published by the authority. Claims are drawn hollow, apart
    /// from the line.
    var isClaim = false
  }

  /// A time without results between two bulletins, each published within an interval.
  struct Silence {
    /// When the bulletin before it can have been published.
    var after: ClosedRange<Instant>
    /// When the bulletin behind it can have been published; not before `after`.
    var before: ClosedRange<Instant>

    /// The shortest and the longest that it can have been, in hours.
    var hours: ClosedRange<Double> {
      let shortest = max(before.lowerBound.hours(since: after.upperBound), 0)
      return shortest...max(before.upperBound.hours(since: after.lowerBound), shortest)
    }
  }

  /// Who is ahead above the zero line, and who below it.
  var above, below: Text
  /// What was published or claimed; at least one.
  var bulletins: [Bulletin]
  /// The silences to be shown.
  var silences: [Silence]
  /// What clocks on the spot are ahead of UTC, in seconds.
  var offset: Int
  /// The sides' own colours, where the mission gives both; both sides are of one colour without them.
  var colours: (above: Colour, below: Colour)?

  /// The lead of `above` over `below`.
  init(
    above: Text, below: Text, bulletins: [Bulletin], silences: [Silence] = [], offset: Int,
    colours: (above: Colour, below: Colour)? = nil
  ) {
    (self.above, self.below, self.silences, self.offset) = (above, below, silences, offset)
    self.colours = colours
    self.bulletins = bulletins.sorted {
      ($0.time.lowerBound, $0.time.upperBound) < ($1.time.lowerBound, $1.time.upperBound)
    }
  }

  /// The figure; nil where there is no bulletin to show.
  func figure(id: String, caption: Caption) -> Figure? {
    guard !bulletins.isEmpty else { return nil }
    let y = leadAxis
    let times =
      bulletins.map { $0.time.lowerBound...max($0.time.upperBound, ($0.until ?? $0.time).upperBound) }
      + silences.map { $0.after.lowerBound...max($0.after.lowerBound, $0.before.upperBound) }
    let x = Axis.time(
      times, offset: offset, width: Panel.width(besides: y),
      leavingOut: Text(en: "days without a bulletin", es: "días sin boletín"))
    let published = bulletins.filter { !$0.isClaim }
    let reversals = reversals(of: published)
    var marks: [any ChartMark] = [RuleMark(y: 0)]
    marks += joined(published).map { LineMark(points: $0.map { (Self.middle(of: $0.time), Double($0.lead)) }) }
    marks += reversals.map { IntervalMark(x: $0.x, y: 0, tone: .ink) }
    // Where a claim stands in the place of something published, what was published is seen.
    for bulletin in bulletins.filter(\.isClaim) + published {
      let lead = Double(bulletin.lead)
      let time = Axis.value(bulletin.time.lowerBound)...Axis.value(bulletin.time.upperBound)
      let (shape, tone) = sign(of: bulletin.lead)
      if let until = bulletin.until {
        marks.append(
          IntervalMark(
            x: time.lowerBound...max(time.lowerBound, Self.middle(of: until)), y: lead, start: .plain, tone: .muted))
      }
      marks.append(IntervalMark(x: time, y: lead, tone: tone, isDashed: bulletin.isClaim))
      marks.append(
        PointMark(x: Self.middle(of: bulletin.time), y: lead, shape: shape, tone: tone, isHollow: bulletin.isClaim))
    }
    return Figure(
      id: id, caption: caption, description: description(reversals),
      panels: [
        Panel(
          x: x, y: y, height: 360, bands: silences.flatMap(bands), marks: marks,
          labels: labels(reversals))
      ], sides: colours.map { ($0.above, $0.below) })
  }

  /// Of few bulletins every one is told, of many the first and the last before all else, and the others where there is room.
  private var isFew: Bool { bulletins.count <= 12 }

  /// Of very many changes of side, the first ones have words; all of them have their mark.
  private func labels(_ reversals: [Reversal]) -> [Label] {
    let (turns, gaps) = (reversals.prefix(8).map(label), silences.map(label))
    // The names of the sides have the fewest places.
    guard !isFew else { return sides + gaps + bulletinLabels + turns }
    return sides + bulletinLabels.filter(\.isEssential) + turns + gaps + bulletinLabels.filter { !$0.isEssential }
  }

  /// The lead's numbers are without a sign: below the line they are the other side's.
  private var leadAxis: Axis {
    let leads = bulletins.map { Double($0.lead) }
    let (low, high) = (min(leads.min() ?? 0, 0), max(leads.max() ?? 0, 0))
    let span = max(high - low, 1)
    // Room for the names of both sides, even where one has never been ahead.
    return .numbers(
      Text(en: "Lead, votes", es: "Ventaja, votos"), over: low - span * 0.2...high + span * 0.12, count: 6
    ) { value in Text { $0.number(Int(exactly: abs(value)) ?? .max) } }
  }

  private static func middle(of time: ClosedRange<Instant>) -> Double {
    (Axis.value(time.lowerBound) + Axis.value(time.upperBound)) / 2
  }

  private func sign(of lead: Int) -> (PointMark.Shape, Tone) {
    guard lead != 0 else { return (.diamond, .muted) }
    return lead > 0 ? (.circle, colours == nil ? .ink : .first) : (.square, colours == nil ? .ink : .second)
  }

  /// Runs of two and more bulletins of one side that lines may join.
  private func joined(_ published: [Bulletin]) -> [[Bulletin]] {
    published.reduce(into: [] as [[Bulletin]]) { runs, bulletin in
      if let before = runs.last?.last, bulletin.joinsPrevious,
        (before.lead < 0) == (bulletin.lead < 0) || before.lead == 0 || bulletin.lead == 0,
        !silences.contains(where: { $0.parts(before.time, bulletin.time) })
      {
        runs[runs.count - 1].append(bulletin)
      } else {
        runs.append([bulletin])
      }
    }.filter { $0.count > 1 }
  }
}

extension CountLine.Silence {
  /// Whether it lies between what was published at `earlier` and at `later`.
  fileprivate func parts(_ earlier: ClosedRange<Instant>, _ later: ClosedRange<Instant>) -> Bool {
    earlier.upperBound <= after.upperBound && before.lowerBound <= later.lowerBound
  }
}

// MARK: - Silences and changes of side

extension CountLine {
  /// Two bands: as long as it can have been, and hatched as long as it was at least.
  private func bands(_ silence: Silence) -> [BandMark] {
    let (start, end) = (Axis.value(silence.after.lowerBound), Axis.value(silence.before.upperBound))
    let (from, to) = (Axis.value(silence.after.upperBound), Axis.value(silence.before.lowerBound))
    let possible = end > start ? [BandMark(x: start...end)] : []
    return possible + (to > from ? [BandMark(x: from...to, pattern: .hatched)] : [])
  }

  private func label(_ silence: Silence) -> Label {
    let middle = (Axis.value(silence.after.upperBound) + Axis.value(silence.before.lowerBound)) / 2
    return Label(
      lines: [
        Label.Line(text: Text(en: "No results for", es: "Sin resultados"), size: 13),
        Label.Line(text: Self.hours(silence.hours), size: 13),
      ], placement: .over(x: middle))
  }

  /// `30 to 42 hours`.
  private static func hours(_ hours: ClosedRange<Double>) -> Text {
    Text { language in
      func number(_ value: Double) -> String {
        language.number(value, places: value == value.rounded() ? 0 : 1)
      }
      let (low, high) = (number(hours.lowerBound), number(hours.upperBound))
      let unit = language.plural(
        hours.upperBound, one: language == .english ? "hour" : "hora", other: language == .english ? "hours" : "horas")
      if low == high { return language == .english ? "\(low) \(unit)" : "por \(low) \(unit)" }
      return language == .english ? "\(low) to \(high) \(unit)" : "por \(low) a \(high) \(unit)"
    }
  }

  /// Between which times the leading side changed. Where the lead passed zero in between nobody published.
  private struct Reversal {
    let time: ClosedRange<Instant>

    var x: ClosedRange<Double> { Axis.value(time.lowerBound)...Axis.value(time.upperBound) }
  }

  private func reversals(of published: [Bulletin]) -> [Reversal] {
    let decided = published.filter { $0.lead != 0 }
    return zip(decided, decided.dropFirst()).compactMap { before, behind in
      guard (before.lead > 0) != (behind.lead > 0) else { return nil }
      return Reversal(time: before.time.lowerBound...max(before.time.lowerBound, behind.time.upperBound))
    }
  }

  private func label(_ reversal: Reversal) -> Label {
    Label(
      lines: [
        Label.Line(text: Text(en: "The lead changes sides", es: "Cambia quién va primero"), isBold: true, size: 13),
        Label.Line(text: moments(reversal.time), tone: .muted, size: 12.5),
      ],
      placement: .beside(
        x: (reversal.x.lowerBound + reversal.x.upperBound) / 2, y: 0, clearance: 12,
        sides: [.rightAbove, .right, .leftBelow, .leftAbove, .rightBelow, .left, .above, .below]))
  }
}

// MARK: - Words

extension CountLine {
  private var sides: [Label] {
    func side(_ name: Text, _ lead: Int) -> Label {
      let (shape, tone) = sign(of: lead)
      return Label(
        lines: [Label.Line(text: Label.shortened(Self.ahead(name), within: 300), tone: tone)],
        placement: .edge(isUpper: lead > 0),
        key: (shape, tone))
    }
    return [side(above, 1), side(below, -1)]
  }

  private static func ahead(_ name: Text) -> Text { Text(en: "\(name.en) ahead", es: "Ventaja de \(name.es)") }

  /// One label a bulletin; of very many, those that tell most have theirs first, and the rest where there is room.
  private var bulletinLabels: [Label] {
    let telling = Set([0, bulletins.count - 1])
    func rank(_ index: Int) -> Int { telling.contains(index) ? 0 : bulletins[index].isClaim ? 2 : 1 }
    let order = bulletins.indices.sorted { (rank($0), $0) < (rank($1), $1) }
    return order.prefix(40).map { index in
      let bulletin = bulletins[index]
      let falls = index + 1 == bulletins.count || bulletins[index + 1].lead <= bulletin.lead
      let number = Text { $0.number(Int(clamping: bulletin.lead.magnitude)) }
      var lines = [
        Label.Line(
          text: bulletin.isClaim ? Text(en: "\(number.en) (claim)", es: "\(number.es) (afirmación)") : number,
          isBold: !bulletin.isClaim)
      ]
      if let detail = bulletin.detail {
        lines.append(Label.Line(text: Label.shortened(detail, within: 190), tone: .muted, size: 12.5))
      }
      return Label(
        lines: lines,
        placement: .beside(
          x: Self.middle(of: bulletin.time), y: Double(bulletin.lead), clearance: 11,
          sides: falls
            ? [.rightAbove, .above, .right, .leftBelow, .below, .left, .leftAbove, .rightBelow]
            : [.rightBelow, .below, .right, .leftAbove, .above, .left, .leftBelow, .rightAbove]),
        isEssential: isFew || telling.contains(index))
    }
  }

  /// `28 Nov, 12:00 to 18:00`; the day is repeated where it changes.
  private func moments(_ time: ClosedRange<Instant>) -> Text {
    let (from, to) = (ClockTime(time.lowerBound, offset: offset), ClockTime(time.upperBound, offset: offset))
    return Text { language in
      let start = "\(language.shortDay(from.day)), \(from.clock)"
      guard from != to else { return start }
      let end = from.day == to.day ? to.clock : "\(language.shortDay(to.day)), \(to.clock)"
      return language == .english ? "\(start) to \(end)" : "\(start) a \(end)"
    }
  }

  /// The colours of two options, where the mission gives both.
  static func colours(_ above: Contest.Option?, _ below: Contest.Option?) -> (above: Colour, below: Colour)? {
    guard let above = above?.colour.flatMap(Colour.init), let below = below?.colour.flatMap(Colour.init) else {
      return nil
    }
    return (above, below)
  }

  /// Who is ahead by `lead`, without a sign.
  static func standing(_ lead: Int, _ above: Text, _ below: Text) -> Text {
    guard lead != 0 else { return Text(en: "equal votes", es: "igualdad de votos") }
    let name = lead > 0 ? above : below
    let votes = Text { Quantity(Int(clamping: lead.magnitude), .votes).text($0) }
    return Text(en: "\(name.en) ahead by \(votes.en)", es: "ventaja de \(name.es) por \(votes.es)")
  }

  /// Every bulletin, silence and change of side in words.
  private func description(_ reversals: [Reversal]) -> Text {
    Text { language in
      var sentences = bulletins.map { bulletin in
        var words = Self.standing(bulletin.lead, above, below)[language]
        if let detail = bulletin.detail { words += " (\(detail[language]))" }
        if bulletin.isClaim { words += language == .english ? ", a claim" : ", una afirmación" }
        if let until = bulletin.until {
          let time = moments(until)[language]
          words += language == .english ? ", last seen \(time)" : ", vista por última vez \(time)"
        }
        return "\(moments(bulletin.time)[language]): \(words)."
      }
      for silence in silences {
        let hours = Self.hours(silence.hours)[language]
        sentences.append(language == .english ? "No results for \(hours)." : "Sin resultados \(hours).")
      }
      for reversal in reversals {
        let time = moments(reversal.time)[language]
        sentences.append(
          language == .english ? "The lead changes sides, \(time)." : "Cambia quién va primero, \(time).")
      }
      return sentences.joined(separator: " ")
    }
  }
}
