import ArgumentParser
import Bundles
import Files
import Hashing
import ModuleKit
import Signatures

struct BundleSignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "Sign a bundle that is intact, whoever made it.",
    discussion: """
      The signature says that the holder of the key vouches for this bundle, with this identity, and states the day. It is put into the \
      bundle, whose identity and files stay the same. Read what you sign: 'veedor open' shows it, 'veedor bundle verify --rerun' runs it \
      again. A signer whom 'bundle create --sign' or '--signer' named in the bundle cannot be taken off unseen; another can.

      The key is one for bundles alone: 'veedor key new --for bundles' makes it. With --minisign it is one for minisign alone, and \
      whoever has that program can check it: unpack the bundle, and 'minisign -Vm evb/statement.json -P KEY'.
      """)

  @Argument(help: ArgumentHelp("The bundle.", valueName: "file")) var file: String
  @OptionGroup var key: BundleKeyOption
  @Flag(help: "Sign as minisign does.") var minisign = false
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the signed bundle to this file, and leave the other as it is.", valueName: "file"))
  var output: String?

  func run() throws {
    do {
      let bundle = try Bundle(path: file)
      let statement = try bundle.inspect().statement
      let signer = try key.signer(mission: statement.description.mission, minisign ? .minisign : .bundles)
      let path = output ?? file
      let facts = try bundle.sign(signer, to: path)
      Console.print(path)
      Console.message("signed as \(signer.key.verifier) on \(signer.day.iso); identity \(statement.identity.hex)")
      for other in facts.missingSigners where other != signer.key.verifier {
        Console.message("still to be signed by \(other)")
      }
    } catch {
      throw Console.failure(error)
    }
  }
}

/// The key with which a command signs a bundle.
struct BundleKeyOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("Sign with the key that begins with these digits, where several are here.", valueName: "digits"))
  var key: String?

  /// The holder of the key for bundles of `mission`, today.
  func signer(mission: String, _ purpose: SigningKey.Purpose = .bundles) throws -> BundleSigner {
    try BundleSigner(SigningKeyFolder().key(purpose, mission: mission, digits: key), on: Clock.today)
  }
}
