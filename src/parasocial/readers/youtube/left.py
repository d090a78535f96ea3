"""Folders and files of a Takeout that are known and say nothing about a tie, folded."""

_YOUTUBE = """
archive_browser
channel|kanal|kanaal|canal|kanalas|channel url configs|kanal-url-konfigurationen
url-configuraties van kanaal|configuraciones de la url del canal|kanalo url konfigūracijos
configurații pentru adresa url a canalului|channel feature data|kanalelementdaten
gegevens voor kanaalfunctie|datos de la función del canal|date despre funcțiile canalului
kanalo funkcijų duomenys|channel page settings|kanalseiteneinstellungen
instellingen voor kanaalpagina|configuración de la página del canal|setările paginii de canal
kanalo puslapio nustatymai|channel community moderation settings
instellingen voor het beheer van je kanaalcommu|ajustes de moderación de la comunidad del canal
setări de moderare a comunității canalului|kanalo bendruomenės moderavimo nustatymai
video recordings|videoaufzeichnungen|video-opnamen|grabaciones de vídeo|înregistrări video
video texts|music library songs|music-library-songs|musik-mediathek-songs
music (library and uploads)|music-uploads|music uploads metadata|support issues
"""

_OTHER_PRODUCTS = """
access log activity|ads|android|android device configuration service|assistant|blogger|calendar
chrome|classroom|cloud print|contacts|cronología|discover|drive|fit|gemini apps|gmail|google account
google ads|google business profile|google chat|google fi|google finance|google fit
google help communities|google lens|google meet|google news|google pay|google photos|google fotos
google play books|google play games services|google play movies & tv|google play store
google shopping|google store|google translate|google workspace marketplace|groups|hangouts|help
home app|aplicación home|image search|keep|conservar|kontakte|location history|mail|maps
maps (your places)|maps (tus sitios)|my maps|news|perfil|perfil de empresa en google|profile|profil
recorder|saved|search|search contributions|search notifications|shopping|shopping lists|street view
takeout settings|tareas|tasks|timeline|video search|voice and audio
"""

IGNORED = frozenset((_YOUTUBE + _OTHER_PRODUCTS).strip().replace("\n", "|").split("|")) - {""}
