/// Words beside a number, or at the head of its column, that say what it is.
enum ContextWords {
  static let phone: Set<ContextWord> = [
    "tel", "tels", "telf", "telefono", "telefonos", "telephone", "phone", "phones", "cel", "cels", "celular",
    "celulares", "cell",
    "movil", "moviles", "mobile", "whatsapp", "wsp", "wa", "fax", "sms", "call", "called", "llamar", "llame", "llamen",
    "marcar",
    "marque",
  ]
  static let identity: Set<ContextWord> = [
    "dni", "identidad", "cedula", "pasaporte", "passport", "rtn", "dui", "cui", "dpi", "curp", "carne", "carnet",
    "licencia", "ssn",
    "identity", "licence", "license",
  ]
  static let latitude: Set<ContextWord> = ["lat", "latitud", "latitude"]
  static let longitude: Set<ContextWord> = ["lon", "lng", "long", "longitud", "longitude"]
  /// At the head of a column, or as the name of a member, that has both.
  static let places: Set<ContextWord> = ["coordinates", "coordenadas", "coords", "gps", "position", "posicion"]
  /// Before a number with a year behind it: an act, not a phone number.
  static let acts: Set<ContextWord> = [
    "decreto", "decree", "ley", "law", "acuerdo", "agreement", "expediente", "exp", "case", "caso", "resolucion",
    "resolution",
    "articulo", "act", "oficio", "acta", "no", "num", "numero", "number",
  ]

  /// What the head of a column, or the name of a member, says of what stands there.
  static func kind(ofField name: String) -> LeakKind? {
    let text = FoldedLine(Array(name.utf8)).text
    // As they are written, and the parts of names such as phoneNumber.
    var parts: [UInt8] = []
    for letter in text {
      if FoldedLine.isCapital(letter), let last = parts.last, FoldedLine.isLetter(last), !FoldedLine.isCapital(last) {
        parts.append(UInt8(ascii: " "))
      }
      parts.append(letter)
    }
    let words = (text + [UInt8(ascii: " ")] + parts).split { !FoldedLine.isLetter($0) }.map { ContextWord($0) }
    if words.contains(where: phone.contains) { return .phone }
    if words.contains(where: identity.contains) { return .identity }
    let isPlace = words.contains { latitude.contains($0) || longitude.contains($0) || places.contains($0) }
    return isPlace ? .coordinates : nil
  }
}

extension FoldedLine {
  /// The last `count` words before `place`, the nearest first: of the same sentence, with no other number between, and
  /// none that stands more than forty characters away.
  func words(before place: Int, atMost count: Int) -> [ContextWord] {
    let start = max(0, place - 40)
    var (words, end): ([ContextWord], Int) = ([], place)
    while words.count < count, end > start {
      var isStopped = false
      while end > start, !Self.isLetter(text[end - 1]) {
        end -= 1
        if Self.isDigit(text[end]) || text[end] == UInt8(ascii: ";") { return words }
        if text[end] == UInt8(ascii: ".") { isStopped = true }
      }
      var first = end
      while first > start, Self.isLetter(text[first - 1]) { first -= 1 }
      // A point behind a short word belongs to it: tel., no., art.
      guard first < end, !isStopped || end - first <= 4 else { return words }
      words.append(ContextWord(text[first..<end]))
      end = first
    }
    return words
  }
}
