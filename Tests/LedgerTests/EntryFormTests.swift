import Diagnostics
import Hashing
import Language
import Schema
import TestSupport
import Testing
import Times

@testable import Ledger

/// A form and what somebody types into it, as a terminal would show both.
private struct Played {
  static let kind = EntryKind(
    "t.case", version: 1, en: "what happened", es: "lo que pasó",
    [
      .init("title", .string(.filled), required: true, en: "in a few words", es: "en pocas palabras"),
      .init("channel", .choice(["phone", "message"]), en: "how it came in", es: "por qué medio llegó"),
      .init("at", .string(.instant), en: "when it was", es: "cuándo fue"),
      .init("area", .string(.filled), naming: .sharedWords, en: "where", es: "dónde"),
      .init("who", .list(Schema(.string(.filled)), atLeast: 1), en: "who was there", es: "quiénes estaban"),
    ])
  static let small = EntryKind(
    "t.small", version: 1, en: "one thing", es: "una cosa", isFixed: true,
    [.init("grade", .integer(1...3), required: true, en: "how much", es: "cuánto")])

  var form: EntryForm
  private(set) var text = ""

  init(
    _ kind: EntryKind = kind, _ language: Language = .english, view: LedgerView = LedgerView([], kinds: []),
    usual: [String: Value] = [:], goingOnWith draft: FormDraft? = nil
  ) throws {
    let zone = try #require(Zone("America/Tegucigalpa"))
    let surroundings = FormSurroundings(language, view, zone: zone, usual: usual) {
      "\($0.kind) \($0.value("title")?.string ?? "")"
    }
    form = EntryForm(kind, surroundings, goingOnWith: draft)
    show()
  }

  private mutating func show() {
    for line in form.lines { text += line + "\n" }
    if form.end == nil { text += form.prompt }
  }

  /// What is shown from here on, as somebody types `answers`.
  mutating func type(_ answers: String?...) -> String {
    text = ""
    for answer in answers {
      text += (answer ?? "^D") + "\n"
      form.take(answer, at: Desk.noon)
      show()
    }
    return text
  }
}

