"""A dictionary of what agreements speak of: words of two languages that may stand for each other, one meaning a line.

A star stands for any ending; without one a word is meant in its inflected forms. Lines that begin with "~" hold words that
are rendered in too many ways for their absence to tell anything. The first line names the language of each column.
"""

from __future__ import annotations

DICTIONARY = """\
en | ru
# people, bodies, places
president | президент
prime premier | премьер*
minister ministerial ministry | министр* министер*
ambassador | посол посла посл*
embassy | посольств*
mission representation | мисси* представител* представит*
~ representative represent delegate | представител* представл* делегат* уполномоч*
delegation | делегаци*
consul* | консул*
diplomat* | диплом*
government* | правительств*
parliament* legislature congress assembly | парламент* ассамбле* собран* съезд* законодател*
assembly | ассамбле* собран*
mayor | мэр* бургомистр* градоначал* глав*
governor | губернатор* управляющ* глав*
secretary | секретар*
secretariat | секретариат*
chair chairman chairperson chairmen chaired | председ*
vice deputy | заместител* вице*
director | директор* руковод* режисс*
manager | управля* менеджер* руковод*
~ head chief leader | глав* руковод* начальник* лидер* стар* шеф*
commander commanding | команд*
captain master skipper | капитан*
officer official functionary | начальник* представител* офицер* должност* сотрудник* чиновник* служащ*
~ staff personnel employee* | персонал* сотрудник* работник* штат* личн* кадр* служащ*
worker labourer labour | работник* труд* рабоч* работа*
employer | работодател* нанимател*
inspector | инспектор*
~ inspection inspect* | инспек* провер* осмотр* досмотр* контрол* обслед*
expert | эксперт* специалист*
specialist | специалист*
coordinator co-ordinator | координатор*
auditor audit* | аудит* ревиз* провер*
observer | наблюдател*
interpreter interpretation translator translat* | перевод* толков*
liaison | связ*
judge judicial judiciary | судь* суд* судеб*
court tribunal | палат* суд суда суду судом суде суды судов* судам* судеб* судебн* трибунал*
prosecutor prosecut* | прокур* преследова* обвин*
lawyer advocate counsel attorney | адвокат* юрист* защитник* поверен* советник*
arbitrator arbitra* umpire | арбитр* третейск* посредник*
notary notarial | нотари*
police policeman policemen | полиц* милиц*
militar* army armed troop* | воинск* воен* вооруж* арми* войск*
soldier servicem* | солдат* военнослужащ*
sailor seafarer seaman seamen crew | бригад* моряк* экипаж* команд* член*
pilot | пилот* летчик* лоцман*
driver | водител*
passenger | пассажир*
tourist touris* visitor | турист* турис* посетител*
citizen citizenship national* | гражд* национал* подданств*
~ person individual people | лиц* человек* люд* физическ* персон* народ*
man men | мужчин* человек* люд*
woman women | женщин*
child children | дет* ребен* малолет*
youth young juvenile minor* | молод* несовершеннолет* юнош* юный
parent father mother maternity | родител* отец отц* мат* отцов*
family families relative spouse wife husband dependant | сем* родственник* супруг* член* иждивен*
widow orphan survivor | кормил* вдов* сирот* пережив* уцеле* спасен*
victim injured | жертв* потерпе* пострада*
witness | свидетел*
suspect | подозрева* обвиня*
accused defendant | обвиняем* подсудим* ответчик*
convict* sentenced | осужд* приговор* пригов*
prisoner detain* detention arrest* custody | заключен* задерж* арест* страж* плен* арестов*
refugee | бежен*
migrant migrat* immigra* emigra* | мигра* миграц* иммигра* переселен* трудящ*
alien foreign* | иностран* зарубеж* внешн* чужд*
applicant | заявител* кандидат* ходатай* податель
candidate candidacy nominat* | кандидат* назнач* выдви*
student | студент* учащ* обучающ* слушател* учен*
pupil school | школ* учащ* учен* училищ*
teacher lecturer professor tutor | преподавател* учител* профессор* педагог* наставник*
trainee intern internship participant | стажер* стажир* практикант* практик* слушател* обучающ*
scientist scholar researcher | учен* исследовател*
author | автор*
artist actor actress musician performer | артист* художник* актер* музыкант* исполнител*
writer | писател*
journalist press reporter | журналист* пресс* печат* корреспондент*
athlete sportsm* sport* | спорт*
doctor physician medical medicine | врач* медицин* лекар* медиц*
nurse | медсестр* сестр* медперсонал*
patient | пациент* больн*
veterinar* | ветеринар*
farmer peasant | фермер* кресть* сельхозпроизвод*
fisherman fishermen | рыбак* рыболов*
hunter hunt* | охот*
owner proprietor owned ownership | собственн* владел* хозя* владе*
shipowner | судовладел* владел*
tenant lessee lease* rent* | аренд* наем* прокат*
holder bearer | держател* владел* обладател* носител* предъявител*
user | пользовател* потребител*
consumer consum* | потреб*
customer client | клиент* заказчик* покупател* потребител*
buyer purchas* | покуп* закуп* приобрет*
seller vendor sell* sale sold | прода* реализ* сбыт*
supplier suppl* | постав* снабж* предостав*
contractor | подряд* исполнител*
carrier | перевозчик*
operator operated | оператор* эксплуат*
shipper | грузоотправител* отправител*
sender consignor | отправител*
addressee consignee | адресат* получател*
recipient | получател* реципиент*
donor donat* | донор* дар* пожертв*
lender creditor | предоставив* кредитор* займодав* заимодав*
borrower debtor | заемщик* должник* дебитор*
guarantor | гарант* поручител*
insurer insur* | страх* застрах*
taxpayer | налогоплательщик*
investor | инвест* вкладчик*
shareholder | акционер* участник*
enterprise company compan* firm | предприят* компан* фирм* обществ*
corporation | корпорац* компан*
bank | банк*
agent agency | агент* агентств* ведомств* учрежд* представител*
bureau office | бюро офис* учрежд* контор* помещени* управлен* представительств* служебн* отделен* должност*
department directorate administration | департамент* управлен* отдел* администрац* ведомств* министерств*
institute institution institutional | институт* учрежд* заведен* орган*
authority authorities | орган* власт* ведомств* полномоч*
commission | комисс*
committee | комитет*
council | совет*
board | совет* правлен* колле* борт* комисс*
conference | конференц*
congress | конгресс* съезд*
seminar workshop | семинар* практикум* мастер*
meeting session sitting | заседан* встреч* совещан* сесси* собран* встреча*
centre center | центр*
fund | фонд* средств*
foundation | фонд* основ*
association society union | ассоциац* обществ* объединен* союз* сообществ*
federation federal | федер*
league | лига лиги лигу лиге
club | клуб*
academy academic* | академ* учебн* научн*
university universities rector faculty | универс* вуз* ректор* факульт*
hospital clinic | больниц* госпитал* клиник* стационар*
laboratory laboratories | лаборатор*
museum | музе*
library libraries | библиотек*
archive archival | архив*
theatre theater | театр*
church religio* | церк* церков* религ* вероисповед*
group team panel | групп* команд* коллег* бригад* состав*
third | трет*
member | член* участни*
membership | членств* состав*
participant participat* | участ*
signator* | подписав* сторон* участник*
partner partnership | партн*
public society | обществ* публич* государств* общедоступ* граждан*
private | частн* личн*
civil | гражд*
municipal* city cities town urban | муницип* город* городск*
village rural | дерев* сел* сельск* посел*
region regional area district zone | регион* район* област* зон* местност* округ* участ* территор*
province provincial | провинц* област* губерн*
country countries state | стран* государств* держав*
territor* | террит* стран*
border frontier boundary | границ* пограни* гранич* рубеж*
capital | столиц* капитал*
island | остров*
coast coastal shore | побереж* прибреж* берег*
sea maritime marine | мор*
ocean oceanic | океан*
river | рек* реч*
lake | озер*
water aquatic | вод* акватор*
stream watercourse | водоток* поток* руч*
basin | бассейн*
dam reservoir | плотин* водохранил* дамб*
flood* | наводн* паводк* затоп*
mountain | гор* высокогор*
forest* timber wood | лес* древес*
desert | пустын*
land soil ground | земл* земел* почв* суш* грунт*
air | воздуш* воздух* авиа*
space outer | космос* космич* пространств*
satellite orbit* launch* | спутник* орбит* запуск* космич* пуск*
moon lunar | лун*
weather meteorolog* | погод* метео*
climate climatic | климат*
# transport, goods, money, things
vessel ship boat craft | судн* суд* корабл* катер* плавсредств* теплоход* лодк* шлюпк* плавуч*
fleet | флот*
flag | флаг*
port harbour | порт* гаван*
berth quay dock | причал* док* стоянк*
aircraft airplane plane helicopter | самолет* воздушн* вертолет* авиа*
airport aerodrome airfield | аэропорт* аэродром*
airline | авиакомпан* авиапредприят* перевозчик*
flight fly flown overflight | полет* рейс* пролет* лет*
railway rail train | желез* поезд* рельс*
wagon carriage | вагон* перевоз*
station | станц* вокзал* пункт* участ*
road highway motor | дорог* дорож* шоссе автомобильн* автодорог* авто*
vehicle car lorr* truck bus | автомобил* автомаш* автобус* транспорт* грузовик* машин*
trailer | прицеп*
bridge | мост*
tunnel | тоннел* туннел*
pipeline pipe | трубопровод* газопровод* нефтепровод* труб*
crossing cross | пересеч* пересек* переход* пропуск* переправ* переез*
route itinerary | маршрут* трасс* путь
transport* carriage carry conveyance | перевоз* транспорт* провоз* перевез* доставк* нес* носи* нос* осуществл*
transit | транзит*
travel journey trip | поезд* проезд* путешеств* дорог* командиров*
visa | виз виза визы визу визой визе визов*
passport | паспорт*
permit licence license licens* permission authorization authorisation | разреш* лиценз* допуск* допус* позвол*
~ allow permit permitted authorise authorize | разреш* позвол* допуск* допуст* дозвол* давать дает уполномоч*
customs | таможен* таможн*
duty duties | обязанност* пошлин* долг* служб* функц*
goods merchandise commodity | товар* груз* имуществ*
product products production produc* | проду* производ* выработ* изготов* представл*
cargo freight consignment shipment load | груз* парти* загруз* отправк* отправлен* фрахт*
baggage luggage | багаж* клад*
parcel | посыл*
mail post postal letter | почт* письм* корреспонд*
stamp | марк* штамп* печат*
seal | печат* пломб* опечат*
container | контейнер* тар* емкост*
pack package packag* | упаков* пакет* тар*
label mark marking | метк* маркир* этикет* обознач* пометк* знак* марк*
import* | импорт* ввоз* ввез*
export* | экспорт* вывоз* вывез*
trade commerc* | товарообор* внешнеторг* торгов* коммерч*
market | продаж* рынок рынк* рыноч* сбыт*
tariff | тариф*
tax taxation taxable | налог* обложен* облагае*
fee charge levy toll dues | сбор* плат* пошлин* взима* тариф*
price | цен* стоимост*
cost expense expenditure | расход* затрат* издерж* стоимост* счет*
value | стоимост* ценност* цен* величин*
payment pay paid payable remunerat* | плат* оплат* выплат* уплат* платеж* вознагражд* нес* возмездн* погаш* внос*
salary wage earnings | зарплат* заработн* оклад* заработ* жалован* вознагражд* оплат*
allowance per-diem | пособи* суточн* надбав* довольств* стипенд*
pension* retirement | пенси*
benefit | пособи* льгот* выгод* польз* преимущ*
invoice bill account consignment | счет* учет* накладн* фактур* законопроект*
budget* | смет* ассигнов* бюджет*
money monetary currency cash | деньг* денеж* валют* наличн*
euro | евро
dollar | доллар*
rouble ruble | рубл*
loan credit lend* borrow* lent | заем* займ* кредит* ссуд* ссуж* пользован*
grant | грант*
interest | процент* интерес*
debt | долг* задолж*
instalment | взнос* част* транш* рассроч*
contribution contribut* | взнос* вклад* вноси* внес* содейств* способств*
deposit* | депоз* хран* вклад* сда* депонир*
property asset | имуществ* собственност* актив* ценност*
estate real immovable | недвижим*
copyright patent trademark intellectual | автор* патент* товарн* интеллект*
invention | изобрет*
profit income revenue gain | прибыл* доход* выгод* выруч*
share | дол* част* распредел* акци* дел*
stock | запас* акци* склад* фонд*
investment invest* | инвест* капиталовлож* вклад*
industr* | промышл* отрасл* индустр*
factory plant mill | завод* фабрик* предприят* растен* установк* объект*
mine mining mineral | добыч* горн* шахт* мин* руд* ископаем* разработк*
coal | угол* угл*
oil petroleum | нефт* масл*
gas | газ*
fuel | топлив* горюч*
electric* electricity power energy | электр* энерг* мощност*
nuclear atomic | ядер* атом*
radioactive radiation radiological | радио* радиац* излуч*
reactor | реактор*
waste | отход* сточн* мусор*
chemical | хими*
explosive | взрыв*
weapon arms armament firearm ammunition | оруж* вооруж* боеприпас* огнестр*
missile rocket | ракет*
mine-clearance demining | размин*
narcotic drug | наркот* нарко* лекарств* препарат*
psychotropic | психотроп*
precursor | прекурсор*
substance | веществ*
poison toxic | яд* токсич* отрав*
medicine medicament pharmaceutical | лекарств* медикамент* препарат* фармац* медицин*
vaccine vaccinat* | вакцин* привив*
disease illness infect* epidem* | болезн* заболев* инфек* заразн* зараж* эпидем* заболе*
outbreak | вспышк* очаг*
quarantine | карантин*
health | здоров* здравоохран* санитар*
sanitary hygiene | санитар* гигиен*
food foodstuff feed | продовольств* пищ* продукт* питан* корм*
meal board | питан*
meat | мяс*
milk dairy | молок* молоч*
grain cereal wheat | зерн* пшениц*
seed | семен* семя
crop harvest | урож* посев* культур*
plant | растен* растит*
pest locust | вредител* саранч*
pesticide | пестицид* ядохимик*
fertilizer | удобрен*
animal livestock cattle | живот* скот* животнов*
fish fishery fishing | рыб* промысл* промысел* лов* рыболов*
catch haul | улов* лов* вылов*
quota | квот* дол*
species | вид* пород*
net nets mesh | сет* невод* яче*
hunting | охот*
bird | птиц*
bee | пчел
horse | лошад* кон*
dog | кинолог* собак* служебн*
wildlife fauna flora | фаун* флор* живот* растит* дик*
nature natural | природ* естеств*
reserve park | заповед* парк* резерв* запас*
environment* ecolog* | окружающ* сред* эколог* природоохр*
pollut* contaminat* | загрязн* зараж*
emission | выброс* эмисс* выпуск*
discharge | сброс* разгруз* выполн* исполн*
conserv* preserv* | сохран* охран* хран*
biological biodiversity | биолог* биоразн*
resource | ресурс* средств*
equipment apparatus instrument device appliance | оборуд* аппарат* прибор* инструмент* устройств* снаряж* техник* средств* грамот* инвентар*
machine machinery | машин* механизм* техник*
tool implement | инструмент* оруди* средств*
vehicle-registration plate | номер*
building house housing dwelling construct* | здан* дом* жил* стро* сооруж* помещен* конструк*
premises room accommodation lodging quarters | помещен* жил* размещ* прожив* комнат* гостиниц* квартир*
hotel | гостиниц* отел*
hall | зал*
camp | лагер*
headquarters seat | штаб* местопребыв* местонахожд* резиденц* мест*
warehouse storage store depot | склад* хран*
workshop-repair repair maintain maintenance | ремонт* обслужив* содерж* поддерж* исправ* техническ*
facilit* installation | объект* сооруж* установк* услуг* льгот* содейств* помещ* возможност* средств*
infrastructure | инфраструкт*
factory-acceptance acceptance accept* | прин* прием* признан* акцепт* согла*
furniture | мебел*
clothing uniform | одежд* форм* обмундир*
cloth textile cotton | тка* текстил* хлоп*
leather | кож*
steel iron metal | сталь* стали железо металл*
gold silver precious | золот* серебр* драгоцен*
stone | камн* камен*
paper | бумаг* документ*
book publication publish* | книг* публик* издан* изда* опублик*
film cinema | фильм* кино* съем* видео*
photograph | фото* снимк*
music | музык*
painting art | искусств* художеств* живопис* картин*
exhibit* | выстав* экспон* экспози*
collection | коллекц* собран* сбор* фонд* инкасс*
monument memorial heritage | памят* наслед* мемориал*
grave burial cemetery | захорон* могил* погреб* кладбищ*
cultur* | культур*
festival celebration anniversary | фестивал* праздн* юбил* годовщин*
game competition contest tournament | игр* соревнован* конкурс* состязан* турнир* конкур*
coach | тренер*
tender bidding bid | тендер* торг* конкурс* конкурсн*
broadcast* radio television | вещан* радио* телевид* телевиз* трансл* передач*
frequency | частот*
telephone phone | телефон*
telegraph telegram telex fax | телеграф* телеграмм* телекс* факс*
telecommunication communicat* | связ* электросвяз* телекоммуник* сообщен* коммуник* общен*
internet online website web | интернет* сайт* сети сет* онлайн
computer software | компьют* программн* вычислит*
electronic* | электрон* электрич*
data | данн* сведен* информ*
database | баз* данн*
information | информ* сведен* данн* уведом*
record register registr* inventor* | запис* опис* реестр* регистр* учет* протокол* журнал* кадастр*
file | дел* файл* картотек* подач* подан* подав*
list schedule | перечен* перечн* спис* график* расписан* приложен*
map chart | карт* схем*
drawing sketch plan | чертеж* схем* план* эскиз*
model specimen pattern | образ* модел* форм* экземпляр*
sample | проб* образ*
form | форм* бланк* вид* образ*
document documentation papers | документ*
certificate certif* | сертифик* свидетельств* справк* удостовер* завер* аттестат*
card | карточк* карт* удостовер* билет*
ticket | проезд* билет*
identity | личност* идентич* удостовер*
signature sign signed signing | подпис*
copy copies | копи* экземпляр*
original | оригинал* подлин* первоначал* исходн*
text | текст*
language | язык*
english | англий*
russian | русск* российск*
french | француз*
spanish | испан*
arabic | араб*
chinese | китай*
german | немецк* герман*
word | слов*
name | назван* имя имен* фамил* наименован*
address | адрес* обращ*
title | назван* наименован* звани* титул* прав*
photo | фото*
video | видео*
secret secrecy classified confidential* | секрет* конфиденц* тайн* гриф*
# law and administration, science, dangers
law legislation legislative legal | закон* прав* юрид* законодат*
act acts | акт* действи* деян* закон* поступ*
regulation rule | правил* регламент* постановлен* положен* норм* регулир*
procedure procedural process | процедур* порядок порядк* процесс* процессуальн* производств*
constitution* | конституц* устав*
charter statute | устав* статут* положен* хартия хартии хартию
treaty treaties | договор*
agreement | соглаш* договор* согласован*
convention | конвенц*
protocol | протокол*
memorandum | меморандум*
contract | контракт* договор*
arrangement | договор* соглаш* порядок порядк* мероприят* организац*
programme program | програм*
project | проект*
annex appendix | приложен*
article | стать* предмет* издел*
section chapter part | раздел* глав* част* секци* участ*
paragraph clause item | пункт* абзац* стать* предмет*
provision | положен* предоставл* обеспечен* норм* услови*
preamble | преамбул*
amend* amendment modif* | измен* поправ* дополн* внес* внос*
supplement* additional addition | дополн*
resolution | резолюц* решен* урегул* постановл*
decision decide* | реш* решен* постановл*
recommendation recommend* | рекоменд*
opinion | мнен* заключен* отзыв*
statement declaration declar* | заявл* деклар* объявл* утвержден* заявлен*
note | нот* запис* замет* примеч* отмеч*
notice notif* | уведом* извещ* сообщ* нотиф* предупрежд* оповещ*
~ inform informed announce | уведом* извещ* информ* сообщ* известн* объявл* ставит стави* постав* осведом*
report* | доклад* отчет* сообщ* донес* акт* протокол* рапорт* заключен*
request | запр* просьб* прос* ходатай* требован* обращ*
application apply applied applies | заявк* заявл* примен* обращ* ходатай* прошен* распростр* подач* прилож*
petition appeal | обжалов* апелл* ходатай* жалоб* призыв* обращ*
complaint claim | жалоб* претенз* требован* иск*
dispute disagreement controversy difference | спор* разноглас* различ* расхожд* разниц*
consultation consult* | консульт*
negotiat* negotiation | перегов*
mediation conciliation | посреднич* примир*
award | решен* вынес* присужд* награ* приз*
sentence | приговор* наказ*
penalty punishment punish* sanction | наказ* санкц* штраф* взыскан* кар*
fine fined | штраф*
damage harm loss injur* | ранен* пострад* телесн* ущерб* вред* убыт* потер* утрат* поврежд* порч* травм*
compensat* reimburs* indemn* | возмещ* компенс* возмест*
liab* responsib* | ответств* отвеча*
immunit* privilege | иммунит* привил* неприкоснов*
exempt* exemption waive waiver | освобожд* изъят* исключ* отказ*
offence crime criminal | наруш* деян* проступ* преступ* правонаруш* криминал* уголовн*
terroris* | террор*
corrupt* bribe | корруп* взят*
smuggl* contraband | контрабанд*
fraud | мошен* обман*
theft stolen steal | краж* похищ* хищен* краден*
traffick* traffic | торговл* оборот* движен* перевоз* сообщен* обмен*
launder* | отмыв* легализ*
investigat* inquiry | расслед* следств* след* запрос* дознан* исследов*
evidence proof | доказат* улик*
search | обыск* поиск* розыск* досмотр*
seiz* confiscat* | изъя* изым* арест* конфиск* захват*
extradit* | выдач* выдан* выдав* экстрад*
surrender | выдач* сдач* сда*
deport* expel expell* expuls* return | исключ* выдвор* депорт* высыл* возвра* выслан*
asylum | убежищ*
readmission | реадмисс*
offender perpetrator | преступник* правонаруш* лиц*
imprisonment prison jail | заключен* тюрьм* лишен*
trial hearing | судеб* разбират* слушан* процесс* испытан* заслуш*
adoption adopt* adoptive | усынов* принят* прин* утвержд*
custody guardianship | опек* попеч* страж*
marriage married | брак*
birth born | рожд*
death dead die died deceased | гибел* смерт* умер* погиб* кончин*
inherit* succession | наслед*
age | возраст* лет
sex gender | пол пола полу полом гендер*
race racial | рас*
human humanitarian | человек* человеч* гуманит* людск*
right | прав*
freedom free | свобод* бесплатн* безвозмезд*
dignity | достоинств*
equal* | рав* одинаков* паритет*
discriminat* | дискримин*
obligation oblige oblig* | обяз*
commitment undertak* | обяз* предприят*
competen* | компетен*
power powers empower* | полномоч* власт* прав* правомоч*
jurisdiction | компетенц* юрисд* подсуд*
sovereign* | суверен*
independen* | независ* самостоят*
integrity | целостн* неприкоснов* добросов*
security safety secure safe | безопас* обеспеч* сохран*
peace peaceful | мир мира миру миром мире мирн* миролюб*
war wartime hostilit* | войн* воен* враждеб*
conflict | конфликт* столкнов* коллиз* противореч*
aggression attack | агресс* нападен* атак*
defence defense defend | оборон* защит*
disarmament | разоруж*
ceasefire truce | прекращ* перемир*
force forces | сил* войск* принужд*
threat | риск* опасн* угроз* угрож*
emergency | чрезвыч* авари* экстрен* срочн* неотлож*
disaster catastroph* calamity | катастроф* бедств* авари*
accident incident | авари* происшеств* инцидент* несчастн* случа*
fire | пожар* огн* огон*
earthquake seismic seismolog* | землетряс* сейсм*
magnitude | магнит*
rescue salvage | спас*
distress | бедств*
alarm alert warning warn* | тревог* предупрежд* оповещ* сигнал*
evacuat* | эвакуац* эвакуир*
shelter | убежищ* укрыт*
aid assistance assist help relief | помощ* помога* содейств* помо*
~ support promote facilitate encourage foster further | поддерж* содейств* поощр* способств* развива* облегч* стимул* укреп*
cooperat* co-operat* | сотрудн* кооп* взаимодейств*
coordinat* co-ordinat* | координ* согласов*
~ joint jointly mutual common | совмест* взаим* общ* обоюд* объединен*
exchang* | обмен*
contact | контакт* связ*
friendship friendly | друж*
tradition | традиц*
history historical historic | истори*
science scientific | наук* науч*
research | исслед* изыск* науч*
study studies | изуч* учеб* исслед* обуч* занят*
experiment test testing trial | испыт* эксперимент* тест* опыт* провер* проб*
experience | опыт* стаж*
technolog* technical technique | техн*
development develop* | развит* разраб* развив* выработ* освоен*
innovation | иннов*
education educat* | образов* воспит* просвет* обуч*
training train trained | подготов* обуч* стажир* тренир* учеб* учен* квалиф*
course | курс*
curricul* syllabus | учебн* программ* биограф* план*
diploma degree | диплом* степен*
examination exam | экзамен* обслед* освидетельств* рассмотр* провер* изучен* осмотр*
scholarship fellowship | стипенд*
qualif* | квалиф*
standard | стандарт* норм* станд*
measure measuring measurement | мер* измер* меропр*
quality | качеств*
quantity amount volume | количеств* объем* сумм* размер* числ*
size dimension | размер* габарит* величин*
weight weigh | вес* масс*
length long | длин* продолж* долг* протяж* длит*
height high | высот* высок* выс* открыт*
width wide | ширин* широк*
depth deep | глуб*
speed | скорост*
temperature | температур*
pressure | давлен*
level | степен* уровен* уровн*
degree | степен* градус*
percent per-cent percentage | процент*
number | числ* номер* количеств*
rate | ставк* курс* норм* темп* тариф* процент*
limit | предел* лимит* огранич* границ* норм*
statistic* | статист*
census | перепис*
account | счет* учет* отчет*
method | метод* способ*
system | систем*
network | сет*
structure | структур*
mechanism | механизм*
means | средств* способ* пут* образ*
~ purpose aim object objective goal | цел* предмет* задач* объект*
task | задач* задан* функц* поруч*
function | функц* обязан* функцион*
role | рол*
activit* | деятельн* активн* мероприят* работ*
operation operational operative | операц* оператив* действ* эксплуат* работ* деятельн*
work | работ* труд* деятел* произведен*
service | служб* услуг* обслуж* служебн*
condition term | услов* состоян* срок* термин* положен*
circumstance | обстоят*
reason ground cause | причин* основан* мотив* повод* соображен* вызва*
result outcome | результ* итог* последств*
effect impact consequence | действ* воздейств* влиян* последств* эффект* сил* вступ*
risk danger hazard* dangerous | угроз* угрож* вероятн* риск* опас*
problem difficult* | проблем* трудн* сложн* затрудн*
question matter issue subject | вопрос* дел* предмет* проблем*
case | случа* дел*
event | событ* случа* меропр*
situation | ситуац* положен* обстан*
fact | факт*
~ basis base | основ* баз*
principle | принцип* начал*
purpose | цел*
policy politic* | политик* полит*
strategy strategic | стратег*
reform | реформ*
control | контрол* управл* надзор* борьб*
supervis* monitor* surveillance oversee | след* надзор* контрол* наблюд* монитор*
observ* | наблюд* соблюд*
protect* | защит* охран* обеспеч*
guard | охран* страж*
prevent* | предотвр* предупрежд* профилакт* препятств* недопущ* пресеч* помеша*
combat* fight* suppress* against | борьб* пресеч* против* подавл* борют*
# what is done, how and when
~ give given grant accord afford provide furnish supply lend render offer | да* дает* дают* предостав* выда* оказ* обеспеч* передa* переда* представ* снаб* сообщ* предлаг*
~ receive obtain get acquire | получ* приобр* прин*
~ send transmit forward convey deliver dispatch pass | направ* переда* посл* посыл* пересыл* отправ* достав* вруч* препров* сда*
~ submit present produce | представ* внос* внес* подав* подач* предъяв* передa* переда* подан* пода* направ*
~ take taken | прин* взя* брат* предприн* взим* снима* отб*
~ make made | дела* соверш* произв* вын* состав* сдел*
~ hold held | провод* держ* храни* содерж* состо* занима* созыв*
~ keep kept maintain | вед* храни* сохран* держ* содерж* поддерж* соблюд*
~ bring brought | достав* прив* внос*
~ carry-out perform execute fulfil implement | выполн* исполн* осуществ* реализ* провод* провед*
~ implementation execution performance | выполн* исполн* осуществл* реализ*
~ establish set create form constitute found | созд* учрежд* установ* образ* устанавл* формир*
~ appoint designate nominate | назнач* выдел* определ* указ*
~ elect election | избр* избир* выбор*
~ use using utiliz* | использ* примен* употреб* пользов* расход*
~ begin start commence open | нача* откр* начин* возбу* приступ*
~ end ended finish complete terminate expire cease stop expiry termination | заверш* законч* оконч* прекра* истеч* истек* прекращ* конец конц*
~ suspend suspension | приостан*
~ denounce withdraw withdrawal | денонс* вы* отзыв* отозв* снят* сним*
~ extend prolong renew extension | продл* продлев* распростр* предостав* возобн*
~ enter entry come into | вступ* въезд* въезж* вход* войти вхож* запис* вос
~ leave exit departure | выезд* выезж* поки* оставл* отпуск* выход* отъезд* отбыт* покин*
~ arrive arrival reach | прибы* приб* достиг* приезд*
~ stay sojourn remain | пребыв* остав* остае* остается остаются сохран*
~ live reside residence resident domicile | прожив* житель* жительств* местожит* прожива* жител*
~ visit | посещ* визит* поезд* приезж* посет*
~ meet | встреч* собира* заседа* удовлетвор* отвеча* нес* выполн*
~ invite invitation | приглаш* привлек*
~ participate attend attendance presence present | участв* присутств* участ*
~ examine consider review study | рассм* изуч* провер* пересм* обсужд* учит* учет* анализ* считат*
~ discuss discussion | обсужд* дискусс*
~ agree agreed agreement consent approve approval approv* | соглас* утвер* одобр* договор*
~ oppose objection object objects | возраж* протест* против*
~ refuse refusal deny reject decline | отказ* отклон* отверг*
~ require requirement need necessary | треб* необход* нужн* нужд* потреб* долж*
~ ask demand | прос* треб* запраш* обращ* запрос* спраш*
~ answer reply response respond | ответ* отвеч* реаг*
~ confirm confirmation | подтвер*
~ prove show demonstrate shown | доказ* показ* предъяв* подтвер*
~ verify check verification | провер* вериф* контрол* сверк*
~ find found finding | найд* наход* обнаруж* установ* вывод* выяв*
~ know known knowledge | знать знает знан* извест* осведом*
~ believe deem regard regarded consider considered | счита* полага* рассматр* призна*
~ recognize recognise recognition | призна*
~ understand understanding | понима*
~ interpret construe | толк*
~ determine determination define fix specify | определ* установ* устанавл* указ* фикс*
~ choose choice select selection | выб* отб* избр* подбор*
~ prepare preparation draw-up draft | подгот* состав* готов* разраб* проект*
~ publish publication | опублик* публик* изда* издан*
~ disclose reveal divulge disclosure | разглаш* раскр* сообщ*
~ destroy destruction | уничт* разруш*
~ remove removal | устран* удал* сн* вывоз*
~ repair | ремонт* исправ* восстан*
~ restore rehabilitation reconstruct* rehabilitat* | восстан* реабил* реконстр*
~ improve improvement enhance | улучш* соверш* повыш*
~ increase raise | увелич* повыш* рост*
~ reduce decrease reduction | сокра* умен* сниж*
~ exceed excess | превы* сверх* излиш*
~ change alter alteration replace replacement | измен* замен* смен* перем*
~ transfer | перед* перев* передач* перечисл* уступ*
~ bear borne | нес* оплач* покры* возлаг* относ*
~ cover | покры* охват* распростр* оплач*
~ finance financial fund | финанс* средств*
~ organise organize organisation organization | организ* провод*
~ manage management administer | управ* руковод* администр* вед*
~ direct guidance | руковод* направ* прям* непосредств*
~ act acting action | действ* акт* мер* поступ*
~ move movement | передвиж* движ* перемещ* переезд*
~ accompany escort | сопров*
~ board boarding | борт* подня* посад*
~ stop detain hold-up | остан* задерж*
~ lose lost | утрат* утрач* потер* тер* лиш*
~ keep-secret | тайн*
~ read reading | прочит* чтен* показан*
~ say state stated | заяв* указ* говор* сказ* излаг*
~ speak spoken | говор* сказ*
~ write written writing | письм* запис* составл* писа*
~ wish desire intend willing | жела* намер* стрем*
~ try attempt endeavour effort seek strive | стрем* стара* усил* попыт* пыта* добив* приложен*
~ avoid | избе* уклон*
~ fail failure | невыпол* неисполн* отказ* неудач* сбой*
~ comply compliance respect abide | соблюд* соответств* выполн* уваж*
~ violate violation breach infringe* contravene* | наруш* противореч*
~ affect | затраг* влия* затронут* воздейств*
~ concern relate regard respect involve | касат* относ* связ* затраг* соответств*
~ include contain comprise | включ* содерж* входят* состо* охват*
~ belong | принадлеж*
~ depend | завис*
~ exist | существ*
~ arise result | возник* вытек*
~ follow following | след* нижеслед*
~ refer reference | ссыл* упомян* перед* указан*
~ mention indicate | упомян* указ*
~ exercise | осуществл* учен* польз* реализ*
~ enjoy | польз*
~ possess have own | име* облад* влад*
~ become | стан* становит*
~ continue | продолж*
~ prevail | преимущ* преобл* силу
~ settle settlement resolve solve | урегул* разреш* реш* улаж* рассчит* расчет* оплач*
~ conclude conclusion | заключ* вывод* заверш*
~ ratify ratification | ратиф*
~ accede accession | присоедин*
~ register | регистр*
~ deposit | сда* депон* хран*
~ issue issued | выда* издан* изда* вопрос* выпуск*
~ buy procure procurement | покуп* закуп* приобр*
~ measure | мер* измер*
~ calculate calculation compute | рассчит* вычисл* расчет* исчисл* подсчет*
~ count | подсчет* счит* счет*
~ vote voting | голос*
~ convene | созыв* созв*
~ host | принима* прин* проводя*
~ fly fly-flag | плава* лета* флаг*
~ treat treatment | режим* обращ* лечен* обработ* отнош*
~ place | мест* размещ* помещ*
~ time | срок* врем* раз
~ period duration | срок* период* продолж*
~ day | день дн* сут*
~ week | недел*
~ month | месяц* месяч*
~ year annual yearly | год* лет ежегод*
~ date | дат* день дня
~ hour | час*
~ spring | весн*
~ summer | лет* летн*
~ autumn | осен*
~ winter | зим*
~ night | ноч* суток сутки
~ morning | утр*
~ first initial | перв* начал* исход*
~ second | втор*
~ last previous preceding | последн* предыд* прошл* прошед* предшеств*
~ next subsequent | следующ* последующ* дальнейш*
~ present current | настоящ* текущ* нынешн* присут*
~ new | нов*
~ old | стар*
~ large big great | крупн* больш* велик*
~ small | мал* небольш* мелк*
~ full complete whole entire | полн* цел* весь
~ partial part | част*
~ half | полов* полу*
~ single | един* один* одн* отдел*
~ only sole exclusive | только лишь исключ* единств*
~ separate several individual | отдел* индивид* самост*
~ different various other another | друг* ин* разл* различ* проч*
~ same similar | тот же такой* аналог* одинак* сам*
~ special specific particular | особ* спец* конкр* отдел* опред*
~ general | общ* генер*
~ main principal major | основ* глав*
~ important essential significant | важн* сущест* знач*
~ serious grave | серьез* тяжк* тяжел*
~ valid validity | действ* срок*
~ invalid void | недейств*
~ lawful legitimate | закон* правомер*
~ unlawful illegal illicit | незакон* против* неправ*
~ possible | возмож*
~ appropriate proper suitable due | соответств* надлеж* подход* должн*
~ reasonable | разумн* обоснов*
~ immediate immediately prompt promptly forthwith delay once | немедл* незамедл* безотлаг* срочн* сразу* неотлож* промедл*
~ urgent | срочн* неотлож* экстрен* отлагат*
~ advance prior beforehand | заблаговр* предвар* заран*
~ permanent | постоян*
~ temporary provisional | времен*
~ local | местн*
~ international | междунар*
~ national domestic internal | национал* внутр* отечест*
~ bilateral | двусторон*
~ multilateral | многосторон*
~ direct directly | прям* непосред*
~ mutual mutually | взаим* обоюд*
~ voluntary | доброволь*
~ economic economy | эконом* хозяйств*
~ social | социал* обществ*
~ professional | професс*
~ personal | личн* персон*
~ official | официал* служеб*
~ respective corresponding | соответств*
~ subject-to | подлеж*
~ view opinion | взгляд* мнен* точк* вид*
~ state | государств* состоян*
~ order | порядок порядк* приказ* заказ* распор*
~ place-of-work | мест*
~ site location | мест* объект* площадк*
~ point | пункт* точк* вопрос*
~ side | сторон*
~ end | конец конц* цел*
~ line | лини*
~ way manner | способ* образ* пут* порядк*
~ kind type sort category class | вид* род* тип* категор* класс*
~ rest remainder | остальн* остат*
~ lack absence | отсутств* нехват* недостат*
# more things
trusteeship trust | опек* доверит* довер*
~ contracting | договарив* договор*
nature character | природ* характер* естеств*
agency agencies body bodies organ | агентств* ведомств* учрежд* орган* организац*
membership | член* состав* принадлежн*
president | председ* президент* ректор* начальник*
user | пользоват* абонент*
~ carry carries carried carrying | нес* нос* перевоз* провоз* осуществл* вы* провод* исполн* име*
~ communicate communication | сообщ* перед* связ* представ* довод* довед*
surrender | переда* сда* выда*
producer | продюс* производит* изготовит*
landing landed | посадк* высад* выгру* приземл* десант* достав* сход*
natural | природ* естеств* физическ* стихийн*
defence defense | защит* оборон* довод*
film filming filmed | фильм* съем* кино* картин*
production co-production | производ* постановк* производств*
border | границ* пограни* погран* граничащ* рубеж*
room | зал* комнат* помещен* аудитор*
road | дорог* дорож* автомобил* шоссе путь пути путях
duty duties levy | пошлин* обязанн* функци* налог* сбор* служб* долг*
safe safety safely | безопас* сохран* цел*
exhibit* | экспонат* выстав* экспони*
rent | арен* плат* прокат* найм*
suspect suspected | подозр* предпол* предполаг*
human | человек* людск* люд* человеч* кадров*
death dead | смерт* смерте* умерш* погибш* тел* летальн*
consumption consumed | потребл* пищ* расход* употребл*
pest | вредител* вредн* саранч*
load loaded loading | груз* погруз* загру* нагруз*
travel travels | путев* проезд* поезд* передвиж* командиров* ездит* езд* дорог*
hall | зал*
loss losses | утрат* потер* убыт* ущерб* урон*
frequency | частот* периодич*
public | обществ* публич* государств* общедоступ* обнарод* широк* гласн*
transport* | транспорт* перевоз* провоз* доставк* проезд* автотранспорт* переправ*
record recorded | запис* протокол* учет* документ* докумен* архив* фиксир* рекорд* внос* материал*
parent | родител*
letter letters | письм* письмен* букв* послан* корреспонд*
posting | командир* подач* направ* отправл* размещ*
item | предмет* отправл* пункт* объект* вопрос* издел* един* экспонат*
station | станц* пункт* вокзал* участк*
institute | институт* учрежд* возбужд* возбуд*
goods | товар* груз* имуществ* предмет* вещ*
cost | расход* издерж* стоимост* затрат* счет* средств*
legal | юрид* прав* закон* судеб*
~ enforcement | правоохр* принужд* исполнен* обеспеч*
aeronautical aviation | авиац* воздушн*
cent per-cent percent percentage | процент* сентов цент*
calendar | календар*
~ origin originating | происхожд* источник* исход*
kilometre kilometer metre meter millimetre centimetre | километр* метр* миллиметр* сантиметр* счетчик* км
~ position location | положен* местонах* местополож* позици* должност* мест*
transboundary cross-border | трансгран* пригранич*
~ possessor | владел*
agricultur* | сельск* сельхоз* агро* аграр*
perishable | скоропорт*
semester term | семестр*
phytosanitary | фитосанит* карантин*
~ instruction instruct | указан* инструкц* инструкт* поручен*
enemy enemies | враг* враж* неприят* против*
refrigerat* cooling cold frozen | холод* охлажд* рефриж* замороз* морож*
~ clearance | допуск* оформлен* очистк* разреш*
inventory inventories | опис* инвентар* перечен* перечн*
population inhabitant | населен* жител* популяц*
crisis | кризис*
~ home domestic | дом* родин* отечеств* внутр*
race rac* | рас* гонк*
belief faith | вер* вероиспов* убежд*
wheat | пшениц*
sugar | сахар*
fruit vegetable | фрукт* плод* овощ*
wine alcohol spirit | вин* алкогол* спирт*
tobacco cigarette | табак* табач* сигар*
egg | яйц* яиц*
salt | соль соли соля*
wool | шерст*
silk | шелк*
furnish-with | обстав*
kitchen canteen | столов* кухн*
bed | кроват* коек* койк* мест*
window door gate | окн* двер* ворот*
key lock | ключ* зам*
fence barrier wall | заграж* забор* огражд* стен* барьер* преград*
light lamp | свет* фонар* огн* освещ*
signal | сигнал*
sign board | знак* табл* вывеск*
flag emblem symbol | флаг* эмблем* символ* герб*
anthem | гимн*
medal prize | медал* приз* преми* награ*
ceremony | церемон*
guest | гост*
dinner lunch breakfast | обед* ужин* завтрак*
gift present | подар* дар*
blood organ tissue | кров* орган* ткан*
cell gene genetic | клет* ген*
virus bacteria | вирус* бактер*
clinic* | клин*
surgery surgical | хирург* операц*
ambulance | скор*
wound wounded | ранен* ран*
disab* invalid | инвалид*
elderly aged | пожил* престарел*
pregnan* | беремен*
unemploy* | безработ*
strike | забаст*
profession* occupation trade-union | професс* занят*
apprentice | учен*
skill | навык* умен* квалифик*
leave vacation holiday | отпуск* канику* праздн*
overtime | сверхуроч*
contractual | договорн* контракт*
lawsuit suit | иск*
court-fee | госпошл*
bail pledge mortgage | залог* ипотек*
bankrupt* insolven* | банкрот* несостоят* неплатеж*
audit | аудит* ревиз* провер*
cheque | чек*
currency | валют*
exchange-rate | курс*
stock-exchange securities bond | облигац* бумаг* ценн* бирж*
dividend | дивид*
royalt* | роялти отчислен* вознагражд*
customs-duty | пошлин*
excise | акциз*
profit | прибыл*
turnover | оборот*
subsidy subsid* | субсид* дотац*
cadastr* | кадастр*
plot parcel | участ*
irrigation | орош* ирригац* полив*
canal channel | канал*
sewage sewer | сточн* канализ*
groundwater underground | подземн* грунтов*
pump | насос*
borehole | скважин* колод*
drill* | бурен* бур* скважин*
geolog* | геолог*
geophys* | геофиз*
mapping survey | съемк* обслед* картограф* топограф* изыскан*
coordinate latitude longitude | координат* широт* долгот*
compass | компас*
radar | радар* радиолок*
lighthouse buoy | маяк* буй буи буя*
pilotage | лоцман*
anchor | якор*
tow tug | букс*
icebreaker ice | морожен* лед* льд* ледокол*
snow | снег* снеж*
wind storm hurricane | вет* шторм* бур* ураган*
drought | засух*
avalanche landslide | лавин* оползен* оползн* сел*
volcan* | вулкан*
polar arctic antarctic | поляр* аркти* антаркти*
whale seal-hunt | кит*
sturgeon salmon caviar | осетр* лосос* икр*
cod herring | треск* сельд*
bear wolf | медвед* волк*
tiger leopard | тигр* леопард* барс*
pasture graz* | пастбищ* выпас*
nomad herd herdsman | кочев* стад* пастух* чабан*
cow cattle bull | коров* бык
sheep | овц* овец
goat | коз
pig | свин*
sunday | воскресен*
monday | понедельн*
tuesday | вторн*
wednesday | сред
thursday | четверг*
friday | пятниц*
saturday | суббот*
lighthouse | маяк*
bell | колокол*
bread | хлеб*
firewood | дров
poultry | птиц*
ruminant cattle | скот* круп*
slaughter | убо*
carcass | туш*
disinfect* | дезинф*
fumigat* | фумигац* окурив*
insect | насеком*
weed | сорняк* сорн*
nursery | питомник* ясл*
tree | дерев*
wood timber | древес* лес*
furniture | мебел*
glass | стек*
plastic | пласт*
rubber | резин* каучук*
paint | краск*
cement concrete | цемент* бетон*
brick | кирпич*
lift crane | лифт* кран* подъем*
engine | двигател* мотор*
tyre wheel | шин* колес*
brake | тормоз*
axle | ось оси осе*
gauge | коле* ширин*
locomotive | локомотив* тепловоз* электровоз*
conductor | проводник*
timetable | расписан* график*
platform | платформ* перрон*
luggage | багаж*
bus | автобус*
taxi | такси
bicycle | велосипед*
pedestrian | пешеход*
parking park | стоян* парк*
toll | плат* сбор*
fuel | топлив* горюч* бензин*
spare | запасн*
oil spill | разлив* нефт*
tank tanker | цистерн* танк* танкер* резервуар*
barrel | баррел*
ton tonne | тонн*
kilogram kg | килограмм* кг
litre | литр*
volt watt megawatt kilowatt | вольт* ватт* мегаватт* киловатт*
grid transmission line | сет* линия линии линий передач*
turbine generator | турбин* генератор*
solar wind-power renewable | солнеч* возобновл*
uranium | уран*
dose | доз*
isotope | изотоп*
verification | провер* вериф* контрол*
warhead | боегол* боезар*
launcher | пусков*
submarine | подводн*
tank | танк* бак* цистерн*
artillery | артилл*
battalion brigade regiment | батальон* бригад* полк*
exercise manoeuvre maneuver drill | учен* маневр*
base garrison | баз* гарниз*
airspace | воздушн*
parachut* | парашют*
spy espionage intelligence | шпион* разведк* разведыв*
hostage | залож*
kidnap* abduct* | похищ*
slavery slave | раб* рабств*
prostitut* | простит*
pornograph* | порно*
torture | пыт*
genocide | геноцид*
massacre murder homicide | убий*
robbery | грабеж* разбо*
cyber* | кибер*
password | парол*
encrypt* cipher code | шифр* код* криптограф*
server | сервер*
backup | резервн*
file | файл* дел* досье
fingerprint | пальц* отпечат* дактил*
dna | днк
portrait | портрет*
biometric | биометр*
marriage | брак*
divorce | развод* растор*
maintenance alimony | алимент* содержан*
guardian | опекун* попечит*
orphanage | приют* детск*
kindergarten | сад* детск*
textbook | учебник*
lecture | лекци*
thesis dissertation | диссертац* диплом*
semester | семестр*
grade mark credit | оцен* балл* зач* кредит*
tuition | обучен*
dormitory hostel | общежит*
campus | городок* кампус*
olympi* | олимпи*
championship | чемпион* первенств*
medal | медал*
stadium | стадион*
doping | допинг*
referee | арбитр* судь* рефери
orchestra choir | оркестр* хор*
concert | концерт*
dance ballet | танц* балет*
opera | опер*
play drama | пьес* драм* спектак*
poet* | поэ* стих*
novel | роман*
translation | перевод*
dictionary | словар*
alphabet script | алфавит* сценар* письмен*
screenplay script | сценар*
camera | камер* фотоаппарат* видеокамер*
lens | объектив*
screen | экран*
advertis* | реклам*
newspaper magazine journal | газет* журнал*
editor | редактор* редакц*
print | печат*
manuscript | рукоп*
archeolog* archaeolog* | археолог*
excavat* | раскоп*
find finds | находк*
icon | икон*
mosque temple monastery | мечет* храм* монаст*
pilgrim* | паломн*
bishop priest clergy | епископ* священ* духовен*
saint holy sacred | свят* священн*
ballot | бюллет* голосован*
polling poll | избират* голосован* участ*
voter elector electoral election | избират* выбор* избир*
referendum | референд*
majority | большинств*
quorum | кворум*
veto | вето
minutes | протокол* минут*
agenda | повестк*
~ rapporteur | докладч*
subcommittee sub-committee | подкомит*
charter | устав* чартер* хартия хартии
ally alliance | союз* альянс*
neighbour neighbor neighbouring | сосед*
enclave | анклав*
corridor | коридор*
strait | пролив*
gulf bay | залив* бухт*
delta estuary | дельт* усть*
continental shelf | континент* шельф*
seabed | дно дна дне морск*
exclusive | исключит* эксклюз*
# still more things
guarant* | гарант* поручит*
reservation | оговор* бронир* резервир*
~ material materials | материал* вещест* существен*
~ access accessible | доступ* ознаком*
~ attention | вниман*
~ opportunity possibility | возможн* шанс*
~ proposal propose suggestion suggest | предлож* предлаг*
~ source | источник* исходн*
~ priority preferential | приорит* преимущ* первооч*
~ relation relationship | отношен* связ* взаимоотнош*
~ practice practical | практик* практич* опыт*
~ business | делов* бизнес* предприниматель* коммерч* дел* хозяйств*
~ content contents | содерж* вложен*
~ appointment | назнач*
~ employment | занятост* трудоустр* работ* найм*
navigation navigable | навигац* судоход* плаван* навигацион*
violence | насил*
liberty | свобод*
justice | правосуд* юстиц* справедлив*
nation nations | наци* народ*
judgment judgement verdict | решен* приговор* суд*
~ proceedings | производств* разбират* преследов* дел* процесс*
entity entities | лиц* образован* субъект* структур* организац*
transaction | сделк* операц*
movable | движим*
hut refuge | приют* хижин* убежищ*
path trail | троп* тропинк* путь
eating eat | пищ* еда еды питан* есть
smoking smoke | курен* кур* дым*
exhibitor | участник* экспонент* выстав*
stand booth | стенд* павильон* мест*
beverage drink | напит* пить*
catalogue catalog | каталог*
memory commemorat* | памят*
courier messenger | курьер* сотрудник* нарочн*
glacier | ледник*
antenna aerial | антенн*
interference | помех* вмешат*
~ coordinates | координат*
band spectrum | полос* спектр* диапазон*
broadcasting | радиовещ* вещан* трансл*
forecast prognosis | прогноз*
shutdown | останов*
fuel-storage repository | хранилищ*
propulsion | двигател*
siren | сирен*
forensic | кримин* судеб*
investigator | следовател*
handler keeper | кинолог* хранит* смотрит* проводник*
lesson class | занят* урок* класс* курс*
shooting shoot | тир* стрельб* стрел* съем*
teaching | учеб* препод* обуч*
discipline | дисципл*
advantage | преимущ*
summons summon* subpoena | вызов* вызван* повестк* вызв*
~ merits substance | существ*
ton tonnage | тонн* тоннаж*
subsidi* | субсид*
burden | бремя бремен* тягот* нагруз*
ballast | балласт*
cable | кабел*
wire | провод*
tape disk disc | лент* диск*
chip | чип* микросхем*
robot drone unmanned | робот* дрон* беспилот*
battery batteries | батаре* аккумулят*
lamp bulb | ламп*
mirror | зеркал*
microscope telescope | микроскоп* телескоп*
observatory | обсерватор*
planet | планет*
astronaut cosmonaut | космонавт* астронавт*
debris | мусор* облом*
radiation | радиац* излуч*
ozone | озон*
carbon | углерод* углекисл*
mercury | ртут* свин*
asbestos | асбест*
acid | кислот*
alloy | сплав*
diamond gem jewel* | алмаз* бриллиант* драгоцен* ювелир*
amber | янтар*
coin banknote | монет* банкнот* купюр*
postage | почтов*
envelope | конверт*
bag sack pouch | мешок мешк* сумк* вализ*
box chest | ящик* коробк*
bottle | бутыл*
barrel drum | бочк* барабан*
rope | канат* верев*
ladder stairs | лестниц* трап*
roof | крыш* кровл*
floor | этаж* пол
corridor | коридор*
yard | двор*
garden | сад сада саду сады садов* огород*
vineyard grape | виноград*
potato | картоф*
rice | рис риса рисов*
maize corn | кукуруз*
coffee tea cocoa | кофе чай чая какао
honey | мед меда медом медов*
butter oil-butter cheese | масл* сыр сыра сыров* сыры
frozen-meat poultry-meat beef pork | говядин* свинин*
skin fur hide | шкур* мех* пушн* кож*
horn ivory antler | рог* панты слонов* бивн*
feather | перо пера перь*
egg caviar | яйц* икр*
shell mollusc | моллюск* ракуш*
crab shrimp | краб* кревет*
trawl* longline | трал* ярус*
gear | снаст* орудий орудия снаряжен*
landing-site ramp | рамп*
ferry | паром*
raft | плот*
canoe kayak | каноэ байдар*
swim* | плав*
ski | лыж*
marathon race | забег* гонк* марафон*
chess | шахмат*
wrestling boxing | борьб* бокс*
gym hall-sport | спортзал*
jury juror | жюри присяж*
bailiff | пристав*
probation parole | пробац* условн*
amnesty pardon | амнист* помилован*
complice accomplice | соучастн* сообщник*
victimhood perpetrator | исполнит* преступник*
informant informer | осведомител* информатор*
wiretap* interception intercept* | перехват* прослуш*
undercover | внедрен* агентурн*
controlled | контролир*
laundering | отмыв* легализ*
counterfeit* forged forge* falsif* | поддел* фальсиф* контрафакт* подлож*
ransom | выкуп*
debtor | должник*
heir | наслед*
testament will-testament | завещ*
adoption | усынов*
surname name-family | фамил*
widow | вдов*
twin | побратим* близнец*
neighbour | сосед*
tribe tribal indigenous | племен* корен*
caste clan | клан*
minority minorities | меньшинств*
majority | большинств*
refugee displaced | бежен* перемещ*
homeless | бездомн*
poverty poor | бедн* нищет* малоимущ*
famine hunger starvation | голод*
nutrition nutritional | питан*
malaria tuberculosis hiv aids | малярии маляр* туберкул* вич спид*
cancer | рак рака онколог*
dental dentist | стоматолог* зуб*
optical glasses | оптич* очк*
prosthe* | протез*
wheelchair | коляск*
pharmacy | аптек*
prescription | рецепт*
injection | инъекц* укол*
ration | рацион* паек*
tent | палат*
blanket | одеял*
stove oven | печь печи плит*
heating | отоплен* обогрев*
lighting | освещен*
ventilation | вентиляц*
plumbing | водопровод* сантехн*
# words of one sense
bond bail | залог* поруч* обеспечен* облигац*
~ clause | оговорк* пункт* положен* услов*
~ degree extent | степен* уровен* уровн* мер* градус* диплом*
lane | полос*
pavement sidewalk | тротуар* дорожк*
~ beginning start | начал*
~ security | обеспечен* безопас* залог* ценн*
~ power powers | держав* власт* полномоч* мощн* сил*
female | женск* самк* самок
male | мужск* самц* самец
cub calf | медвеж* детеныш* телен* телят*
den lair | берлог* логов*
tag tagged | метк* бирк*
trophy | трофе*
subject subjects | поддан* предмет* тем*
neutral* | нейтрал*
oath vow | присяг* клятв*
throne crown king queen royal | корол* престол* царств* корон*
emperor empire imperial | импер*
prince princess | княз* принц*
branch | филиал* отделен* отрасл* ветв*
stability stable | устойчив* стабильн*
depositor customer | вкладчик* депонент* клиент*
supervision supervisory | надзор* контрол*
threshold ceiling | порог* предел* потол*
studio | студи*
programme broadcast | програм* передач*
episode series | сери* эпизод*
subtitle | субтитр*
correspondent | корреспондент*
~ disposal | распоряж* утилиз* захорон*
sponsor* | спонсор*
dose doses | доз*
expiry shelf-life | годност* истеч*
packaging | упаков*
deterior* spoil* | порч* портит* ухудш*
~ effect | побочн* последств* действ*
harmless | безвредн* освобожд*
escort accompan* | сопров*
diagnos* | диагноз* диагност*
urgency | срочност*
stretcher | носилк*
contingent | континг*
peacekeep* | миротвор*
effects belongings | вещ* имуществ*
maturity mature | зрел*
surroundings environment | сред* окружен* обстанов*
psycholog* | психол*
physical | физич*
moral spiritual | нравств* духовн* морал*
hostile | враждеб*
trace | след*
# nations and tongues
latvia* | латыш* латвий*
lithuania* | литов*
estonia* | эстон*
belarus* | белорус*
ukrain* | украин*
moldova* romania* | молдав* молдов* румын*
georgia* | грузин*
armenia* | армян*
azerbaijan* | азербайджан*
kazakh* | казах*
kyrgyz* | кыргыз* киргиз*
uzbek* | узбек*
tajik* | таджик*
turkmen* | туркмен*
mongol* | монгол*
turkish turkey | турецк* турц*
persian iran* | персид* иран* фарси
hindi india* | инди*
japan* | япон*
korea* | корей*
vietnam* | вьетнам*
italia* italy | итальян* итали*
portug* | португал*
greek greece hellenic | грече* грец*
bulgaria* | болгар*
serbia* | серб*
croat* | хорват*
polish poland | польск* польш*
czech* | чеш* чех*
slovak* | словац* словак*
sloven* | словен*
hungar* | венгер* венгр*
finnish finland | финск* финлянд*
swedish sweden | швед* швец*
norwegian norway | норвеж* норвег*
danish denmark | датск* дани*
iceland* | исланд*
dutch netherlands | нидерланд* голланд*
austria* | австри*
switzerland swiss | швейцар*
hebrew israel* | иврит* израил*
# words that never accuse: of many meanings, or rendered by a turn of phrase
~ other provide provides provided purpose respect necessary including time appropriate present agreed following use used general date order government particular established obligation obligations regulation regulations protection organization organizations period action actions assistance place include give economic require required text rule rules principle principles decision decisions manner special set view official consider consent prevent exercise requirement requirements respective result event follow similar property exchange approval held further affect become benefit need remain mutual promote reasonable amendment amendments written technical work individual safety constitute commercial new foreign specific related recognized freedom open intended inform opinion support committed amount determined addition management execution letters courier couriers house bear bears grant grants purpose purposes maintain maintains many study care appeal leave stating filing supplies earnings contribution calendar coordination co-ordination contracting subsidiary pay pays paid payable liable adopt adopts adopted technique faith course discharge award awarded lifted undertaken pledge trust constructive technical play fight fighting safe occupation skill skills suited real spirit words rates examination traffic recipient land home defence collection costs cost duty duties industrial credits industries inventory worked evidence fail suspect returned return returns meters exhibits banks bank well free protect protected qualified means mean working subject being charge charged force forces against account effect level services service operation operations article articles circumstances circumstance control responsibilities responsibility responsible right rights limit limits limited declare declared method name names named instrument instruments case cases value report reports statement claims claim cause standards standard office record records recorded item items policy post posted fact conditions condition activities activity arrangements arrangement observations provision provisions function functions area areas danger interest number numbers term terms mark marked share shared shares equal equally apply applies applied independent body bodies agency agencies organ organs nature character long third event question subjected object objects matter matters reason reasons reserve reserves reserved hold power powers order orders principle situation point points parts part line lines issue issues scope section sections chapter paragraph list listed scheduled schedule notice cover covered addressed measure measures procedure procedures rules rule act acts system systems basis note notes opinion form forms request requests resolution legal member members importance application certain due general authorisation authorization authority authorities permission permit permits government governmental party group team administration expert experts president competent undertaking suspected posting communication communicate preventive user users equality natural public accept accepts acceptance accepted carriage |
~ | принудительн* дорожн* держав* нескольк* верси* минуя степен* стихийн* крупн* после послед* дополнит* исключит* предел* владе* сумм* вывоз* веществ* безопасност* пут путем пути сотрудник* приложен* поручен* распорядк* правительств* организац* област* вопрос* совместн* международн* сторон* цел целям цель целью основ* обмен* согласован* техническ* экономич* национальн* текст* участник* счет* результат* вид* периода период мероприят* специальн* общ* един* необходим* соответств* письменн* качеств* интерес* внутренн* прежн* перв* нов* связи связан* связью возможност* возможным рассчитан* рассчита несовместим* признанн* стади* исполнен* целью соглашени* сведени* урегулир* передает передан* передач* вступлен* исправ* кандидатур* распростр* продолжительн* участи* исключени* вине вина учрежден* обеспечен* проезд* заинтересован* доля быть быт описан* ранее угрож* семи семь секретност* центральн* задолжен* препятств* характер* предполаг* предположит* пропускаются пропуска* книг* достаточн* свобод* правосуд* консультатив* коллектив* чрезвычайн* ситуац* огранич* минимальн* доход* рекоменд* контингент* командован* сотруднич* замечан* заверен* заверя* перв* мира роль играл* традиц* уголовн* метод* стоимост* вещественн* легализ* положен* случа* права право праву правом услови* орган* пределах пределы областях области ущерб* качеств* собственн* обязан* форм* процент* вид* независимо строго строг* работ* положени* процедур* степен* дольше долго размер* числ* исследован* дел* дела деле делам расположен* фактическ* добросовестн* вести ведет ведут положениям* контекст* эксплуатац* регулир* материал* постановлен* рабоч* совет члены член* прием* ограничен* мирн* сил силы силу распределен* соглаша* стать деятельност* равн* равно расстоян* располага* основан* запрещ* запрет* автоматич* сообщ* средств* помощи помощь помощью обязыв* обязу* эффективн* систематич* стал* длит* результат* итог* фактич* строит* использов* долж* имен* содерж* лиц* мер* учет* действ* сведен* информ* отношен* основ* общ* срок* пункт* раздел* глав* статьях статью статье статьями режим* порядк* порядок вопрос* вед* объем* соображен* причин* обстоятел* групп* состав* рассмотр* возникн* занят* включ* план* мест* группы положение положения группой представител* служ* служебн* документ* допуск* разреш* оплат* оплач* настоящ* указан* подлеж* плат* уплат* возмещ* прав правомочн* отчет* данн* поддержк* освобожд* предотвращ* предупрежд* охран* контрол* обязат* обяз* дает данны* получ* стран* предмет* акт* актов персонал* обслуж* функц* функцион* имуществ* хранен* хран* государств* закон* правов* обществ* принцип* технич* техник* комплекс*
"""
