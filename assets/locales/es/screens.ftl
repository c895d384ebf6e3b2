### Las pantallas junto a la entrada: preparación, bloqueada, ajustes, búsqueda.

provider-instagram = Instagram
provider-twilio = Twilio

## Preparación

setup-steps = Pasos de la preparación
setup-step-done = Hecho
setup-step-practice = Su consulta
    .words = Nombre, país, zona horaria
setup-step-practice-at = { $name }, { $place }
setup-step-recovery = Código de recuperación
    .words = Una página para la caja fuerte
setup-step-recovery-done = Impreso y comprobado
setup-step-channels = Canales
    .words = Instagram, WhatsApp, SMS, teléfono
setup-step-channels-count = { $n ->
    [0] Ninguna cuenta conectada
    [one] Una cuenta conectada
    [many] { $n } de cuentas conectadas
   *[other] { $n } cuentas conectadas
}
setup-step-ready = Listo
    .words = Abrir la recepción
setup-channel-connected = conectado
setup-channel-not-found = no está en esta cuenta
setup-channel-now = conectando
setup-channel-next = después
setup-channel-later = más tarde

setup-only-looking = ¿Solo quiere mirar?
setup-only-looking-words = Una clínica de demostración con pacientes inventados se abre al instante y desaparece con un clic.
setup-open-demo = Abrir la demostración
setup-bar-encrypted = Cifrado en este ordenador
setup-bar-nothing-yet = Todavía no se ha guardado nada, ni se ha enviado nada a nadie
setup-back = Atrás
setup-later = Dejarlo para más tarde
setup-next-recovery = Continuar con el código de recuperación
setup-next-make = Crear la clínica
setup-next-twilio = Continuar con WhatsApp, SMS y teléfono
setup-next-ready = Continuar
setup-open-desk = Abrir la recepción

setup-title-practice = Su consulta
setup-lead-practice = Cuatro cosas que Anteroom debe saber. Se quedan en este ordenador.
setup-title-recovery = Código de recuperación
setup-lead-recovery = Los mensajes de sus pacientes están cerrados con una clave que solo tiene este ordenador. Este código es la llave de repuesto.
setup-title-instagram = Conectar Instagram
setup-lead-instagram = Lo que se escribe a su consulta en Instagram llega aquí, y sus respuestas salen de aquí.
setup-title-twilio = Conectar WhatsApp, SMS y teléfono
setup-lead-twilio = Los tres pasan por la propia cuenta de Twilio de su consulta, así que una sola clave los conecta juntos.
setup-title-ready = Listo
setup-lead-ready = Así está todo. Todo se puede cambiar después en { nav-settings }.

setup-clinic-name = Nombre de la consulta
setup-clinic-name-help = Como la conocen los pacientes. Figura también en la página con el código de recuperación.
setup-clinic-name-missing = Escriba el nombre de la consulta.
setup-country = País
setup-country-help = Los números de teléfono sin prefijo se leen como números de este país.
setup-country-missing = Elija un país.
setup-choose = Elegir…
setup-zone = Zona horaria
setup-zone-help = Todas las horas de Anteroom son las de la consulta.
setup-zone-near = En este país
setup-zone-others = En otros lugares
setup-staff-name = Su nombre
setup-staff-name-help = El equipo lo ve junto a las notas y las respuestas. Los pacientes no.
setup-staff-name-missing = Escriba su nombre.

## Código de recuperación

recovery-code = Código de recuperación
recovery-print = Imprimir la página
recovery-printed = Lo tengo en papel
recovery-by-hand = ¿No tiene impresora? Copie los { $n } grupos a mano. En ellos no hay ninguna letra O, I, L ni U.
recovery-prove = Mire su papel y escriba estos dos grupos. Las mayúsculas y los guiones no importan.
recovery-group = Grupo { $n }
recovery-group-wrong = Eso no es lo que dice el papel. Mire otra vez.
recovery-show-again = Mostrar el código de nuevo
recovery-what = Para qué sirve este código
recovery-what-1 = Abre sus datos cuando falta la clave
    .words = Un ordenador nuevo, un disco reparado, un almacén de claves restablecido: entonces nada más abre la clínica.