@Suite struct EntryFormTests {
  @Test func asksForOneFieldAfterAnother() throws {
    var played = try Played()
    #expect(
      played.text == """
        case: what happened
        Enter takes what stands in brackets, else leaves the field out. ? explains, < goes back, . stops and keeps the draft.
        1 of 5  title (needed): in a few words
        title: 
        """)
    #expect(
      played.type("", "  Box without a seal ", "2", "2017-11-26 7:10", "Norte", "the board", "police", "", "yes") == """

        this field is needed
        title:   Box without a seal 
        2 of 5  channel: how it came in
          1  phone
          2  message
        channel: 2
        3 of 5  at: when it was
          such as 2017-11-26 07:10 by the clocks of America/Tegucigalpa, or 2017-11-26T07:10:00-06:00; 07:10 is of today; now
        at: 2017-11-26 7:10
        4 of 5  area: where
        area: Norte
        5 of 5  who: who was there
          one at a time; Enter ends the list
        who 1: the board
        who 2: police
        who 3: 

        The 'case' as it will be written:
          1  title: Box without a seal
          2  channel: message
          3  at: 2017-11-26 07:10 UTC−06:00
          4  area: Norte
          5  who: the board, police
        yes writes it; a number changes a field; < goes back; . stops and keeps the draft.
        yes, or a number: yes

        """)
    #expect(
      played.form.end
        == .complete([
          "title": "Box without a seal", "channel": "message", "at": "2017-11-26T13:10:00Z", "area": "Norte",
          "who": ["the board", "police"],
        ]))
  }

  @Test func asksInSpanish() throws {
    var played = try Played(Played.small, .spanish)
    #expect(
      played.text == """
        small: una cosa
        Enter toma lo que está entre corchetes; si no hay nada, omite el campo. ? explica, < regresa, . termina y guarda el borrador.
        1 de 1  grade (necesario): cuánto
          un número entero, de 1 a 3
        grade: 
        """)
    #expect(
      played.type("", "-", "?", "4", "dos", "2", "quizás", "?", "1", "", "SÍ") == """

        este campo es necesario
        grade: -
        este campo es necesario
        grade: ?
        1 de 1  grade (necesario): cuánto
          un número entero, de 1 a 3
        Enter toma lo que está entre corchetes; si no hay nada, omite el campo. ? explica, < regresa, . termina y guarda el borrador.
        grade: 4
        grade es 4, fuera de 1 a 3
        grade: dos
        grade debe ser un número entero, no un texto
        grade: 2

        «small», como se va a escribir:
          1  grade: 2
        Se queda como se escriba: revíselo una vez más.
        sí lo escribe; un número cambia un campo; < regresa; . termina y guarda el borrador.
        sí, o un número: quizás
        responda sí, o un número de 1 a 1
        sí, o un número: ?

        «small», como se va a escribir:
          1  grade: 2
        Se queda como se escriba: revíselo una vez más.
        sí lo escribe; un número cambia un campo; < regresa; . termina y guarda el borrador.
        sí, o un número: 1
        1 de 1  grade (necesario): cuánto
          un número entero, de 1 a 3
        grade [2]: 

        «small», como se va a escribir:
          1  grade: 2
        Se queda como se escriba: revíselo una vez más.
        sí lo escribe; un número cambia un campo; < regresa; . termina y guarda el borrador.
        sí, o un número: SÍ

        """)
    #expect(played.form.end == .complete(["grade": 2]))
  }

  // MARK: - Answers

  @Test func nearWordsAreAskedAbout() throws {
    var played = try Played()
    _ = played.type("x")
    #expect(
      played.type("phnoe", "what", "n", "pigeon", "Phone", "") == """
        phnoe
        did you mean 'phone'? [yes]: what
        answer yes or no
        did you mean 'phone'? [yes]: n
        channel: pigeon
        channel cannot be 'pigeon': it is one of phone, message
        channel: Phone
        did you mean 'phone'? [yes]: 
        3 of 5  at: when it was
          such as 2017-11-26 07:10 by the clocks of America/Tegucigalpa, or 2017-11-26T07:10:00-06:00; 07:10 is of today; now
        at: 
        """)
    #expect(played.form.draft.answers == ["title": "x", "channel": "phone"])
  }

  /// Words of other records are offered; one that is near to them, or new, is asked about.
  @Test func wordsOfOtherRecordsAreOffered() throws {
    var feed = try SampleFeed(seed: 1)
    for area in ["Sur", "Norte", "Norte"] {
      try feed.add(Played.kind.opening(["title": "x", "area": .string(area)]))
    }
    let view = LedgerView(feed.entries, kinds: [Played.kind])
    func answered(_ answers: String?...) throws -> (text: String, area: Value?) {
      var played = try Played(Played.kind, .spanish, view: view)
      _ = played.type("x", "", "")
      let text = played.text
      for answer in answers { played.form.take(answer, at: Desk.noon) }
      return (text, played.form.draft.answers["area"])
    }
    #expect(try answered().text.hasSuffix("4 de 5  area: dónde\n  hasta ahora: Norte, Sur\narea: "))
    #expect(try answered("Sur").area == "Sur")
    #expect(try answered("nortte", "").area == "Norte")
    #expect(try answered("Nortte", "no").area == "Nortte")
    #expect(try answered("Occidente", "sí").area == "Occidente")
    #expect(try answered("Occidente", "no").area == nil)
    var played = try Played(Played.kind, .spanish, view: view)
    _ = played.type("x", "", "")
    #expect(
      played.type("Occidente", "no", "Surr") == """
        Occidente
        ninguna ficha tiene todavía «Occidente»: ¿es correcto? [sí]: no
        area: Surr
        ¿quiso decir «Sur»? [sí]: 
        """)
  }

  @Test(arguments: [
    ("now", "2017-11-27T12:00:00Z"), ("ahora", "2017-11-27T12:00:00Z"), ("05:30", "2017-11-27T11:30:00Z"),
    ("2017-11-26 07:10", "2017-11-26T13:10:00Z"), ("2017-11-26T07:10:05", "2017-11-26T13:10:05Z"),
    ("2017-11-26 7:10", "2017-11-26T13:10:00Z"), ("2017-11-26T07:10:00+01:00", "2017-11-26T06:10:00Z"),
    ("2017-11-26 07:10Z", "2017-11-26T07:10:00Z"), ("2017-11-26", nil), ("26/11/2017 07:10", nil), ("24:00", nil),
    ("2017-11-31 07:10", nil), ("yesterday", nil), ("7", nil), ("", nil),
  ]) func instantsAreTypedByTheClocksOfTheMission(answer: String, instant: String?) throws {
    let zone = try #require(Zone("America/Tegucigalpa"))
    let surroundings = FormSurroundings(.english, LedgerView([], kinds: []), zone: zone) { $0.kind }
    #expect(surroundings.instant(answer, at: Desk.noon)?.rfc3339 == instant)
  }

  /// Words that a form is given stand behind those of records, each once.
  @Test func furtherWordsAreOfferedBehindThoseOfRecords() throws {
    let zone = try #require(Zone("America/Tegucigalpa"))
    let kind = EntryKind(
      "t.thing", version: 1, en: "a thing", es: "una cosa",
      [.init("sort", .string(.filled), required: true, naming: .sharedWords, en: "which sort", es: "de qué tipo")])
    let desk = try Desk()
    for word in ["b", "own", "own"] { try desk.write(try kind.opening(["sort": .string(word)])) }
    let surroundings = FormSurroundings(
      .english, try desk.view(of: [kind]), zone: zone, further: ["sort": ["a", "b", "c"], "other": ["d"]]
    ) { $0.kind }
    #expect(surroundings.known(kind.fields[0]) == ["own", "b", "a", "c"])
    #expect(surroundings.offered(in: "sort") == ["own", "b", "a", "c"])
  }

  @Test func anHourThatClocksShowTwiceOrNeverNeedsItsOffset() throws {
    let zone = try #require(Zone("America/New_York"))
    let surroundings = FormSurroundings(.english, LedgerView([], kinds: []), zone: zone) { $0.kind }
    func instant(_ text: String) -> String? { surroundings.instant(text, at: Desk.noon)?.rfc3339 }
    #expect(instant("2017-03-12 02:30") == nil && instant("2017-11-05 01:30") == nil)
    #expect(instant("2017-11-05 01:30-05:00") == "2017-11-05T06:30:00Z")
    #expect(
      instant("2017-03-12 03:00") == "2017-03-12T07:00:00Z" && instant("2017-11-05 02:00") == "2017-11-05T07:00:00Z")
  }

  @Test func whatIsNoInstantIsTold() throws {
    var played = try Played()
    _ = played.type("x", "")
    #expect(
      played.type("26/11/2017") == """
        26/11/2017
        at is '26/11/2017', not an instant with its offset such as 2017-11-28T00:00:00-06:00
        at: 
        """)
  }

  @Test func recordsAreNamedByNumberOrId() throws {
    var feed = try SampleFeed(seed: 2)
    let first = try feed.add(Played.kind.opening(["title": "first"]))
    let other = try feed.add(Played.small.opening(["grade": 1]))
    let last = try feed.add(Played.kind.opening(["title": "last"]), at: 1)
    let kinds = [Played.kind, Played.small]
    let about = EntryKind(
      "t.about", version: 1, en: "what is about a case", es: "lo que es sobre un caso",
      [.init("of", .string(.filled), required: true, naming: .records(of: "t.case"), en: "the case", es: "el caso")])
    func answered(_ answer: String) throws -> (text: String, of: Value?) {
      var played = try Played(about, view: LedgerView(feed.entries, kinds: kinds))
      let text = played.type(answer)
      return (text, played.form.draft.answers["of"])
    }
    let shown = try Played(about, view: LedgerView(feed.entries, kinds: kinds)).text
    #expect(
      shown.hasSuffix(
        """
        1 of 1  of (needed): the case
          1  t.case last
          2  t.case first
          a number, or the beginning of an id
        of: 
        """))
    #expect(try answered("1").of == .string(last.id.hex))
    #expect(try answered("1").text.contains("\n  1  of: \(last.id.hex.prefix(12))\n"))
    #expect(try answered(String(first.id.hex.prefix(12))).of == .string(first.id.hex))
    let elsewhere = String(repeating: "ab", count: 32)
    #expect(try answered(elsewhere).of == .string(elsewhere))
    #expect(
      try answered("zz").text == "zz\nthe ledger has no record 'zz'\n'veedor log list' names them\nof: ")
    let id = other.id.hex
    #expect(try answered(id) == ("\(id)\n'\(id)' is no case\nof: ", nil))
    let none = try Played(about).text
    #expect(none.contains("\n  none here yet: leave it out, or give an id in full\nof: "))
  }

  /// A terminal cuts a line that is too long: what it handed over may not be all.
  @Test func aLineThatMayBeCutIsRefused() throws {
    var played = try Played()
    played.form.take(String(repeating: "a", count: 4094), at: Desk.noon)
    #expect(
      played.form.lines == [
        "a terminal takes no longer line, and this one may be cut: 'veedor log add case --from FILE' takes any length"
      ])
    #expect(played.form.draft == FormDraft() && played.form.end == nil)
    played.form.take(String(repeating: "a", count: 4093), at: Desk.noon)
    #expect(played.form.draft.answers.keys.sorted() == ["title"])
  }

  @Test(arguments: ["Box\u{1B}[D", "Bo\u{202E}x", "a\tb"]) func whatIsNotSeenIsRefused(answer: String) throws {
    for (language, sentence) in [
      (Language.english, "this has characters that are not seen, such as those of arrow keys: "),
      (.spanish, "esto tiene caracteres que no se ven, como los de las flechas: "),
    ] {
      var played = try Played(Played.kind, language)
      played.form.take(answer, at: Desk.noon)
      #expect(played.form.lines == [sentence + answer.visible])
      #expect(played.form.draft == FormDraft())
    }
  }

  // MARK: - To and fro

  @Test func goesBackAndOn() throws {
    var played = try Played()
    #expect(
      played.type("one", "phone", "<", "", "<", "<", "two", "<") == """
        one
        2 of 5  channel: how it came in
          1  phone
          2  message
        channel: phone
        3 of 5  at: when it was
          such as 2017-11-26 07:10 by the clocks of America/Tegucigalpa, or 2017-11-26T07:10:00-06:00; 07:10 is of today; now
        at: <
        2 of 5  channel: how it came in
          1  phone
          2  message
        channel [phone]: 
        3 of 5  at: when it was
          such as 2017-11-26 07:10 by the clocks of America/Tegucigalpa, or 2017-11-26T07:10:00-06:00; 07:10 is of today; now
        at: <
        2 of 5  channel: how it came in
          1  phone
          2  message
        channel [phone]: <
        1 of 5  title (needed): in a few words
        title [one]: two
        2 of 5  channel: how it came in
          1  phone
          2  message
        channel [phone]: <
        1 of 5  title (needed): in a few words
        title [two]: 
        """)
  }

  @Test func listsAreTakenBackElementByElement() throws {
    var played = try Played()
    #expect(
      played.type("x", "", "", "", "a", "b", "<", "c", "<", "<", "<", "", "").split(separator: "\n").filter {
        $0.hasPrefix("who") || $0.hasPrefix("area")
      } == [
        "area: ", "who 1: a", "who 2: b", "who 3: <", "who 2: c", "who 3: <", "who 2: <", "who 1: <", "area: ",
        "who 1: ",
      ])
    #expect(played.form.draft.answers == ["title": "x"])
    #expect(played.type("5", "d", "", "<", "-", "yes").hasSuffix("  5  who: -\n" + decide + "yes\n"))
    #expect(played.form.end == .complete(["title": "x"]))
  }

  private let decide = """
    yes writes it; a number changes a field; < goes back; . stops and keeps the draft.
    yes, or a number: 
    """

  @Test func whatIsUsualIsTakenByEnterAndLeftOutByAMinus() throws {
    var played = try Played(usual: ["channel": "phone"])
    #expect(played.type("x").hasSuffix("channel [phone]: "))
    #expect(
      played.type("?").hasSuffix(
        "stops and keeps the draft.\n- leaves the field out.\nchannel [phone]: "))
    _ = played.type("")
    #expect(played.form.draft.answers == ["title": "x", "channel": "phone"])
    _ = played.type("<", "-")
    #expect(played.form.draft.answers == ["title": "x"])
  }

  /// Also where a kill came between writing and forgetting the draft.
  @Test func whatTheLedgerHasAlreadyIsTold() throws {
    var feed = try SampleFeed(seed: 3)
    try feed.add(Played.small.opening(["grade": 2]))
    var played = try Played(Played.small, view: LedgerView(feed.entries, kinds: [Played.small]))
    #expect(played.type("2").contains("\nThe ledger has the same already: t.small \n"))
    #expect(!played.type("1", "3").contains("has the same"))
    // Of a private field the ledger has a hash with a salt, which no draft holds.
    try feed.add(SealedBody(Device.report.opening(["text": "a box", "contact": "+504"])).body)
    var report = try Played(Device.report, view: LedgerView(feed.entries, kinds: [Device.report]))
    #expect(report.type("a box", "+504").contains("\nThe ledger has the same already: t.report \n"))
    #expect(!report.type("2", "-").contains("has the same"))
  }

  // MARK: - Drafts

  @Test(arguments: [".", nil]) func stopsAndGoesOnWithTheDraft(end: String?) throws {
    var played = try Played()
    #expect(played.type("one", "", "", "", "a", "b", end).hasSuffix("who 3: \(end ?? "^D")\n"))
    #expect(played.form.end == .stopped)
    let document = try Value(json: played.form.draft.document.canonicalJSON)
    let draft = try #require(FormDraft(document, of: Played.kind))
    #expect(draft == played.form.draft)
    var next = try Played(goingOnWith: draft)
    #expect(
      next.text == """
        there is a draft of 'case', with 2 of 5 fields:
          title: one
          who: a, b
          1 go on with it, 2 begin anew, 3 drop it and stop
        [1]: 
        """)
    #expect(
      next.type("x", "", "c", "", "yes").hasPrefix(
        """
        x
        answer 1, 2 or 3
        [1]: 
        5 of 5  who: who was there
          one at a time; Enter ends the list
        who 3: c
        """))
    #expect(next.form.end == .complete(["title": "one", "who": ["a", "b", "c"]]))
  }

  @Test func aDraftIsBegunAnewOrDropped() throws {
    var played = try Played()
    _ = played.type("one")
    var anew = try Played(goingOnWith: played.form.draft)
    #expect(anew.type("2").contains("1 of 5  title (needed): in a few words\ntitle: "))
    #expect(anew.form.draft == FormDraft())
    var dropped = try Played(goingOnWith: played.form.draft)
    #expect(dropped.type("3") == "3\n" && dropped.form.end == .dropped)
  }

  /// A draft may be of another version, or from a stranger: what the kind does not admit is asked for again.
  @Test func ofADraftOnlyWhatTheKindAdmitsIsTaken() throws {
    let draft = try #require(
      FormDraft(
        [
          "answers": ["title": 1, "channel": "pigeon", "area": "Norte", "no": "x", "who": []],
          "passed": ["title", "channel", "area", "no"],
        ], of: Played.kind))
    #expect(draft.answers == ["area": "Norte"])
    #expect(draft.passed == ["channel", "area"])
    for document: Value in [[], "x", [:], ["answers": []], ["answers": ["title": ""]], .null] {
      #expect(FormDraft(document, of: Played.kind) == nil)
    }
  }

  /// Whatever is typed, the form asks on or ends, its draft comes back as it was, and what it gives is a record.
  @Test func nothingThatIsTypedBreaksIt() throws {
    var generator = Seeded(seed: 31)
    let answers = ["", "-", "<", "?", "1", "2", "9", "yes", "no", "x", "phone", "07:10", "Norte", "\u{1B}[2J", "\u{0}"]
    var complete = 0
    for _ in 0..<500 {
      var form = try Played().form
      for _ in 0..<60 where form.end == nil {
        form.take(answers[generator.number(below: answers.count)], at: Desk.noon)
        if !form.draft.answers.isEmpty {
          #expect(FormDraft(form.draft.document, of: Played.kind) == form.draft)
        }
      }
      guard case .complete(let fields)? = form.end else { continue }
      complete += 1
      #expect(Played.kind.problems(with: fields) == [])
    }
    #expect(complete > 100)
  }
}
