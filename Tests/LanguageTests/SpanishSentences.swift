/// The Spanish sentences, labelled as ``englishSentences`` are.
let spanishSentences = """
  + Hernández ganó la elección.
  + Ganó Nasralla.
  + La Alianza ganó la presidencia por cinco puntos.
  + Hernández es el ganador de la elección.
  + El ganador es Salvador Nasralla.
  + Los resultados muestran que gana Hernández.
  + El conteo confirmó la victoria del Partido Nacional.
  + La oposición salió victoriosa.
  + Fue un triunfo del partido de gobierno.
  + El oficialismo triunfó el domingo.
  + El vencedor asumió en enero.
  + La misión felicita al ganador.
  + La misión declara ganador a Hernández.
  + Declaramos que nuestra misión vio un ganador.
  + Hernández venció a Nasralla.
  + Hernández derrotó a Nasralla por poco.
  + Nasralla perdió la elección tras el silencio.
  + La oposición perdió las elecciones.
  + Robaron la elección.
  + Robaron las elecciones.
  + Se robaron la presidencia.
  + La elección fue robada.
  + El robo de la elección empezó el lunes.
  + Le están robando el voto al pueblo.
  + Usurparon la presidencia.
  + Hubo fraude.
  + No hubo fraude.
  + No hubo ningún fraude el día de la elección.
  + La votación estuvo libre de fraude.
  + No hay evidencia de fraude.
  + No hay prueba de fraude.
  + La misión no encontró pruebas de fraude.
  + La misión encontró pruebas de fraude.
  + La misión dice que hubo fraude.
  + Nuestros observadores dijeron que hubo fraude.
  + El fraude fue masivo.
  + El Fraude fue masivo.
  + El fraude decidió el resultado.
  + FRAUDE EN EL CONTEO
  + Victoria de Hernández
  + La victoria de Hernández
  + El conteo fue fraudulento.
  + Defraudaron a los votantes.
  + La elección fue amañada.
  + Amañaron el conteo.
  + Un conteo amañado no vale.
  + Los resultados fueron manipulados.
  + La manipulación del conteo ocurrió de noche.
  + Manipularon las actas.
  + Las actas fueron alteradas.
  + Las actas alteradas favorecen a un lado.
  + Los funcionarios alteraron los resultados.
  + La alteración de las actas explica el cambio.
  + Alguien adulteró las actas.
  + Las actas adulteradas son muchas.
  + Falsificaron las cifras.
  + La falsificación de las actas es segura.
  + Las firmas fueron falsificadas.
  + El gobierno hizo trampa.
  + Los tramposos se salieron con la suya.
  + El gobierno es ilegítimo.
  + Juró un presidente ilegítimo.
  + La ilegitimidad del resultado está fuera de duda.
  + Hernández es el presidente legítimo.
  + El resultado es legítimo.
  + Hay un legítimo ganador.
  + El verdadero ganador quedó fuera.
  + La ganadora es la candidata de la Alianza.
  + Las últimas actas le dieron la victoria.
  + Su victoria no admite duda.
  + La reversión demuestra que el conteo fue manipulado.
  + El silencio ocultó la manipulación.
  + La tendencia prueba el fraude.
  + Los datos revelan un fraude.
  + La auditoría mostró que las actas fueron alteradas.
  + Se dijo que hubo fraude.
  + Se denunció fraude en todo el país.
  + El presunto fraude cambió el resultado.
  + La gente marchó contra el fraude.
  + La elección, que fue robada, terminó.
  + El tribunal publicó tarde porque el conteo fue manipulado.
  + El tribunal no dijo nada, pero el conteo fue manipulado.
  + Nasralla no pudo haber ganado la elección.
  + Si nada cambia, gana Nasralla.
  + Con 42 por ciento, Hernández ganó la elección.
  + Hernández ganó la elección de 2017.
  + Nadie duda de que ganó Hernández.
  + El ganador dijo que gobernará para todos.
  + La contienda tiene un claro ganador.
  + Le quitaron la victoria a la oposición.
  + Una victória clara.
  + «sin cerrar: el ganador es Hernández
  + La misión observó fraude en la capital.
  + Esto fue un fraude al pueblo.
  + Las papeletas fueron alteradas en el almacén.
  + La base de datos fue manipulada.
  + Robaron los votos de noche.
  + El proceso fue fraudulento desde el inicio.
  + Manipularon el margen para hacerlo presidente.
  + El conteo fue limpio y Hernández ganó.
  + Todos saben quién ganó.
  + Los ganadores celebraron en la plaza.
  + Los vencedores celebraron en la plaza.
  + El tribunal alteró 300 actas.
  + Este triunfo es de todos.
  + El candidato triunfante saludó.
  - Según la Alianza, Hernández no ganó la elección.
  - Según la oposición, hubo fraude.
  - La Alianza afirmó que la elección fue amañada.
  - La Alianza denunció fraude.
  - Nasralla se declaró ganador el domingo.
  - Ambos candidatos se declararon ganadores.
  - El tribunal declaró ganador a Hernández.
  - Hernández fue declarado ganador el 17 de diciembre.
  - El ganador será declarado en 30 días.
  - A medianoche no se había declarado ganador.
  - El tribunal proclamó al ganador a mediodía.
  - El tribunal anunció al ganador por televisión.
  - El tribunal «declaró ganador a Hernández».
  - «Robaron la elección», escribió el candidato.
  - El partido lo llamó «fraude».
  - La votación fue amañada, dijo el coordinador de la Alianza.
  - Los resultados fueron manipulados, denunció la oposición.
  - La misión de la OEA dijo que hubo manipulación.
  - El Partido Nacional negó que las actas fueran alteradas.
  - El gobierno negó el fraude.
  - Se desconoce el ganador.
  - El ganador es desconocido.
  - No se sabe quién ganó.
  - La misión no puede decir quién ganó.
  - La misión no puede establecer si hubo fraude.
  - Los datos no permiten determinar el ganador.
  - Nadie puede decir quién ganó.
  - No está claro quién ganó la elección.
  - La misión no afirma quién ganó.
  - La misión no evaluó si el conteo fue manipulado.
  - Esto no muestra que algo fuera alterado.
  - Un cambio tardío no prueba fraude.
  - Una reversión no significa que el conteo fuera manipulado.
  - Un acta que falta no es prueba de fraude.
  - Un silencio no es indicio de manipulación.
  - El hallazgo nada dice de fraude.
  - La prueba no puede mostrar que se robaron votos.
  - Se presentaron tres denuncias de fraude.
  - La misión recibió quejas de manipulación de actas.
  - El tribunal rechazó las denuncias por fraude.
  - La ley define el delito de fraude electoral.
  - El riesgo de fraude es asunto de la auditoría.
  - Las medidas contra la manipulación se explicaron a la misión.
  - El papel protege contra el fraude.
  - Los sellos sirven para evitar el fraude.
  - La Unidad Antifraude abrió una oficina.
  - La Fiscalía contra el Fraude abrió un expediente.
  - La Fiscalía contra el Fraude Electoral recibió actas.
  - Según la Fiscalía contra el Fraude, faltan actas.
  - La Unidad de Fraude Electoral publicó un informe.
  - Victoria Ruiz iba adelante por 4 puntos.
  - El conteo mostró a Victoria Ruiz adelante.
  - Víctor Meza habló por el centro.
  - Victor Meza habló por el centro.
  - Según Víctor Meza, las actas llegaron tarde.
  - Los municipios de El Triunfo y La Victoria informaron tarde.
  - El Triunfo informó tarde.
  - La Victoria informó tarde.
  - Radio Victoria informó de una fila de 200 personas.
  - El Movimiento Victoria Ciudadana recibió 300 votos.
  - El centro de la calle Victoria abrió a las siete.
  - Hubo filas en el Hotel Victoria.
  - La colonia Triunfo quedó sin luz.
  - La Alianza ganó 45 por ciento de los votos.
  - Hernández ganó 1,410,888 votos.
  - La lista ganó tres escaños.
  - La Alianza ganó 12 departamentos.
  - El candidato gana ventaja en el segundo boletín.
  - El partido ganó terreno en el norte.
  - Gana quien obtiene más votos.
  - El candidato con más votos gana.
  - Una empresa ganó el contrato del programa.
  - La red ganó la licitación en mayo.
  - El partido ganó el recurso de amparo.
  - El margen perdió 3 puntos entre dos boletines.
  - Se perdió la conexión con el servidor durante una hora.
  - Robaron dos computadoras del centro.
  - El lunes fue robado un vehículo del tribunal.
  - La policía informó del robo de un generador.
  - El tribunal alteró el horario de publicación.
  - La lluvia alteró la ruta del convoy.
  - Hubo alteraciones del orden público.
  - El formato fue alterado entre dos boletines.
  - La misión oyó inquietudes legítimas.
  - Los partidos tienen un interés legítimo en las copias.
  - Los resultados se publican mañana.
  - Abrió una ventana.
  - El primer lugar cambió entre los dos boletines.
  - El conteo calló de 18 a 39 horas.
  - La tendencia cambió tras el silencio.
  - La misión calcula una ventaja de 4 puntos.
  - El tribunal publicó el 57 por ciento de las actas.
  - Las copias difieren de las actas oficiales en 12 lugares.
  - El partido pidió un recuento.
  - Las urnas se llevaron al almacén.
  - La fiscalía acusó a dos funcionarios de falsificar actas.
  - El tribunal aseguró que ninguna acta fue alterada.
  - Circularon rumores de fraude en la radio.
  - El informe recoge quejas por actas alteradas.
  - La misión se reunió con los abogados de los partidos.
  - El margen es menor que los votos pendientes.
  - Se hizo una revisión a mano ante los partidos.
  - La Alianza, según su vocero, ganó la elección.
  - La oposición insistió en que había ganado.
  - La misión de la Unión Europea escribió que las actas no fueron manipuladas.
  - El discurso de la victoria se transmitió a las nueve.
  - La misión preguntó a ambos quién creen que ganó.
  - El equipo ganó el partido de fútbol.
  + El Fraude Electoral fue evidente.
  - Aún no hay ganador declarado.
  - La misión no sabe quién ganó.
  - El partido Alianza Victoria obtuvo 12 votos.
  """