recovery-what-2 = Se crea al azar, aquí
    .words = 256 bits al azar, creados en este ordenador hace un momento. No se envió a nadie, y no es una contraseña que se pueda olvidar.
recovery-what-3 = Guárdelo donde guarda los papeles de la consulta
    .words = En la caja fuerte o con las escrituras, no junto al ordenador ni como foto en un teléfono.
recovery-what-4 = Nadie puede volver a crearlo
    .words = Nosotros tampoco. Si se pierden este ordenador y el papel, se pierden también los mensajes.
recovery-help = Escríbalo tal como está en el papel. Las mayúsculas, los espacios y los guiones no importan.
recovery-count = { $n } de { $of } caracteres
recovery-length = El código tiene { $of } caracteres, aquí hay { $n }. Compárelo con el papel grupo por grupo.
recovery-stray = «{ $letter }» no está en ningún código de recuperación. Compárelo con el papel.

sheet-title = Código de recuperación de Anteroom
sheet-what = Este código abre los mensajes cifrados de los pacientes de la consulta cuando el ordenador que guarda la clave no puede.
sheet-use = Cuándo lo necesita
sheet-use-words = Inicie Anteroom. Cuando diga que los datos no se pueden abrir, elija «{ locked-use-code }» y escriba los { $n } grupos en su orden.
sheet-keep = Cómo guardarlo
sheet-keep-words = Guárdelo bajo llave con los papeles de la consulta. Quien tenga esta página y una copia de los datos puede leerlo todo. Nadie puede reemplazarla, así que anote quién la guarda.
sheet-kept-by = La guarda

## Conexión

path-label = Los mensajes viajan entre { $provider } y este ordenador, cifrados. No pasan por ningún servidor nuestro.
path-provider = tiene su propia copia
path-encrypted = cifrado en ambos sentidos
path-here = Este ordenador
path-here-words = guardado cifrado
path-nothing = nada va más allá
path-no-server = Ningún servidor nuestro
path-no-server-words = nadie más lee

connect-how-instagram = Obtener un token
connect-how-instagram-1 = Abra developers.facebook.com en su navegador e inicie sesión con la cuenta que se ocupa del Instagram de la consulta.
connect-how-instagram-2 = Elija la aplicación de la consulta, o cree una del tipo «Business». Abra después «Instagram» y «API setup with Instagram login».
connect-how-instagram-3 = En «Generate access tokens», añada la cuenta de Instagram de la consulta y pulse «Generate token». Conceda los dos permisos descritos abajo.
connect-how-instagram-4 = Copie el token y péguelo aquí. Desde entonces Anteroom lo renueva por sí solo.
connect-how-twilio = Crear una clave
connect-how-twilio-1 = Inicie sesión en console.twilio.com. El Account SID está en la primera página, en «Account Info».
connect-how-twilio-2 = Abra «Account management», «API keys & tokens», y pulse «Create API key». Póngale el nombre Anteroom y el tipo «Standard».
connect-how-twilio-3 = Copie el SID de la clave y su secreto. Twilio muestra el secreto solo esta vez.
connect-token = Token
connect-token-help = Una línea larga de letras y cifras que empieza por IG.
connect-token-missing = Pegue primero el token.
connect-account-sid = Account SID
connect-key-sid = SID de la clave
connect-secret = Secreto de la clave
connect-secret-help = Va al almacén cifrado de este ordenador y a ningún otro sitio.
connect-secret-missing = Pegue el secreto de la clave.
connect-sid-shape = Empieza por { $start } y tiene 34 caracteres. Cópielo otra vez.
connect-checking = Preguntando…
connect-go = Comprobar y conectar { $provider }
connect-done = { $account } está conectada. Los mensajes llegan desde ahora, también mientras usted sigue aquí.
connect-take-back-instagram = Puede ponerle fin en cualquier momento en { nav-settings }, { settings-accounts }. Anteroom devuelve entonces el permiso a Instagram y elimina el token de aquí. Los mensajes se quedan con usted.
connect-take-back-twilio = Puede ponerle fin en cualquier momento en { nav-settings }, { settings-accounts }. Anteroom elimina entonces la clave de aquí y, si puede, la de Twilio. Los mensajes se quedan con usted.
secret-show = Mostrar lo pegado

