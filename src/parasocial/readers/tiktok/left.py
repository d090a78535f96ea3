"""Sections of the text export that are known and say nothing about a tie."""

_ENGLISH = """
activity summary|ad interests|ad link history|ads based on data received from partners|ai-moji
autofill|auto fill|block|block list|coin purchase history|communication history
communication with shops|current payment information|customer support history|donation
favorite collections|favorite comments|favorite effects|favorite hashtags|favorite movies and tv
favorite places|favorite playlists|favorite sounds|favoriteitems|favouriteitems|fundraiser
go live history|go live settings|hashtag|instant form ads responses|location reviews|login history
most recent location data|off tiktok activity|off-tiktok activities|order dispute history
order history|product browsing history|product reviews|profile info|profile information
profile views|purchases|recently deleted posts|returns and refunds history
saved address information|settings|shopping cart list|status|stickers|tako chat history
transaction history|vouchers|watch live settings
"""

_DUTCH = """
aankopen|activiteit buiten tiktok|advertentie-interesses|automatisch invullen|bestelgeschiedenis
blokkeringslijst|communicatie met winkels|donatie|favoriet item|favoriete afspeellijsten
favoriete collecties|favoriete effecten|favoriete films en tv-programma's|favoriete geluiden
favoriete hashtags|favoriete plaatsen|favoriete reacties|fondsenwerving
geschiedenis van advertentielinks|geschiedenis van bestelkwesties
geschiedenis van bladeren door producten|geschiedenis van klantenservice
geschiedenis van live gaan|geschiedenis van muntaankopen
geschiedenis van retourzendingen en terugbetalingen|informatie over huidige betaling
informatie van derden|inloggeschiedenis|instellingen|instellingen voor live bekijken
instellingen voor live gaan|locatierecensies|meest recente locatiegegevens
onlangs verwijderde berichten|opgeslagen adresgegevens|productrecensies|profielinformatie
profielweergaven|reactie op livestream|reacties op direct formulier-advertenties
samenvatting van activiteit|transactiegeschiedenis|winkelwagenlijst
"""

_RUSSIAN = """
данные профиля|избранные звуки|избранные коллекции|избранные места|избранные плейлисты
избранные фильмы и сериалы|избранные хэштеги|избранные эффекты|история входов|история заказов
история просмотра товаров|история чата tako|настройки|недавно удаленные публикации|покупки
просмотры профиля|список блокировки|стикеры|хэштег
"""

_ALL = (_ENGLISH + _DUTCH + _RUSSIAN).strip().replace("\n", "|")
IGNORED = frozenset(_ALL.split("|")) - {""}
