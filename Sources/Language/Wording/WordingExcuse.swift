/// Why a deciding word is not the observer's judgement: a name, what others say, what is not known, what is fought.
enum WordingExcuse {
  /// Whether the word of `kind` at `index` of `clause` is no judgement of the observer.
  static func holds(for kind: DecidingWord, at index: Int, in clause: [WordingToken]) -> Bool {
    isName(index, clause) || isAttributed(index, clause) || isDeclared(kind, index, clause)
      || isUndecided(index, clause) || isNominal(index, clause) || isFought(index, clause) || isRule(kind, clause)
  }

  // MARK: - Names

  /// Víctor Meza, La Victoria, Radio Triunfo, the Serious Fraud Office: capitals within a sentence that is not a title.
  private static func isName(_ index: Int, _ clause: [WordingToken]) -> Bool {
    let token = clause[index]
    guard token.isCapitalised, nameWords.contains(token.plain) else { return false }
    let next = index + 1 < clause.count ? clause[index + 1] : nil
    let before = clause[..<index].last { !articles.contains($0.plain) }
    let isInstitution =
      before.map { $0.isCapitalised && institutions.contains($0.plain) } ?? false
      || next.map { $0.isCapitalised && institutions.contains($0.plain) } ?? false
    if isInstitution { return true }
    if token.plain == "victor" { return next.map { !["of", "in"].contains($0.plain) } ?? true }
    if index > 0, owners.contains(clause[index - 1].plain) { return false }
    let begins = token.beginsSentence || index == 0
    if token.plain == "victoria", begins { return next?.isCapitalised ?? false }
    guard !begins, !isTitle(clause) else { return false }
    if spanishNames.contains(token.plain) { return true }
    if before.map({ $0.isCapitalised && !$0.beginsSentence }) ?? false { return true }
    return !token.plain.hasPrefix("fraud") && next?.isCapitalised ?? false
  }

  /// Whether all longer words are capitalised, as in English titles.
  private static func isTitle(_ clause: [WordingToken]) -> Bool {
    let long = clause.filter { $0.plain.utf8.count > 3 && !$0.isNumber }
    return long.count > 2 && long.allSatisfy(\.isCapitalised)
  }

  // MARK: - What others say

  /// “According to the Alliance, …”, “the Alliance alleged …”, “…, said the Alliance”; not what the mission says, nor what
  /// nobody in particular does.
  private static func isAttributed(_ index: Int, _ clause: [WordingToken]) -> Bool {
    let words = clause.map(\.plain)
    for at in words.indices {
      if words[at] == "segun" || words[at] == "according" && at + 1 < words.count && words[at + 1] == "to" {
        if !isOwn(clause[at...].prefix(5)) { return true }
        continue
      }
      guard at != index, saying.contains(words[at]) else { continue }
      let between = at < index ? clause[..<0] : clause[(index + 1)...at]
      guard at < index || between.contains(where: \.afterComma) else { continue }
      let previous = at > 0 ? words[at - 1] : ""
      let subject = at < index ? clause[..<at] : clause[(index + 1)...]
      guard !passive.contains(previous), !articles.contains(previous), !isOwn(subject) else { continue }
      if at < index, subject.allSatisfy({ articles.contains($0.plain) }), !isSpanishVerb(words[at]) { continue }
      return true
    }
    return false
  }

  /// “The court declared Hernández the winner”, “no winner had been declared”: the act of an authority.
  private static func isDeclared(_ kind: DecidingWord, _ index: Int, _ clause: [WordingToken]) -> Bool {
    guard case .winner = kind else { return false }
    return clause.indices.contains { at in
      guard at != index, declaring.contains(where: { clause[at].plain.hasPrefix($0) }), !isOwn(clause[..<at]) else {
        return false
      }
      let isPassive = at > 0 && (passive.contains(clause[at - 1].plain) || clause[at - 1].plain == "se")
      let isParticiple = clause[at].plain.hasSuffix("ado") || clause[at].plain.hasSuffix("ada")
      return at < index || isPassive || isParticiple
    }
  }