rights-title-instagram = Dos permisos, y nada más
rights-title-twilio = Para qué se usa la clave
rights-never-instagram = Nunca se pide
rights-never-twilio = Nunca se hace con ella
rights-never-instagram-1 = publicar, dar me gusta, seguir, comentar
rights-never-instagram-2 = sus seguidores y su cuenta privada
rights-never-instagram-3 = mensajes para publicidad o para entrenar ninguna máquina
rights-never-twilio-1 = comprar números o devolverlos
rights-never-twilio-2 = cambiar adónde se pasan sus llamadas
rights-never-twilio-3 = mirar facturas, tarjetas u otros usuarios
right-see-own-account = Ver su propia cuenta
    .words = Su nombre, imagen y número, para que usted sepa que es la correcta.
right-read-and-answer-messages = Leer y responder mensajes directos
    .words = Solo las conversaciones con su cuenta.
right-text-messages = Leer y enviar SMS y mensajes de WhatsApp
    .words = Por sus propios números, con imágenes y plantillas aprobadas.
right-calls = Ver llamadas y hacerlas
    .words = Enumera las llamadas, trae el buzón de voz con su transcripción y hace sonar el teléfono de recepción cuando usted llama a alguien.

checks-title = Cuatro comprobaciones
check-state-waiting = Aún sin comprobar
check-state-asking = Comprobando
check-state-ok = Bien
check-state-switch = Hay que activar algo
check-state-refused = Rechazado
check-again = Comprobar de nuevo
checked-at = comprobado { $time }
checked-again = comprobado { $time }, de nuevo en { $n } s
check-instagram-account = Cuenta profesional
    .words = { $state ->
        [ok] { $account }
        [asking] Preguntando a Instagram de quién es este token.
       *[other] Espera el token.
    }
check-instagram-rights = { $state ->
        [switch] Falta un permiso
        [ok] Los dos permisos están concedidos
       *[other] Los dos permisos
    }
    .words = { $state ->
        [ok] Leer mensajes, y ver su propia cuenta.
        [switch] Genere el token de nuevo y conceda también esto:
       *[other] Viene después de la cuenta.
    }
check-instagram-reach = { $state ->
        [switch] Instagram oculta los mensajes a otras herramientas
        [ok] Se puede llegar a los mensajes
       *[other] Acceso a los mensajes
    }
    .words = { $state ->
        [ok] El ajuste de la aplicación de Instagram está activado.
        [switch] Actívelo en la aplicación de Instagram en el teléfono de la consulta:
       *[other] Un ajuste de la aplicación de Instagram tiene que estar activado.
    }
check-instagram-reach-way = Configuración | Mensajes y respuestas a historias | Controles de mensajes | Herramientas conectadas | Permitir acceso a los mensajes
check-instagram-fetch = Primeros mensajes
    .words = { $state ->
        [ok] Los mensajes más recientes están aquí.
        [asking] Trayéndolos. Mientras tanto puede seguir.
       *[other] Viene al final y tarda alrededor de un minuto.
    }
check-instagram-refused = Instagram no acepta este token. Genere uno nuevo y péguelo entero.
check-twilio-account = Cuenta y clave
    .words = { $state ->
        [ok] { $account }
        [asking] Preguntando a Twilio si encajan.
       *[other] Espera los tres valores.
    }
