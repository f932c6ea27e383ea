public import Diagnostics
import Language

/// Why a head is not cosigned, or a cosigned one shows nothing.
public enum WitnessMessage: Error, DiagnosticMessage, Equatable {
  /// A file that holds no request.
  case noRequest(file: String)
  /// A head that the key did not sign, or of another feed.
  case notSigned(file: String)
  /// A feed of which no head is signed here.
  case nothingSigned(author: String)
  /// A head that is shorter than the one that was seen.
  case shorter(size: Int, seen: Int)
  /// A head of the same size as the one that was seen, with another root.
  case contradicts(size: Int)
  /// A request whose proof begins at another size than the one that was seen.
  case otherOld(old: Int, seen: Int)
  /// A head that does not continue the one that was seen.
  case doesNotContinue(size: Int, seen: Int)
  /// A line of a policy that is none.
  case badPolicy(file: String, line: Int)
  /// A policy without a quorum.
  case noQuorum(file: String)
  /// A file that holds no cosigned head.
  case noHead(file: String)
  /// A head without the cosignatures that the policy asks for.
  case noQuorumReached(file: String, witnesses: Int)
  /// A head of a feed that is not here, or is another one here.
  case otherFeed(origin: String)

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .noRequest(let file):
      .init(
        "L080", en: "'\(file)' asks for no cosignature", es: "«\(file)» no pide ninguna contrafirma",
        hint: Text(
          en: "'veedor ledger request' of the other mission makes one",
          es: "«veedor ledger request» de la otra misión hace una petición"))
    case .notSigned(let file):
      .init(
        "L081", en: "the key has not signed the head in '\(file)': nothing was cosigned",
        es: "la clave no firmó la cabecera de «\(file)»: no se contrafirmó nada")
    case .nothingSigned(let author):
      .init(
        "L082", en: "'\(author)' has signed no head here", es: "«\(author)» no ha firmado ninguna cabecera aquí",
        hint: Text(en: "'veedor ledger sign' comes first", es: "primero «veedor ledger sign»"))
    case .shorter(let size, let seen):
      .init(
        "L083", en: "the head has \(size) entries, and one of \(seen) was seen before: nothing was cosigned",
        es: "la cabecera tiene \(size) entradas, y antes se vio una de \(seen): no se contrafirmó nada")
    case .contradicts(let size):
      .init(
        "L084",
        en:
          "another head of \(size) entries of this feed was seen before, and both cannot be: nothing was cosigned, and both are kept",
        es:
          "antes se vio otra cabecera de \(size) entradas de esta serie, y no pueden ser ambas: no se contrafirmó nada, y se guardan ambas"
      )
    case .otherOld(let old, let seen):
      .init(
        "L085", en: "the proof begins at \(old) entries, and \(seen) were seen before: nothing was cosigned",
        es: "la prueba empieza en \(old) entradas, y antes se vieron \(seen): no se contrafirmó nada",
        hint: Text(
          en: "ask the other mission for 'veedor ledger request --since \(seen)'",
          es: "pida a la otra misión «veedor ledger request --since \(seen)»"))
    case .doesNotContinue(let size, let seen):
      .init(
        "L086",
        en:
          "nothing shows that the head of \(size) entries continues the one of \(seen) that was seen before: nothing was cosigned, and both are kept",
        es:
          "nada muestra que la cabecera de \(size) entradas continúe la de \(seen) que se vio antes: no se contrafirmó nada, y se guardan ambas"
      )
    case .badPolicy(let file, let line):
      .init(
        "L087", en: "line \(line) of '\(file)' is no line of a policy of witnesses",
        es: "la línea \(line) de «\(file)» no es de una política de testigos",
        hint: Text(
          en: "such as: witness B veedor/b+0123abcd+BA…, then: quorum B",
          es: "como: witness B veedor/b+0123abcd+BA…, y luego: quorum B"))
    case .noQuorum(let file):
      .init(
        "L088", en: "'\(file)' does not say which witnesses are enough",
        es: "«\(file)» no dice qué testigos bastan",
        hint: Text(en: "add a line such as: quorum B", es: "agregue una línea como: quorum B"))
    case .noHead(let file):
      .init(
        "L089", en: "'\(file)' holds no head of a feed", es: "«\(file)» no contiene la cabecera de una serie")
    case .noQuorumReached(let file, let witnesses):
      .init(
        "L090",
        en:
          "'\(file)' has \(witnesses == 1 ? "the cosignature of 1 witness" : "cosignatures of \(witnesses) witnesses") of the policy, which is not enough",
        es:
          "«\(file)» tiene \(witnesses == 1 ? "la contrafirma de 1 testigo" : "contrafirmas de \(witnesses) testigos") de la política, y no basta"
      )
    case .otherFeed(let origin):
      .init(
        "L091", en: "the ledger here does not hold the feed '\(origin)' up to that head",
        es: "el registro de aquí no contiene la serie «\(origin)» hasta esa cabecera",
        hint: Text(en: "merge a copy that has it", es: "incorpore una copia que la tenga"))
    }
  }

  /// As a verification that failed, but for what was named wrongly.
  public var status: ExitStatus {
    switch self {
    case .noRequest, .nothingSigned, .otherOld, .badPolicy, .noQuorum, .noHead: .usage
    case .notSigned, .shorter, .contradicts, .doesNotContinue, .noQuorumReached, .otherFeed: .unverified
    }
  }
}