  /// Whether the observers themselves are among `words`; the mission of another body is not.
  private static func isOwn(_ words: ArraySlice<WordingToken>) -> Bool {
    words.indices.contains { at in
      let plain = words[at].plain
      if ["we", "our", "nosotros", "nuestra", "nuestros", "observers", "observadores"].contains(plain) { return true }
      guard plain == "mission" || plain == "mision" else { return false }
      let before = at > words.startIndex ? words[at - 1] : nil
      if let before, !["the", "this", "la", "esta"].contains(before.plain),
        before.isCapitalised || before.written.count < 4
      {
        return false
      }
      let behind = words[(at + 1)...].prefix(3).drop { ["de", "del", "la", "of", "the"].contains($0.plain) }
      return
        !(words[(at + 1)...].first.map { ["de", "del", "of"].contains($0.plain) } ?? false
        && behind.first.map { $0.written.first?.isUppercase ?? false } ?? false)
    }
  }

  private static func isSpanishVerb(_ word: String) -> Bool {
    word.hasSuffix("o") || word.hasSuffix("on") || word.hasSuffix("a") || word.hasSuffix("an")
  }

  // MARK: - What is not decided

  /// “The winner is unknown”, “cannot establish whether …”, “does not show that …”.
  private static func isUndecided(_ index: Int, _ clause: [WordingToken]) -> Bool {
    let words = clause.map(\.plain)
    return words.indices.contains { at in
      guard at != index else { return false }
      switch words[at] {
      case "whether": return at < index
      case "unknown", "undecided", "uncertain", "desconoce", "desconocido", "incierto": return true
      case "nothing": return at < index && at > 0 && ["says", "said", "say", "shows"].contains(words[at - 1])
      case "nada": return at < index && at + 1 < words.count && knowingSpanish.contains(words[at + 1])
      case "not", "t", "cannot", "unable", "nobody", "never", "nor":
        return at < index && isNoProof(at, words) || isUnknown(knowingEnglish, index, behind: at, words)
      case "no", "ni", "nadie", "nunca":
        return at < index && isNoProof(at, words) || isUnknown(knowingSpanish, index, behind: at, words)
      default: return false
      }
    }
  }

  /// “Is not evidence of fraud” says what a method shows; “there is no evidence of fraud” acquits.
  private static func isNoProof(_ at: Int, _ words: [String]) -> Bool {
    let behind = words[(at + 1)...].prefix(3)
    guard behind.contains(where: proofs.contains) else { return false }
    guard words[at] == "no" else { return true }
    if ["es", "son", "una", "un"].contains(behind.first) { return true }
    return at > 0 && ["is", "are", "was"].contains(words[at - 1]) && !(at > 1 && words[at - 2] == "there")
  }

  /// Whether knowing is what the negation at `at` denies: before the word, or behind it as in “the winner is not known”.
  private static func isUnknown(_ verbs: Set<String>, _ index: Int, behind at: Int, _ words: [String]) -> Bool {
    let reach = words[(at + 1)...].prefix(5)
    guard let verb = reach.indices.first(where: { verbs.contains(words[$0]) && $0 != index }) else { return false }
    // Right behind the negation “prueba” is a verb; further on it is the evidence that somebody looked for.
    if proofs.contains(words[verb]), verb != at + 1 { return false }
    return verb < index || known.contains(words[verb])
  }

  /// “Allegations of fraud”, “fraud complaints”, “the crime of electoral fraud”.
  private static func isNominal(_ index: Int, _ clause: [WordingToken]) -> Bool {
    if index + 1 < clause.count, reports.contains(clause[index + 1].plain) { return true }
    let before = clause[max(0, index - 6)..<index]
    guard let head = before.lastIndex(where: { reports.contains($0.plain) }) else { return false }
    return before[(head + 1)...].contains {
      ["of", "de", "del", "about", "por", "sobre", "against", "that", "que"].contains($0.plain)
    }
  }