check-twilio-rights = { $state ->
        [switch] La clave no puede hacerlo todo
        [ok] La clave puede lo que debe
       *[other] Lo que puede hacer la clave
    }
    .words = { $state ->
        [ok] SMS, WhatsApp y llamadas.
        [switch] Cree una clave del tipo «Standard». A esta le falta:
       *[other] Viene después de la clave.
    }
check-twilio-reach = { $state ->
        [ok] Canales y números
        [switch] No se encontró ningún número
       *[other] Canales y números
    }
    .words = { $state ->
        [ok] Encontrados en esta cuenta:
        [switch] La cuenta todavía no tiene ningún número. Consiga uno en la consola de Twilio y compruebe de nuevo.
       *[other] Muestra lo que esta cuenta puede llevar.
    }
check-twilio-fetch = Primeros mensajes y llamadas
    .words = { $state ->
        [ok] Los mensajes y llamadas más recientes están aquí.
        [asking] Trayéndolos. Mientras tanto puede seguir.
       *[other] Viene al final y tarda alrededor de un minuto.
    }
check-twilio-refused = Twilio no acepta estos valores juntos. Mire los tres otra vez; el secreto corresponde al SID de la clave.
check-fetch-running = { $done ->
    [one] Un mensaje hasta ahora. Mientras tanto puede seguir.
    [many] { $done } de mensajes hasta ahora. Mientras tanto puede seguir.
   *[other] { $done } mensajes hasta ahora. Mientras tanto puede seguir.
}

## Listo

ready-practice = { $name } está en recepción.
ready-recovery = Código de recuperación
    .words = En papel y comprobado. Ahora ponga la página en su sitio.
ready-instagram = Instagram
ready-twilio = WhatsApp, SMS y teléfono
ready-connected = { $account } está conectada.
ready-later = Aún sin conectar. Lo encuentra en { nav-settings }, { settings-accounts }.

## Bloqueada

locked-use-code = Usar el código de recuperación
locked-open = Abrir la clínica
locked-trying = Probando…
locked-still = { $n ->
    [one] Sigue igual.
    [many] Sigue igual tras { $n } de intentos.
   *[other] Sigue igual tras { $n } intentos.
}
locked-help = ¿Qué puedo hacer?
locked-safe = Sus datos siguen en este ordenador, cifrados, y aquí no se muestra nada de ellos.
locked-keychain-locked = El almacén de claves del sistema está bloqueado
    .words = La clave de su clínica está en él, así que Anteroom tiene que esperar a que se abra.
    .help = Cierre la sesión del ordenador y vuelva a iniciarla. Eso suele abrir el almacén de claves. | Pulse «{ try-again }» y escriba la contraseña si el sistema la pide. | Si otra persona cambió la contraseña del ordenador, puede que el almacén de claves todavía quiera la antigua. | Si nada ayuda, use el código de recuperación y elija una frase de contraseña.
locked-keychain-missing = Este ordenador no tiene almacén de claves
    .words = Anteroom guarda la clave de su clínica en el almacén de claves del sistema, y en este momento no hay ninguno.
    .help = En Linux, pida a quien se ocupa del ordenador que inicie un Secret Service como GNOME Keyring o KWallet. | En Windows y macOS, reinicie el ordenador e inténtelo de nuevo. | Con el código de recuperación y una nueva frase de contraseña puede abrir la clínica ahora.
locked-key-missing = La clave de su clínica no está en el almacén de claves
    .words = Los datos están aquí, pero la clave no. Pasa cuando el sistema se instaló de nuevo, o cuando los datos se copiaron de otro ordenador.
    .help = ¿Ha iniciado sesión como la persona que preparó Anteroom? Cada usuario del ordenador tiene su propio almacén de claves. | Busque la página con el código de recuperación y elija «{ locked-use-code }». | Sin la página, el ordenador en el que se preparó Anteroom todavía tiene la clave.
