### Abrir una clínica: la frase de contraseña, y empezar de nuevo junto a una base dañada o perdida.

passphrase = Frase de contraseña
passphrase-new = Nueva frase de contraseña
passphrase-rule = Al menos cuatro palabras distintas, con 16 letras o más en total. Las mayúsculas cuentan; los espacios de más, no.
passphrase-again = La frase de contraseña otra vez
passphrase-weak = Es demasiado corta. Hacen falta cuatro palabras distintas, y 16 letras en total.
passphrase-differs = Las dos no son iguales. Escriba esta de nuevo.
passphrase-missing = Escriba la frase de contraseña.
passphrase-show = Mostrar lo escrito
passphrase-from-now = Aquí ningún almacén de claves admite la clave, así que desde ahora una frase de contraseña protege la clínica. Se pide en cada inicio.

setup-step-protect = Frase de contraseña
    .words = En lugar de un almacén de claves
setup-title-protect = Proteger con una frase de contraseña
setup-lead-protect = Los mensajes de sus pacientes están cerrados con una clave, y nada en este ordenador la guarda con seguridad. Una frase de contraseña sí.
setup-next-protect = Continuar con la frase de contraseña
protect-keychain = { $why ->
    [missing] Este ordenador no tiene almacén de claves. Con uno, como GNOME Keyring o KWallet, no hay que escribir nada al iniciar.
    [locked] El almacén de claves del sistema está bloqueado. Una vez desbloqueado, no hace falta frase de contraseña.
   *[other] El almacén de claves del sistema no guarda la clave. En cuanto la guarde, no hará falta frase de contraseña.
}
protect-look-again = Mirar de nuevo
protect-1 = Se pide en cada inicio
    .words = Quien abre Anteroom la escribe. Sin ella nadie lee los mensajes, ni siquiera con una copia del disco.
protect-2 = ¿Olvidada? El código de recuperación ayuda
    .words = Viene en la página siguiente, en papel. Con él la clínica se abre y recibe una nueva frase de contraseña. Sin ninguno de los dos, nadie puede abrirla.
protect-3 = Lo mejor son palabras sin relación entre sí
    .words = Ni un refrán, ni una canción, ni el nombre de la consulta. Nadie la ve más que usted.

locked-passphrase-needed = ¿Cuál es la frase de contraseña?
    .words = Su clínica está protegida con una frase de contraseña. Anteroom la pide en cada inicio.
    .help = Las mayúsculas cuentan, y cada letra también. Los espacios de más, no. Pulse el ojo para ver lo que ha escrito. | Pregunte a alguien del equipo que estuviera cuando se preparó Anteroom. | ¿Olvidada? Busque la página con el código de recuperación y elija «{ locked-use-code }». Entonces elegirá una nueva frase de contraseña.
locked-database-missing = El archivo con sus mensajes no está
    .words = Su clave está aquí, pero anteroom.db no está en la carpeta de la clínica. Se movió, se renombró o se eliminó fuera de Anteroom.
    .help = ¿Se ordenó o se movió la carpeta? Vuelva a poner anteroom.db y pulse «{ try-again }». | ¿Hay una copia de la carpeta de la clínica? Pida a quien se ocupa del ordenador que la restaure. | Lo que sigue en Instagram y Twilio se puede traer de nuevo a una entrada vacía.
locked-database-not-ours = El archivo de mensajes no es el de esta clínica
    .words = anteroom.db está aquí, y la clave no lo abre aunque es la correcta. O el archivo es de otra clínica, o su comienzo se dañó. Se ha dejado donde está.
    .help = ¿Se copió o se puso aquí un archivo hace poco? Ponga el anteroom.db correcto y pulse «{ try-again }». | ¿Hay una copia de la carpeta de la clínica? Pida a quien se ocupa del ordenador que la restaure. | Para empezar con una entrada vacía, mueva antes anteroom.db a otra carpeta y pulse «{ try-again }». No lo elimine. | Haga revisar el disco. Un daño así suele anunciar un disco que falla.
locked-key-file-damaged = El archivo de clave falta o está dañado
    .words = Los mensajes necesitan el archivo anteroom.keyring, y no está en la carpeta de la clínica o no se puede leer. Sin él no los abre ni el almacén de claves ni el código de recuperación.
    .help = No elimine nada en la carpeta de la clínica. | ¿Se ordenó o se movió la carpeta? Vuelva a poner anteroom.keyring. | ¿Hay una copia de la carpeta de la clínica? Puede que su archivo de clave todavía sirva. Pregunte a quien se ocupa del ordenador. | Haga revisar el disco. Un daño así suele anunciar un disco que falla.
locked-set-aside = Ahora está aquí:
locked-start-over = Empezar con una entrada vacía…

start-over-title = Empezar con una entrada vacía
start-over-stays = Lo que se queda
    .words = Todo lo que hay en la carpeta de la clínica, también el archivo dañado con sus imágenes y grabaciones. Anteroom no elimina nada. La clave y el código de recuperación siguen siendo los mismos.
start-over-happens = Lo que pasa
    .words = La entrada está vacía. Usted vuelve a conectar las cuentas, y los mensajes y llamadas se traen de nuevo en la medida en que Instagram y Twilio aún los tengan.
start-over-not = Lo que no está en la nueva entrada
    .words = Las notas, los borradores, las fichas, a quién se había respondido ya, y las respuestas que no habían salido. Solo están en el archivo antiguo.
start-over-practice = La consulta, otra vez
start-over-do = Empezar con una entrada vacía