  /// “Safeguards against manipulation”, “to prevent fraud”; not a protest against it, which takes it for a fact.
  private static func isFought(_ index: Int, _ clause: [WordingToken]) -> Bool {
    let before = clause[..<index]
    guard !before.contains(where: { word in unfought.contains { word.plain.hasPrefix($0) } }) else { return false }
    return before.suffix(4).contains { fighting.contains($0.plain) }
  }

  /// “The candidate with the most votes wins”: the rule of a contest.
  private static func isRule(_ kind: DecidingWord, _ clause: [WordingToken]) -> Bool {
    guard case .winning = kind else { return false }
    let words = clause.map(\.plain)
    let pairs = zip(words, words.dropFirst())
    if words.contains("whoever") || pairs.contains(where: { $0 == "quien" && obtaining.contains($1) }) { return true }
    return pairs.contains { ["most", "mas"].contains($0) && ["votes", "votos"].contains($1) }
      && words.contains { ["candidate", "candidato", "candidata", "candidatura"].contains($0) }
  }

  // MARK: - Words

  private static func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }

  private static let nameWords = words("victor victoria victorias triunfo victory triumph fraud fraude fraudes")
  private static let spanishNames = words("victoria victorias triunfo")
  private static let owners = words("su sus un una his her their our its nuestra nuestro")
  private static let articles = words("the a an el la los las un una of de del contra against y and")
  private static let institutions = words(
    "fiscalia unidad oficina comision direccion comite frente movimiento partido radio diario calle colonia barrio "
      + "municipio plaza hotel aldea office unit commission bureau division squad prosecutor party movement street "
      + "avenue square act")
  private static let saying = words(
    "said says say alleged alleges allege claimed claims claim argued argues maintained maintains asserted asserts "
      + "denounced denounces accused accuses told wrote insisted insists complained denied denies called calls reported "
      + "dijo dijeron dice dicen afirmo afirmaron afirma afirman aseguro aseguraron asegura denuncio denunciaron denuncia "
      + "denuncian acuso acusaron acusa acusan sostuvo sostiene sostienen alego alegaron alega nego negaron niega niegan "
      + "escribio insistio insiste declaro declararon calificaron califico")
  private static let passive = words("was were is are been be being it se fue fueron ha han sido sera")
  private static let declaring = ["declar", "proclam", "proclaim", "announc", "anunci", "certif"]
  private static let knowingEnglish = words(
    "say says know knows known tell establish established determine determined assess judge state states confirm "
      + "conclude certain clear show shows mean means prove proves imply implies indicate indicates amount decide "
      + "decided name names permit allow claim ask examine")
  private static let knowingSpanish = words(
    "saber sabe saben sabemos decir dice dicen conoce conocen conocido establecer determinar evaluar juzgar afirmar "
      + "afirma confirmar concluir certeza muestra muestran significa significan prueba prueban implica implican indica "
      + "indican equivale decide permite permiten pronuncia demuestra demuestran establece establecido descarta claro "
      + "position posicion postura evaluo determino establecio examino mostrar demostrar probar")
  private static let known = words(
    "known established determined clear certain decided conocido conoce sabe establecido claro")
  private static let obtaining = words("obtiene obtenga tiene tenga reune reuna")
  private static let proofs = words("evidence proof sign prueba pruebas indicio indicios")
  private static let reports = words(
    "claim allegation allegations complaint complaints accusation accusations claims charges rumours rumors reports crime "
      + "crimes offence offences definition risk risks denuncia denuncias acusacion acusaciones alegacion alegaciones queja "
      + "quejas señalamientos rumores reclamos delito delitos definicion riesgo riesgos prevencion prevention")
  private static let fighting = words(
    "against contra anti prevent preventing prevention prevenir impedir evitar prohibit prohibits prohibe deter")
  private static let unfought = ["protest", "demonstrat", "march", "manifest", "failed", "rall", "concentr"]
}