locked-wrong-key = La clave del almacén de claves no corresponde
    .words = Hay una clave, pero es de otros datos, por ejemplo de una clínica creada más tarde.
    .help = ¿Se copió aquí la carpeta de la clínica desde otro ordenador? Entonces este ordenador tiene otra clave. | Use el código de recuperación de esta clínica. El nombre de la consulta figura en su página.
locked-database-from-newer-version = Aquí estuvo un Anteroom más nuevo
    .words = Los datos los escribió por última vez una versión más nueva. Esta, más antigua, no los toca, para que nada se estropee.
    .help = Instale la versión más reciente de Anteroom y vuelva a iniciarlo. | ¿Usan varios ordenadores esta carpeta? Ponga todos en la misma versión.
locked-database-damaged = Los datos están dañados
    .words = Anteroom no puede leer el archivo con sus mensajes. Lo ha apartado y no ha cambiado nada en él.
    .help = No elimine nada en la carpeta de la clínica. | ¿Hay una copia de la carpeta de la clínica de un día anterior? Pregunte a quien se ocupa del ordenador. | Haga revisar el disco. Un daño así suele anunciar un disco que falla. | Lo que sigue en Instagram y Twilio se puede traer de nuevo.
locked-already-open = Esta clínica ya está abierta
    .words = Otro Anteroom de este ordenador la tiene abierta, y dos a la vez podrían estorbarse.
    .help = Busque otra ventana de Anteroom, también de otros usuarios con la sesión iniciada. | Si no hay ninguna, reinicie el ordenador e inténtelo de nuevo.
locked-folder-not-local = La carpeta de la clínica no está en este ordenador
    .words = Está en una unidad de red o en una carpeta que se sincroniza con internet. Allí las bases de datos se estropean, así que Anteroom no la abre.
    .help = Pida a quien se ocupa del ordenador que mueva la carpeta a un disco de este ordenador. | Saque la carpeta de OneDrive, iCloud, Dropbox y similares.
locked-folder-read-only = No se puede escribir en la carpeta de la clínica
    .words = Anteroom puede leerla pero no escribir en ella, así que los mensajes nuevos no se podrían guardar.
    .help = Pida permiso para escribir en la carpeta a quien se ocupa del ordenador. | ¿El disco tiene muchos errores o está protegido contra escritura? Hágalo revisar.
locked-disk-full = El disco está lleno
    .words = No queda sitio ni para abrir la clínica. No se ha perdido nada.
    .help = Vacíe la papelera y elimine archivos grandes que no hagan falta. | Después pulse «{ try-again }». Con un gigabyte basta para seguir.
locked-other = Sus datos no se pueden abrir en este momento
    .words = Algo inesperado lo impide. No se ha cambiado nada.
    .help = Inténtelo de nuevo. | Reinicie el ordenador. | Si sigue así, pregunte a quien se ocupa del ordenador, y no elimine nada en la carpeta de la clínica.

## Ajustes

settings-title = Ajustes y privacidad
settings-accounts = Canales
    .words = Las cuentas y si están al día
settings-look = Aspecto
    .words = Luz, filas, letras, idioma
settings-sending = Enviar y llamar
    .words = Tiempo para recuperar, teléfono de recepción
settings-notifications = Notificaciones
    .words = Lo que puede ver la sala
settings-network = Red
    .words = Con quién ha hablado hoy este ordenador
settings-demo = Clínica de demostración
    .words = Quitar los pacientes inventados
settings-keys = Teclas
    .words = Todo sin el ratón
settings-about = Acerca de
    .words = Versión y licencias

