public import ModuleKit
public import Statistics

/// Why an analysis of recounts cannot answer.
public enum RecountMessage: DiagnosticMessage, Equatable {
  /// A question that has no answer; `subject` names the row or the parameters it is about.
  case unanswerable(StatisticsError, subject: Text)
  /// Some of the parameters that belong together are missing.
  case together([String], missing: [String])
  /// Neither a dataset nor parameters to work on.
  case nothingToWorkOn
  /// The declared result does not say how many valid votes there were.
  case noValidVotes(row: String)
  /// Nothing says how many boxes there are.
  case noBoxes(row: String)
  /// Something, such as the declared result, and the recounts are of different contests.
  case otherContest(String, of: Text, recounts: String)
  /// Sheets whose boxes' sizes are asked lack votes.
  case boxesWithoutVotes(Int, dataset: String, first: String)
  /// The declared result does not give the votes of every option.
  case votesMissing(row: String)
  /// The declared result does not give blank and null votes, of which the rule speaks.
  case otherVotesMissing(row: String)
  /// The declared result has more votes than valid ones, or than ballots.
  case moreVotes(row: String)
  /// A manifest holds more ballots than a draw can go through.
  case tooManyBallots
  /// Rounds hold more ballots than an audit can go through.
  case tooManyDrawn
  /// A round is entered twice, with another between.
  case roundAgain(String)
  /// A draw is not entered, and a later one is.
  case drawMissing(Int, last: Int)
  /// A draw was entered for another ballot than the one that was drawn.
  case otherBallot(draw: Int, entered: String, drawn: String)
  /// A ballot that is to be compared has no record.
  case notCompared(draw: Int)
  /// A seed without the manifest that was drawn from.
  case seedWithoutManifest
  /// Ballots are to be compared, and none are given one by one.
  case nothingToCompare
  /// Both ways in which an audit can be entered.
  case enteredTwice
  /// Another number of ballots is given than the manifest holds.
  case ballotsDiffer(Int, manifest: Int)
  /// Stations of a list with strata that have none.
  case noStratum(Int, dataset: String, first: String)
  /// Opened boxes of which there is no sheet.
  case openedWithoutSheet(Int, dataset: String, first: String, sheets: String)
  /// An earlier election that does not say how the stations of a list differ.
  case noEarlierVotes(String, stations: String)
  /// What should be the numbers of draws of a batch.
  case noDraws(String)
  /// A counted batch without what was found in it.
  case countMissing
  /// Batches counted together of which none has what was found.
  case togetherWithoutCount(String)
  /// A counted batch that was not reported.
  case unknownBatch(String, known: [String])
  /// Counted batches that hold more ballots than they were said to hold at most.
  case batchLarger([String], counted: Int, most: Int)
  /// A draw that stands at no batch, or at two.
  case drawOfBatches(Int, isTwice: Bool)
  /// Batches that add up to other votes than were declared.
  case batchesDiffer(String, sum: Int, declared: Int)
  /// A draw by bounds of something else than whole batches, from all of them.
  case notByBounds
  /// A batch holds as many ballots as all the others of its manifest: a total.
  case totalsBatch
  /// A seed that dice cannot have made, or of too few of them.
  case seed(String)
  /// A stratum that the manifest does not have.
  case unknownStratum(String, known: [String])
  /// A file that is no record of a draw.
  case noDrawRecord(Text)
  /// A record whose draw, made again, gives another list than `name` says.
  case otherDraw(String)
  /// A list beside a record that is not the one that was drawn.
  case otherList(String)
  /// A dataset that is not there, or no manifest.
  case noManifest(String, known: [String])
  /// A size that cannot be drawn.
  case size(String)
  /// A draw that was made for another mission.
  case drawOfOther(mission: String, here: String)
  /// A draw of another kind than is measured.
  case notMeasured
  /// A draw that was entered as another round.
  case drawOfRound(String, last: Int)
  /// A round that was entered from another draw.
  case roundOfOtherDraw(String, last: Int, here: Int)
  /// A ballot is to be read by one person under two keys.
  case samePerson(author: String)
  /// A draw that is none of the round's.
  case notOfRound(draw: Int, String, ClosedRange<Int>)
  /// A draw that its author entered otherwise before.
  case enteredOtherwise(draw: Int)
  /// A word that paper or record cannot say.
  case noMark(String, field: String, draw: Int, words: [String])
  /// A draw that is to be amended, and was not entered.
  case notEntered(draw: Int)
  /// A contest that is not there; nil where it must be named.
  case noContest(String?, known: [String])
  /// Ballots are to be asked for, and there is no terminal.
  case cannotAskBallots(left: Int)

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .unanswerable(let error, let subject): error.text.behind(subject)
    case .together(let names, let missing):
      .init(
        "C020",
        en: "the parameters \(Self.list(names).en) belong together: \(Self.list(missing).en) "
          + (missing.count == 1 ? "is missing" : "are missing"),
        es:
          "los parámetros \(Self.list(names).es) van juntos: \(missing.count == 1 ? "falta" : "faltan") \(Self.list(missing).es)"
      )
    case .nothingToWorkOn:
      .init(
        "C021", en: "there is nothing to work on", es: "no hay nada con que trabajar",
        hint: Text(
          en:
            "name bulletins, recounts, copy_checks or sheets under 'on', or give boxes and defective, or population, sampled and "
            + "differing, under 'with'",
          es:
            "nombre bulletins, recounts, copy_checks o sheets en «on», o dé boxes y defective, o population, sampled y differing, en «with»"
        ))
    case .noValidVotes(let row):
      .init(
        "C022", en: "the declared result '\(row)' does not say how many valid votes there were",
        es: "el resultado declarado «\(row)» no indica cuántos votos válidos hubo",
        hint: Text(
          en: "fill 'valid_votes', or the votes and the percentage of the leading option",
          es: "llene «valid_votes», o los votos y el porcentaje de la opción que encabeza"))
    case .noBoxes(let row):
      .init(
        "C023", en: "nothing says how many boxes the declared result '\(row)' is from",
        es: "nada indica de cuántas cajas es el resultado declarado «\(row)»",
        hint: Text(
          en: "fill 'total_sheets', or name a dataset of recounts under 'on'",
          es: "llene «total_sheets», o nombre un conjunto de datos de recuentos en «on»"))
    case .otherContest(let contest, let what, let recounts):
      .init(
        "C024", en: "\(what.en) are of contest '\(contest)', the recounts of contest '\(recounts)'",
        es: "\(what.es) son de la contienda «\(contest)», los recuentos de la contienda «\(recounts)»")
    case .boxesWithoutVotes(let count, let dataset, let first):
      .init(
        "C025",
        en:
          "\(count) \(count == 1 ? "sheet" : "sheets") of '\(dataset)' without valid votes or votes of an option, the first '\(first)': "
          + "what each box can hide is not known",
        es:
          "\(count == 1 ? "1 acta" : "\(count) actas") de «\(dataset)» sin votos válidos o sin votos de una opción, la primera «\(first)»: no se sabe qué puede ocultar cada caja",
        hint: Text(
          en: "leave 'sheets' out, or name a file with the votes of every box",
          es: "deje fuera «sheets», o nombre un archivo con los votos de cada caja"))
    case .votesMissing(let row):
      .init(
        "C035", en: "the declared result '\(row)' does not give the votes of every option",
        es: "el resultado declarado «\(row)» no da los votos de cada opción")
    case .otherVotesMissing(let row):
      .init(
        "C045", en: "the declared result '\(row)' does not give blank and null votes: of all votes no share is known",
        es:
          "el resultado declarado «\(row)» no da los votos en blanco y nulos: no se conoce ninguna proporción de todos los votos",
        hint: Text(
          en: "fill 'blank_votes' and 'null_votes', or let the rule speak of the valid votes",
          es: "llene «blank_votes» y «null_votes», o que la regla hable de los votos válidos"))
    case .moreVotes(let row):
      .init(
        "C036", en: "the declared result '\(row)' has more votes than there are ballots",
        es: "el resultado declarado «\(row)» tiene más votos que papeletas hay")
    case .tooManyBallots:
      .init(
        "C026", rule: "ballots", en: "the batches up to this one hold more than \(BallotManifest.most) ballots",
        es: "los lotes hasta este contienen más de \(BallotManifest.most) papeletas")
    case .tooManyDrawn:
      .init(
        "C037", rule: "ballots", en: "the rounds up to this one hold more than \(BallotManifest.most) ballots",
        es: "las rondas hasta esta contienen más de \(BallotManifest.most) papeletas")
    case .roundAgain(let round):
      .init(
        "C038", rule: "rounds_in_order", en: "round '\(round)' has begun before, and another came between",
        es: "la ronda «\(round)» ya había empezado, y hubo otra en medio",
        hint: Text(en: "number rounds in the order of the draw", es: "numere las rondas en el orden del sorteo"))
    case .drawMissing(let draw, let last):
      .init(
        "C039", en: "draw \(draw) is not entered, draw \(last) is",
        es: "no se ingresó el sorteo \(draw), y sí el \(last)",
        hint: Text(
          en: "enter every drawn ballot, also one that was drawn before, and 'not_found' for one that cannot be found",
          es: "ingrese cada papeleta sorteada, también la que ya había salido, y «not_found» por la que no se encuentra"
        ))
    case .otherBallot(let draw, let entered, let drawn):
      .init(
        "C040", en: "draw \(draw) was entered as '\(entered)', but drawn was '\(drawn)'",
        es: "el sorteo \(draw) se ingresó como «\(entered)», pero salió «\(drawn)»",
        hint: Text(
          en: "hold the entries against sample.csv of a draw with replacement, from this seed, sampler and manifest",
          es:
            "compare lo ingresado con sample.csv de un sorteo con reposición, con esta semilla, este método y este inventario"
        ))
    case .notCompared(let draw):
      .init(
        "C041", en: "draw \(draw) has no record to compare the paper with",
        es: "el sorteo \(draw) no tiene un registro con el cual comparar el papel",
        hint: Text(
          en: "fill 'record': an option, other, no_vote, or no_record for a ballot of which none is held",
          es: "llene «record»: una opción, «other», «no_vote», o «no_record» por una papeleta de la que no hay ninguno")
      )
    case .seedWithoutManifest:
      .init(
        "C042", en: "the seed is given without what was drawn from",
        es: "se da la semilla sin aquello de lo que se sorteó",
        hint: Text(en: "name the ballot manifest under 'on'", es: "nombre el inventario de papeletas en «on»"))
    case .nothingToCompare:
      .init(
        "C043", en: "comparison needs ballots one by one", es: "la comparación necesita las papeletas una por una",
        hint: Text(
          en: "name a dataset of kind ballot_checks under 'on'",
          es: "nombre en «on» un conjunto de datos de tipo ballot_checks"))
    case .enteredTwice:
      .init(
        "C044", en: "both round_tallies and ballot_checks are given",
        es: "se dan tanto round_tallies como ballot_checks",
        hint: Text(en: "name one of them under 'on'", es: "nombre uno de los dos en «on»"))
    case .ballotsDiffer(let ballots, let manifest):
      .init(
        "C046", en: "'ballots' says \(ballots), and the manifest that was drawn from holds \(manifest)",
        es: "«ballots» indica \(ballots), y el inventario del que se sorteó contiene \(manifest)",
        hint: Text(en: "take 'ballots' out", es: "quite «ballots»"))
    case .noStratum(let count, let dataset, let first):
      .init(
        "C047",
        en: "\(count) \(count == 1 ? "station" : "stations") of '\(dataset)' without a stratum, the first '\(first)'",
        es: "\(count == 1 ? "1 mesa" : "\(count) mesas") de «\(dataset)» sin estrato, la primera «\(first)»",
        hint: Text(
          en: "give every station its stratum, or leave the column out",
          es: "dé a cada mesa su estrato, o deje fuera la columna"))
    case .openedWithoutSheet(let count, let dataset, let first, let sheets):
      .init(
        "C049",
        en:
          "\(count) \(count == 1 ? "box" : "boxes") of '\(dataset)' without a sheet in '\(sheets)', the first '\(first)': what each box can "
          + "hide is not known",
        es:
          "\(count == 1 ? "1 urna" : "\(count) urnas") de «\(dataset)» sin acta en «\(sheets)», la primera «\(first)»: no se sabe qué puede ocultar cada urna",
        hint: Text(
          en: "give boxes the keys of their sheets, or leave 'sheets' out",
          es: "dé a las urnas las claves de sus actas, o deje fuera «sheets»"))
    case .noEarlierVotes(let earlier, let stations):
      .init(
        "C048", en: "no two stations of '\(stations)' have all votes in '\(earlier)' and differ",
        es: "no hay dos mesas de «\(stations)» que tengan todos los votos en «\(earlier)» y difieran",
        hint: Text(
          en: "name stations alike in both, or give 'deviation'",
          es: "nombre las mesas igual en ambos, o dé «deviation»"))
    case .totalsBatch:
      .init(
        "C027", rule: "no_totals_row", en: "the row adds up the other rows: it is a total, not a batch",
        es: "la fila suma las otras filas: es un total, no un lote",
        hint: Text(
          en: "take it out of the file, or leave it out with 'where:'",
          es: "quítela del archivo, o déjela fuera con «where:»"))
    case .seed(let seed):
      .init(
        "C028", en: "the seed '\(seed)' is not from 20 to 200 decimal digits",
        es: "la semilla «\(seed)» no tiene de 20 a 200 dígitos decimales",
        hint: Text(
          en: "throw a ten-sided die twenty times before witnesses, and write the digits down in their order",
          es: "lance ante testigos veinte veces un dado de diez caras, y anote los dígitos en su orden"))
    case .unknownStratum(let stratum, let known):
      .init(
        "C029", en: "the manifest has no stratum '\(stratum)'", es: "el inventario no tiene el estrato «\(stratum)»",
        hint: didYouMean(stratum, among: known)
          ?? (known.isEmpty ? Text(en: "fill its column 'stratum'", es: "llene su columna «stratum»") : nil))
    case .noDrawRecord(let why):
      .init("C030", en: "this is no record of a draw: \(why.en)", es: "esto no es el acta de un sorteo: \(why.es)")
    case .otherDraw(let name):
      .init(
        "C031", en: "the draw that the record describes gives another list than '\(name)' of the record says",
        es: "el sorteo que describe el acta da otra lista que la que indica como «\(name)»")
    case .otherList(let name):
      .init("C032", en: "'\(name)' is not the list that was drawn", es: "«\(name)» no es la lista que se sorteó")
    case .noManifest(let name, let known):
      .init(
        "C033", en: "the workspace has no ballot manifest '\(name)'",
        es: "el espacio de trabajo no tiene un inventario de papeletas «\(name)»",
        hint: didYouMean(name, among: known)
          ?? Text(
            en: "declare a dataset of kind ballot_manifest", es: "declare un conjunto de datos de tipo ballot_manifest")
      )
    case .size(let size):
      .init(
        "C034", en: "'\(size)' is not how many to draw", es: "«\(size)» no indica cuántas sortear",
        hint: Text(
          en: "give a number from 1 to \(DrawRequest.sizes.upperBound), for a stratum behind its name: north=120",
          es: "dé un número de 1 a \(DrawRequest.sizes.upperBound); para un estrato, después de su nombre: north=120"))
    case .drawOfOther(let mission, let here):
      .init(
        "C050", en: "the draw was made for mission '\(mission)', and this is '\(here)'",
        es: "el sorteo se hizo para la misión «\(mission)», y esta es «\(here)»",
        hint: Text(
          en: "name the folder of a draw that was made for this mission",
          es: "indique la carpeta de un sorteo que se hizo para esta misión"))
    case .notMeasured:
      .init(
        "C051", en: "this is no draw of single ballots with replacement from all batches, which alone is measured",
        es: "este no es un sorteo de papeletas sueltas, con reposición, de todos los lotes, lo único que se mide",
        hint: Text(
          en: "draw with --size and --with-replacement", es: "sortee con --size y --with-replacement"))
    case .drawOfRound(let round, let last):
      .init(
        "C052", en: "the draw up to \(last) is entered as round '\(round)'",
        es: "el sorteo hasta el \(last) se ingresa como ronda «\(round)»",
        hint: Text(
          en: "name that round, or the folder of a larger draw from the same seed",
          es: "nombre esa ronda, o la carpeta de un sorteo mayor con la misma semilla"))
    case .roundOfOtherDraw(let round, let last, let here):
      .init(
        "C053", en: "round '\(round)' is entered from a draw up to \(last), and this one goes up to \(here)",
        es: "la ronda «\(round)» se ingresa de un sorteo hasta el \(last), y este llega hasta el \(here)",
        hint: Text(
          en: "name the folder of that draw, or another round", es: "nombre la carpeta de ese sorteo, u otra ronda"))
    case .samePerson(let author):
      .init(
        "C054", en: "the roster says that '\(author)', who has entered this round, is the same person",
        es: "según la nómina, «\(author)», que ya ingresó esta ronda, es la misma persona",
        hint: Text(
          en: "a ballot counts where two persons read it: let another person enter",
          es: "una papeleta cuenta cuando la leen dos personas: que ingrese otra persona"))
    case .notOfRound(let draw, let round, let draws):
      .init(
        "C055",
        en: "draw \(draw) is none of round '\(round)', which has draws \(draws.lowerBound) to \(draws.upperBound)",
        es:
          "el sorteo \(draw) no es de la ronda «\(round)», que tiene los sorteos \(draws.lowerBound) a \(draws.upperBound)",
        hint: Text(
          en: "name the round that the draw is of, or leave it out",
          es: "indique la ronda a la que pertenece el sorteo, o déjelo fuera"))
    case .enteredOtherwise(let draw):
      .init(
        "C056", en: "draw \(draw) was entered otherwise by this author",
        es: "este autor ingresó el sorteo \(draw) de otra manera",
        hint: Text(
          en: "--amend WHY enters what stands here in its place", es: "--amend POR_QUÉ ingresa esto en su lugar"))
    case .noMark(let word, let field, let draw, let words):
      .init(
        "C057", en: "draw \(draw): '\(word)' is nothing that '\(field)' can say",
        es: "sorteo \(draw): «\(word)» no es algo que «\(field)» pueda indicar",
        hint: didYouMean(word, among: words)
          ?? Text(en: "it is one of \(words.joined(separator: ", "))", es: "es uno de \(words.joined(separator: ", "))")
      )
    case .notEntered(let draw):
      .init(
        "C058", en: "draw \(draw) was not entered by this author: there is nothing to amend",
        es: "este autor no ha ingresado el sorteo \(draw): no hay nada que enmendar",
        hint: Text(en: "enter it without --amend", es: "ingréselo sin --amend"))
    case .noContest(let contest, let known):
      .init(
        "C059",
        en: contest.map { "the workspace has no contest '\($0)'" } ?? "the workspace has not one contest alone",
        es: contest.map { "el espacio de trabajo no tiene la contienda «\($0)»" }
          ?? "el espacio de trabajo no tiene una sola contienda",
        hint: known.isEmpty
          ? Text(en: "declare it under 'contests' in veedor.yaml", es: "declárela en «contests» de veedor.yaml")
          : contest.flatMap { didYouMean($0, among: known) }
            ?? Text(
              en: "give --contest: \(known.joined(separator: ", "))",
              es: "dé --contest: \(known.joined(separator: ", "))"))
    case .noDraws(let text):
      .init(
        "C061", rule: "draws", en: "'\(text)' are no numbers of draws", es: "«\(text)» no son números de sorteos",
        hint: Text(
          en: "write the numbers of the draws of the batch with ';' between them: 3; 17",
          es: "escriba los números de los sorteos del lote con «;» entre ellos: 3; 17"))
    case .countMissing:
      .init(
        "C062", rule: "counted", en: "the batch lacks votes of an option that were found in it",
        es: "al lote le faltan los votos de una opción que se hallaron en él",
        hint: Text(
          en:
            "fill the votes of every option; leave all empty only where they stand at another batch with the same 'together'",
          es:
            "llene los votos de cada opción; deje todos vacíos solo si están en otro lote con el mismo «together»"))
    case .togetherWithoutCount(let word):
      .init(
        "C063", en: "no batch of those counted together as '\(word)' has votes that were found",
        es: "ningún lote de los contados juntos como «\(word)» tiene los votos hallados",
        hint: Text(en: "fill the votes at one of them", es: "llene los votos en uno de ellos"))
    case .unknownBatch(let key, let known):
      .init(
        "C064", en: "batch '\(key)' was counted, and is none of the reported ones",
        es: "se contó el lote «\(key)», que no está entre los reportados",
        hint: didYouMean(key, among: known)
          ?? Text(
            en: "name container and batch as the reported totals do",
            es: "nombre contenedor y lote como lo hacen los totales reportados"))
    case .batchLarger(let keys, let counted, let most):
      .init(
        "C065", rule: "ballots",
        en:
          "\(Self.list(keys).en): \(counted) ballots were counted, and at most \(most) are given: the bound on the error does not hold",
        es:
          "\(Self.list(keys).es): se contaron \(counted) papeletas, y se indican \(most) como máximo: la cota del error no vale",
        hint: Text(
          en: "correct 'ballots' of the reported totals, and draw again by the bounds that follow",
          es: "corrija «ballots» de los totales reportados, y sortee de nuevo según las cotas que resulten"))
    case .drawOfBatches(let draw, let isTwice):
      .init(
        "C066", en: "draw \(draw) stands at \(isTwice ? "two batches" : "no batch")",
        es: "el sorteo \(draw) \(isTwice ? "está en dos lotes" : "no está en ningún lote")",
        hint: Text(
          en: "write every number of sample.csv at the batch that was drawn",
          es: "escriba cada número de sample.csv en el lote sorteado"))
    case .batchesDiffer(let name, let sum, let declared):
      .init(
        "C067", en: "the batches add up to \(sum) of '\(name)', and \(declared) are declared",
        es: "los lotes suman \(sum) de «\(name)», y se declararon \(declared)",
        hint: Text(
          en: "give every batch of the contest as it was reported, and the result that was declared of them",
          es: "dé cada lote de la contienda tal como se reportó, y el resultado que se declaró con ellos"))
    case .notByBounds:
      .init(
        "C068", en: "by the bounds on their errors batches are drawn from all together, and put back",
        es: "según las cotas de sus errores, los lotes se sortean de todos juntos y con reposición",
        hint: Text(en: "give --size, and no --stratum", es: "dé --size, y no --stratum"))
    case .cannotAskBallots(let left):
      .init(
        "C060", en: "there is no terminal on which to ask for the \(left) ballots that are left",
        es: "no hay una terminal en la que preguntar por las papeletas que faltan, \(left)",
        hint: Text(
          en: "give --from FILE, or draw=… paper=… for one of them",
          es: "dé --from ARCHIVO, o draw=… paper=… por una de ellas"))
    }
  }

  /// How a command ends that the message stops.
  public var status: ExitStatus {
    switch self {
    case .seed, .unknownStratum, .noManifest, .size, .drawOfOther, .notMeasured, .drawOfRound, .roundOfOtherDraw,
      .samePerson, .notOfRound, .enteredOtherwise, .noMark, .notEntered, .noContest, .cannotAskBallots, .notByBounds:
      .usage
    case .noDrawRecord, .otherDraw, .otherList: .unverified
    case .unanswerable, .together, .nothingToWorkOn, .noValidVotes, .noBoxes, .otherContest, .boxesWithoutVotes,
      .votesMissing, .otherVotesMissing, .moreVotes, .ballotsDiffer, .tooManyBallots, .tooManyDrawn, .roundAgain,
      .drawMissing, .otherBallot, .notCompared, .seedWithoutManifest, .nothingToCompare, .enteredTwice, .totalsBatch,
      .noStratum, .noEarlierVotes, .openedWithoutSheet, .noDraws, .countMissing, .togetherWithoutCount, .unknownBatch,
      .batchLarger, .drawOfBatches, .batchesDiffer:
      .failed
    }
  }

  private static func list(_ names: [String]) -> Text {
    Text(en: Language.english.list(names.map { "'\($0)'" }), es: Language.spanish.list(names.map { "«\($0)»" }))
  }
}

/// What `work` gives; a question that has no answer is told with the `subject` it is about.
/// - Throws: ``DiagnosticsError``.
func answer<T>(_ subject: Text, _ work: () throws(StatisticsError) -> T) throws(DiagnosticsError) -> T {
  do { return try work() } catch { throw DiagnosticsError(RecountMessage.unanswerable(error, subject: subject)) }
}
