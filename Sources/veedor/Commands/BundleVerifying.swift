import ArgumentParser
import BuiltIn
import Bundles
import Hashing
import ModuleKit
import Workbench

extension BundleCommand {
  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: spoken(
        en: "Check every byte of bundles, and tell what is known of them.",
        es: "Revisa cada byte de los paquetes, y dice qué se sabe de ellos."),
      discussion: spoken(
        en: """
          A folder into which a bundle was unpacked, and a bundle that was packed again, are told as such: their files can \
          be the ones that the bundle was made with, but they are not the file that its maker handed out.

          A signature that is missing or does not hold is status 4. One that holds shows that the holder of a key vouched for this \
          bundle. Whose key it is says the roster of the mission, where you trust one ('veedor ledger roster'); --trusted asks for that. When it \
          was only the signer says.
          """,
        es: """
          Una carpeta en que se descomprimió un paquete, y un paquete que se volvió a comprimir, se dicen tales: sus \
          archivos pueden ser aquellos con que se hizo el paquete, pero no son el archivo que entregó quien lo hizo.

          Una firma que falta o no es válida da el estado 4. Una válida muestra que quien tiene una clave respondió por \
          este paquete. De quién es la clave lo dice la nómina de la misión, si usted confía en una («veedor ledger \
          roster»); --trusted lo exige. Cuándo fue solo lo dice quien firma.
          """))

    @Argument(help: ArgumentHelp(spoken(en: "The bundles.", es: "Los paquetes."), valueName: "file")) var files:
      [String]
    @Flag(
      help: ArgumentHelp(
        spoken(
          en: "Be content with the right files in another archive or a folder.",
          es: "Se conforma con los archivos correctos en otro ZIP o en una carpeta."))) var contentOnly = false
    @Flag(
      help: ArgumentHelp(
        spoken(
          en: "Ask for a signature of a key that the mission's roster, trusted on this machine, vouches for.",
          es: "Exige la firma de una clave por la que responda la nómina de la misión en la que este equipo confía.")))
    var trusted = false
    @Flag(
      help: ArgumentHelp(
        spoken(
          en: "Pack and run intact bundles again, and compare every byte.",
          es: "Vuelve a empaquetar y a ejecutar los paquetes intactos, y compara cada byte.")))
    var rerun = false
    @Flag(
      help: ArgumentHelp(
        spoken(
          en: "Print the facts as JSON objects, one behind the other.",
          es: "Imprime los hechos como objetos JSON, uno tras otro."))) var json = false

    func run() async throws {
      var isVerified = true
      for file in files {
        let bundle: Bundle
        let facts: BundleFacts
        do {
          bundle = try Bundle(path: file)
          facts = try bundle.verify(packing: rerun, knowing: SignatureLines.knownKeys)
        } catch {
          throw Console.failure(error)
        }
        let signatures = try SignatureLines(facts)
        let revoked = try bundle.revokedAuthors(facts)
        let again = try await rerun(bundle, facts)
        if json {
          Console.print(
            json: RerunLines.document(
              facts, again,
              and: ["signatures": signatures.document, "revoked_authors": .list(revoked.map(\.document))]))
        } else {
          if files.count > 1 { Console.print(file) }
          BundleLines.tell(facts, signatures)
          for author in revoked { Console.message(author) }
          if let again {
            RerunLines.tell(again)
          } else if rerun {
            Console.print(
              spoken(
                en: "rerun:     not run: the bundle is not intact",
                es: "de nuevo:  no se ejecutó: el paquete no está intacto"))
          }
        }
        isVerified = isVerified && facts.hasSoundSignatures && (!trusted || signatures.isTrusted)
        if rerun, again?.isSame != true { isVerified = false }
        switch facts.verdict {
        case .intact: break
        case .contentIntact: isVerified = isVerified && contentOnly
        case .broken: isVerified = false
        }
      }
      if !isVerified { throw Exit(status: .unverified) }
    }

    /// Runs `bundle` again, where that was asked for and it is intact.
    private func rerun(_ bundle: Bundle, _ facts: BundleFacts) async throws -> BundleRerun? {
      guard rerun, facts.verdict == .intact else { return nil }
      return try await RerunLines.rerun {
        try await BundleRerun(bundle, modules: builtInModules, progress: $0)
      }
    }
  }
}

/// What is known of a bundle, line by line.
enum BundleLines {
  /// Prints the facts as data, and what is wrong or unusual as messages.
  static func tell(_ facts: BundleFacts, _ signatures: SignatureLines) {
    let missing = facts.missingSigners.map { Diagnostic(SignatureMessage.missingSigner($0)) }
    for problem in facts.problems + facts.signatureProblems + missing + facts.notes { Console.message(problem) }
    for line in lines(facts, signatures) { Console.print(line) }
  }

  private static func lines(_ facts: BundleFacts, _ signatures: SignatureLines) -> [String] {
    func word(_ fact: BundleFacts.Fact, _ bad: String = spoken(en: "BAD", es: "MAL")) -> String {
      switch fact {
      case .good: spoken(en: "good", es: "bien")
      case .bad: bad
      case .unknown: spoken(en: "not checked", es: "sin revisar")
      }
    }
    var lines = [spoken(en: "container: ", es: "envoltura: ") + (container(facts) ?? word(facts.container))]
    // Only whoever packs again can tell.
    if facts.canonical != .unknown {
      lines.append(spoken(en: "canonical: ", es: "canónico:  ") + word(facts.canonical, "no"))
    }
    lines += [
      spoken(en: "bag:       ", es: "bolsa:     ") + word(facts.bag),
      spoken(en: "leaves:    ", es: "hojas:     ") + word(facts.leaves),
      spoken(en: "identity:  ", es: "identidad: ") + word(facts.identity),
    ]
    if let statement = facts.statement {
      let (description, profile) = (statement.description, statement.description.profile.rawValue)
      // A statement that is not about these leaves identifies nothing.
      if facts.identity == .good { lines.append("sha256:    \(statement.identity.hex)") }
      lines.append(
        spoken(
          en:
            "mission:   \(description.mission), edition \(description.edition), \(statement.leaves) files, profile \(profile)",
          es:
            "misión:    \(description.mission), edición \(description.edition), \(statement.leaves) archivos, perfil \(profile)"
        ))
    }
    lines.append(complete(facts.missing))
    lines.append(spoken(en: "redacted:  \(facts.redacted)", es: "tachado:   \(facts.redacted)"))
    lines += signatures.lines
    lines.append(spoken(en: "verdict:   ", es: "dictamen:  ") + verdict(facts.verdict))
    return lines
  }

  private static func complete(_ missing: Int?) -> String {
    switch missing {
    case nil: spoken(en: "complete:  unknown", es: "completo:  no se sabe")
    case 0?: spoken(en: "complete:  yes", es: "completo:  sí")
    case let count?:
      spoken(en: "complete:  no, \(count) files are missing", es: "completo:  no, faltan \(count) archivos")
    }
  }

  private static func container(_ facts: BundleFacts) -> String? {
    switch facts.form {
    case .archive: nil
    case .otherArchive: spoken(en: "not ours, another archive", es: "no es el nuestro, otro ZIP")
    case .folder: spoken(en: "not ours, a folder", es: "no es el nuestro, una carpeta")
    }
  }

  private static func verdict(_ verdict: BundleFacts.Verdict) -> String {
    switch verdict {
    case .intact: spoken(en: "intact", es: "intacto")
    case .contentIntact: spoken(en: "content intact, container not ours", es: "contenido intacto, envoltura ajena")
    case .broken: spoken(en: "broken", es: "dañado")
    }
  }
}