accounts-none = No hay ningún canal conectado. Los mensajes llegan en cuanto conecte uno.
accounts-add = Conectar otra cuenta
accounts-add-instagram = Mensajes directos, con un token
accounts-add-twilio = WhatsApp, SMS y llamadas, con una clave
accounts-connect-title = Conectar { $provider }
accounts-sign-in-title = Volver a conectar { $account }
accounts-back = Todos los canales
accounts-finished = Listo
account-since = desde { $day }
account-works = Funciona
account-behind = Con retraso
account-ends-soon = La sesión caduca pronto
account-needs-sign-in = Volver a iniciar sesión
account-sign-in-instagram = Instagram ya no acepta el token, quizá porque se cambió la contraseña. Hasta que vuelva a iniciar sesión no llega nada y no sale nada. Lo que está aquí se queda.
account-sign-in-twilio = Twilio ya no acepta la clave, quizá porque se eliminó allí. Hasta que vuelva a iniciar sesión no llega nada y no sale nada. Lo que está aquí se queda.
account-expires = La sesión caduca el { $date } y no se pudo renovar. Vuelva a iniciar sesión antes, para que no se pierda nada.
account-renews = Sesión iniciada hasta el { $date }, se renueva sola
account-missing = Algo que llegó aquí ({ $time }) no se pudo guardar. Mire en { $provider } qué falta aquí, y avise a quien se ocupa del ordenador. Al volver a iniciar sesión desaparece este aviso.
account-rights = Permisos
account-check-now = Comprobar ahora
account-sign-in = Volver a iniciar sesión
account-disconnect = Desconectar…
account-asked = Preguntado { $time }
account-late = Respuestas tardías: 7 días en lugar de 24 horas
    .words = Solo para respuestas que escribe una persona. Meta tiene que haber aprobado «Human Agent» para la aplicación de su consulta; sin la aprobación, Instagram rechaza las respuestas pasadas 24 horas.
health-channel = Canal
health-state = Estado
health-last-message = Último mensaje
health-last-check = Última comprobación
health-gap = Laguna más antigua
health-up-to-date = Al día
health-behind = Con retraso
health-catching-up = Poniéndose al día, { $done } hasta ahora
health-starting = Primera vez que se pregunta
health-off = No se pregunta
health-none = ninguno todavía
health-none-yet = ninguna todavía
health-no-gap = ninguna
health-gap-since = desde { $time }
health-gap-never = nunca se ha llegado
health-retry = Próximo intento { $time }.
disconnect-what = Qué pasa cuando desconecta { $account }
disconnect-1-instagram = Anteroom pide a Instagram que retire el permiso, y elimina el token de este ordenador.
disconnect-1-twilio = Anteroom elimina la clave de este ordenador, y también en Twilio si Twilio lo permite. Si no, decimos dónde puede hacerlo usted.
disconnect-2 = Las respuestas que aún no han salido se retienen. Las ve en { queue-not-sent }.
disconnect-3 = Todos los mensajes se quedan aquí y se pueden leer y buscar. Los nuevos ya no llegan.
disconnect-4 = Puede volver a conectar la cuenta en cualquier momento. Entonces se trae lo que siga allí.
disconnect-keep = Dejarla conectada
disconnect-go = Desconectar { $account }
goodbye-title = { $account } está desconectada
goodbye-credential = La sesión se eliminó de este ordenador.
goodbye-credential-kept = La sesión no se pudo eliminar de este ordenador. Inténtelo otra vez.
goodbye-upstream-revoked = { $provider } ha retirado el permiso.
goodbye-upstream-by-hand = A { $provider } no se le puede pedir que retire el permiso.
goodbye-upstream-unreachable = No se pudo llegar a { $provider }, así que puede que el permiso siga allí.
goodbye-by-hand-instagram = Quítelo usted en instagram.com: Configuración, Permisos de sitios web, Aplicaciones y sitios web.
goodbye-by-hand-twilio = Elimínela usted en console.twilio.com: Account management, API keys & tokens.
goodbye-held = { $n ->
    [0] Ninguna respuesta esperaba para salir.
    [one] Una respuesta esperaba. Está retenida en { queue-not-sent }.
    [many] { $n } de respuestas esperaban. Están retenidas en { queue-not-sent }.
   *[other] { $n } respuestas esperaban. Están retenidas en { queue-not-sent }.
}
goodbye-stays = Todos los mensajes siguen aquí.

