import ArgumentParser
import Bundles
import Files
import Hashing
import ModuleKit
import Signatures

struct BundleSignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign",
    abstract: spoken(
      en: "Sign a bundle that is intact, whoever made it.",
      es: "Firma un paquete intacto, lo haya hecho quien lo haya hecho."),
    discussion: spoken(
      en: """
        The signature says that the holder of the key vouches for this bundle, with this identity, and states the day. It is put into the \
        bundle, whose identity and files stay the same. Read what you sign: 'veedor open' shows it, 'veedor bundle verify --rerun' runs it \
        again. A signer whom 'bundle create --sign' or '--signer' named in the bundle cannot be taken off unseen; another can.

        The key is one for bundles alone: 'veedor key new --for bundles' makes it. With --minisign it is one for minisign alone, and \
        whoever has that program can check it: unpack the bundle, and 'minisign -Vm evb/statement.json -P KEY'.
        """,
      es: """
        La firma dice que quien tiene la clave responde por este paquete, con esta identidad, e indica el día. Se pone \
        dentro del paquete, cuya identidad y cuyos archivos quedan iguales. Lea lo que firma: «veedor open» lo \
        muestra, «veedor bundle verify --rerun» lo ejecuta de nuevo. Un firmante que «bundle create --sign» o \
        «--signer» nombró en el paquete no se puede quitar sin que se note; otro sí.

        La clave es solo para paquetes: «veedor key new --for bundles» la hace. Con --minisign es una solo para \
        minisign, y quien tiene ese programa puede comprobar la firma: descomprima el paquete, y «minisign -Vm \
        evb/statement.json -P CLAVE».
        """))

  @Argument(help: ArgumentHelp(spoken(en: "The bundle.", es: "El paquete."), valueName: "file")) var file: String
  @OptionGroup var key: BundleKeyOption
  @Flag(help: ArgumentHelp(spoken(en: "Sign as minisign does.", es: "Firma como lo hace minisign."))) var minisign =
    false
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      spoken(
        en: "Write the signed bundle to this file, and leave the other as it is.",
        es: "Escribe el paquete firmado en este archivo, y deja el otro como está."), valueName: "file"))
  var output: String?

  func run() throws {
    do {
      let bundle = try Bundle(path: file)
      let statement = try bundle.inspect().statement
      let signer = try key.signer(mission: statement.description.mission, minisign ? .minisign : .bundles)
      let path = output ?? file
      let facts = try bundle.sign(signer, to: path)
      Console.print(path)
      Console.message(
        spoken(
          en: "signed as \(signer.key.verifier) on \(signer.day.iso); identity \(statement.identity.hex)",
          es: "firmado como \(signer.key.verifier) el \(signer.day.iso); identidad \(statement.identity.hex)"))
      for other in facts.missingSigners where other != signer.key.verifier {
        Console.message(spoken(en: "still to be signed by \(other)", es: "falta que firme \(other)"))
      }
    } catch {
      throw Console.failure(error)
    }
  }
}

/// The key with which a command signs a bundle.
struct BundleKeyOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      spoken(
        en: "Sign with the key that begins with these characters, where several are here.",
        es: "Firma con la clave que empieza con estos caracteres, si aquí hay varias."), valueName: "characters"))
  var key: String?

  /// The holder of the key for bundles of `mission`, today.
  func signer(mission: String, _ purpose: SigningKey.Purpose = .bundles) throws -> BundleSigner {
    try BundleSigner(SigningKeyFolder().key(purpose, mission: mission, beginning: key), on: Clock.today)
  }
}