look-theme = Luz
    .words = Papel de día, el mismo escritorio por la noche.
look-theme-system = Como el sistema
look-theme-light = Claro
look-theme-dark = Oscuro
look-density = Filas
    .words = Cuánto sitio ocupa cada conversación en la lista.
look-density-compact = Compactas
look-density-regular = Normales
look-density-roomy = Amplias
look-text = Letras
    .words = Todo crece con ellas.
look-text-normal = Normales
look-text-large = Grandes
look-text-largest = Muy grandes
look-text-half = La mitad más
look-text-double = Dobles
look-language = Idioma
    .words = Solo de la ventana. A los pacientes se les responde con las palabras que usted escribe.
look-language-system = Como el sistema ({ $name })
look-single-keys = Teclas sueltas
    .words = R para responder, E para hecho y así sucesivamente, cuando no está escribiendo. Desactívelas si un programa de dictado escribe por usted.
sending-undo = Tiempo para recuperar una respuesta
    .words = Una respuesta espera este tiempo antes de salir. Hasta entonces, Deshacer la devuelve al campo.
sending-at-once = Ninguno
sending-phone = Teléfono de recepción
    .words = Cuando llama a un paciente, primero suena este teléfono. Los pacientes ven el número de la consulta.
sending-phone-label = Número
sending-phone-problem = Escríbalo con el prefijo del país, por ejemplo +34 910 000 000.
sending-phone-saved = Guardado. Las llamadas suenan primero aquí.
sending-phone-removed = Guardado. Desde esta recepción no se hacen llamadas.
notifications-new = Avisar de mensajes nuevos
    .words = El sistema muestra «Mensaje nuevo» o «Llamada perdida» y cuántos. Varios a la vez se convierten en uno.
notifications-recording = Mantener la ventana fuera de las grabaciones
    .words = Las grabaciones de pantalla, las pantallas compartidas y la memoria de pantalla del propio sistema muestran una ventana vacía.
notifications-recording-linux = Windows y macOS pueden hacerlo. Linux todavía no; quien graba esta pantalla ve la ventana.
notifications-why = Por qué nunca aparece un nombre
    .words = Las notificaciones quedan a la vista en la pantalla cuando no hay nadie, y el sistema guarda sus palabras en un archivo que Anteroom no puede borrar. Por eso dicen que alguien escribió, y ni quién ni qué.
network-lead = Estos son todos los servidores con los que Anteroom ha hablado desde medianoche. Cada uno pertenece a una cuenta que usted conectó, o a un inicio de sesión que probó. No hay más tráfico.
network-none = Nada ha salido ni entrado desde medianoche.
network-host = Servidor
network-purpose = Para qué
network-sent = Enviado
network-received = Recibido
network-purpose-instagram-messages = Mensajes de
network-purpose-instagram-media = Imágenes y notas de voz de
network-purpose-twilio-messages = SMS, WhatsApp y llamadas de
network-purpose-twilio-media = Imágenes y grabaciones de
network-purpose-simulator = Simulador, en lugar de los proveedores de
network-purpose-other = Para
network-purpose-connecting = Al conectar una cuenta
network-never = Lo que nunca sale
network-never-1 = Informes sobre usted o sobre cómo usa el programa
network-never-2 = Datos de pacientes a nosotros o a quien usted no haya conectado
network-never-3 = Búsquedas, notas y borradores
demo-page-title = Aquí todas las personas son inventadas
demo-page-words = Los pacientes, sus mensajes y los proveedores se simulan en este ordenador. Al quitar la demostración se eliminan su carpeta y su clave, y usted pasa a preparar su propia consulta.
about-words = La bandeja de recepción que se queda en recepción.
about-version = Versión { $version }
about-licence = Licencia
    .words = De libre uso, modificación y distribución, bajo cualquiera de las dos.
about-notices = Con agradecimiento
    .words = Las tipografías, dibujos y bibliotecas de esta ventana, y las condiciones con las que vinieron.
about-kind-font = tipografía
about-kind-drawings = dibujos
about-kind-library = biblioteca

## Teclas

keys-title = Teclas
keys-or = o
keys-none = ninguna tecla
keys-singles-off = Las teclas sueltas están desactivadas en { nav-settings }, { settings-look }. Las teclas con Ctrl siguen funcionando.
keys-anywhere = En todas partes
keys-list = En listas
keys-conversation = En una conversación
keys-dock = Al escribir
key-search = Búsqueda y órdenes
key-view-inbox = { nav-inbox }
key-settings = { nav-settings }
key-next-pane = Parte siguiente de la ventana
key-previous-pane = Parte anterior de la ventana
key-undo = { undo }
key-keys = Todas las teclas
key-text-larger = Letras más grandes
key-text-smaller = Letras más pequeñas
key-text-usual = Letras normales
key-next-row = Línea siguiente
key-previous-row = Línea anterior
key-first-row = Primera línea
key-last-row = Última línea
key-open-row = Abrir
key-back-to-list = Volver a la lista
key-filter = Filtrar por canal
key-done-next = Hecho, y la siguiente
key-done-stay = Hecho, y quedarse aquí
key-call = { call }
key-reply = Responder
key-note = Nota para el equipo
key-template = Plantilla
key-card = Ficha del paciente
key-play = Reproducir la grabación más reciente
key-speed = Velocidad de reproducción
key-seek-back = Cinco segundos atrás, mientras suena una grabación
key-seek-on = Cinco segundos adelante, mientras suena una grabación
key-next-conversation = Conversación siguiente
key-previous-conversation = Conversación anterior
key-page-down = Avanzar una página
key-page-up = Retroceder una página
key-send = Enviar
key-send-done = Enviar, hecho, y la siguiente
key-attach = Adjuntar un archivo
key-take-back = Recuperar la respuesta que aún está saliendo

## Búsqueda

search-placeholder = Nombre, número, palabras, o > para órdenes
search-results = Resultados
search-range-all = todo el historial, { $ms } ms
search-range = desde { $from }, { $ms } ms
search-count-more = { $n }, más abajo hay más
search-group-here = En esta conversación
search-group-people = Personas
search-group-conversations = Conversaciones
search-group-messages = Mensajes, llamadas y notas
search-group-do = Hacer
search-group-filters = Acotar
search-kind-note = nota
search-kind-transcript = grabación
search-kind-attachment = archivo
search-ours-to = Usted a { $name }
search-with = { $name }
search-filter-from = quién escribió: un nombre, cifras de un número, o us para nosotros
search-filter-channel = instagram, whatsapp, sms o phone
search-filter-has = photo, voice, video, document, call o link
search-filter-before = un día, mes o año, por ejemplo 2026-10
search-filter-after = un día, mes o año, por ejemplo 2026-10
search-do-page = { nav-settings }: { $page }
search-do-light = Usar el aspecto claro
search-do-dark = Usar el aspecto oscuro
search-nothing = Nada para «{ $words }»
search-looked = Se buscó en nombres, números, mensajes, llamadas, notas y nombres de archivo desde { $from }.
search-looked-all = Se buscó en nombres, números, mensajes, llamadas, notas y nombres de archivo de todo el tiempo.
search-digits = Los números se encuentran desde la cuarta cifra.
search-spelling = Menos letras encuentran más.
search-found = { $n ->
    [one] Una línea
    [many] { $n } de líneas
   *[other] { $n } líneas
}
search-foot-choose = elegir
search-foot-open = abrir
search-foot-commands = solo órdenes
search-foot-people = solo personas
search-foot-keys = todas las teclas
