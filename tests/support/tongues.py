"""Sentences and headings of our own in many languages, in the register of treaties and press releases.

Each language has one sentence to a line; what is measured on them (languages, encodings) never sees them otherwise.
"""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, ...]] = {
    code: tuple(line.strip() for line in text.strip().split("\n"))
    for code, text in {
        "en": """
The Parties shall inform each other in writing once their internal procedures have been completed.
Customs officers found fourteen kilograms of heroin hidden in a lorry carrying onions.
Each Contracting State designates one authority that receives and answers requests for assistance.
The delegation was welcomed at the airport by the deputy head of the service.
Nothing in this Protocol prevents a Party from applying stricter measures at its own border.
The training course in Dushanbe brought together forty officers from five countries.
A request may be refused where its execution would harm public order.
Participants thanked the hosts for their warm reception and agreed to meet again in spring.
The Secretariat keeps the original of the Convention and sends certified copies to all signatories.
Two men were detained and a criminal case was opened on the same evening.
Costs arising from the exchange of samples are borne by the requesting side.
He stressed that no single country is able to stop the trade alone.
This Agreement is concluded for five years and is renewed unless one side objects.
The laboratory received new equipment worth about 200,000 dollars.
Disputes over interpretation are settled by consultation and negotiation.
According to the ministry, seizures of precursors doubled during the first quarter.
Information received under this Article must not be passed on without consent.
The head of the unit spoke about what had been learned from last year's operation.
Done at Tashkent on the third day of June in two copies, both texts being equally authentic.
Young people are invited to take part in a drawing contest against drugs.
""",
        "ru": """
Стороны письменно сообщают друг другу о выполнении внутригосударственных процедур.
Таможенники нашли четырнадцать килограммов героина в грузовике с луком.
Каждое Договаривающееся государство назначает орган, который принимает запросы о помощи.
Делегацию встретил в аэропорту заместитель начальника службы.
Ничто в настоящем Протоколе не мешает Стороне применять более строгие меры на своей границе.
На учебный курс в Душанбе приехали сорок сотрудников из пяти стран.
В исполнении запроса может быть отказано, если оно нанесёт ущерб общественному порядку.
Участники поблагодарили хозяев за тёплый приём и договорились встретиться весной.
Секретариат хранит подлинник Конвенции и рассылает заверенные копии всем подписавшим.
Двое мужчин задержаны, в тот же вечер возбуждено уголовное дело.
Расходы на пересылку образцов несёт запрашивающая сторона.
Он подчеркнул, что ни одна страна не в силах остановить эту торговлю в одиночку.
Соглашение заключено на пять лет и продлевается, если ни одна из сторон не возражает.
Лаборатория получила новое оборудование на сумму около 200 тысяч долларов.
Споры о толковании решаются путём консультаций и переговоров.
По данным министерства, изъятия прекурсоров в первом квартале удвоились.
Сведения, полученные согласно этой статье, не передаются третьим лицам без согласия.
Начальник отдела рассказал, чему научила прошлогодняя операция.
Совершено в Ташкенте третьего июня в двух экземплярах, оба текста имеют одинаковую силу.
Молодёжь приглашают на конкурс рисунков против наркотиков.
""",
        "kk": """
Тараптар ішкі рәсімдердің аяқталғаны туралы бір-біріне жазбаша хабарлайды.
Кеденшілер пияз тиелген жүк көлігінен он төрт килограмм героин тапты.
Әрбір Уағдаласушы мемлекет көмек туралы сұрау салуларды қабылдайтын органды тағайындайды.
Делегацияны әуежайда қызмет басшысының орынбасары қарсы алды.
Осы Хаттамадағы ешнәрсе Тараптың өз шекарасында қатаң шаралар қолдануына кедергі келтірмейді.
Душанбедегі оқу курсына бес елден қырық қызметкер келді.
Егер сұрау салуды орындау қоғамдық тәртіпке зиян келтірсе, одан бас тартылуы мүмкін.
Қатысушылар қонақжай қабылдау үшін алғыс айтып, көктемде кездесуге келісті.
Хатшылық Конвенцияның түпнұсқасын сақтайды және расталған көшірмелерін жібереді.
Екі ер адам ұсталып, сол күні кешке қылмыстық іс қозғалды.
Үлгілерді жіберу шығындарын сұрау салушы тарап көтереді.
Ол бірде-бір ел бұл сауданы жалғыз тоқтата алмайтынын атап өтті.
Келісім бес жылға жасалады және тараптардың бірі қарсы болмаса ұзартылады.
Зертхана құны шамамен 200 мың доллар тұратын жаңа жабдық алды.
Түсіндіруге қатысты даулар консультациялар мен келіссөздер арқылы шешіледі.
Министрліктің мәліметінше, бірінші тоқсанда прекурсорларды тәркілеу екі есе өсті.
Осы бапқа сәйкес алынған мәліметтер келісімсіз үшінші тұлғаларға берілмейді.
Бөлім бастығы өткен жылғы операциядан алынған сабақтар туралы айтты.
Ташкентте үшінші маусымда екі данада жасалды, екі мәтіннің күші бірдей.
Жастар есірткіге қарсы сурет байқауына шақырылады.
""",
        "ky": """
Тараптар ички жол-жоболордун аткарылганы жөнүндө бири-бирине жазуу жүзүндө билдиришет.
Бажы кызматкерлери пияз жүктөлгөн машинадан он төрт килограмм героин табышты.
Ар бир Макулдашуучу мамлекет жардам сурамдарын кабыл алган органды дайындайт.
Делегацияны аэропорттон кызматтын жетекчисинин орун басары тосуп алды.
Бул Протоколдогу эч нерсе Тараптын өз чек арасында катуураак чараларды колдонушуна тоскоол болбойт.
Дүйшөмбүдөгү окуу курсуна беш өлкөдөн кырк кызматкер келди.
Эгерде сурамды аткаруу коомдук тартипке зыян келтирсе, андан баш тартылышы мүмкүн.
Катышуучулар меймандостугу үчүн ыраазычылык билдирип, жазында жолугушууга макул болушту.
Катчылык Конвенциянын түп нускасын сактайт жана күбөлөндүрүлгөн көчүрмөлөрүн жөнөтөт.
Эки эркек кармалып, ошол эле кечинде кылмыш иши козголду.
Үлгүлөрдү жөнөтүү чыгымдарын сурам жиберген тарап көтөрөт.
Ал бир дагы өлкө бул сооданы жалгыз токтото албасын баса белгиледи.
Макулдашуу беш жылга түзүлөт жана тараптардын бири каршы болбосо узартылат.
Лаборатория баасы 200 миң долларга жакын жаңы жабдуу алды.
Чечмелөө боюнча талаштар кеңешүүлөр жана сүйлөшүүлөр аркылуу чечилет.
Министрликтин маалыматы боюнча, биринчи чейректе прекурсорлорду алып коюу эки эсе өскөн.
Бул беренеге ылайык алынган маалыматтар макулдугусуз үчүнчү жактарга берилбейт.
Бөлүм башчысы былтыркы операциянын сабактары тууралуу айтып берди.
Ташкентте үчүнчү июнда эки нускада түзүлдү, эки тексттин тең күчү бирдей.
Жаштар баңгизатка каршы сүрөт сынагына чакырылат.
""",
        "uz": """
Tomonlar ichki tartib-taomillar bajarilgani haqida bir-birlarini yozma ravishda xabardor qiladilar.
Bojxona xodimlari piyoz ortilgan yuk mashinasidan oʻn toʻrt kilogramm geroin topdilar.
Har bir Ahdlashuvchi davlat yordam soʻrovlarini qabul qiladigan organni tayinlaydi.
Delegatsiyani aeroportda xizmat boshligʻining oʻrinbosari kutib oldi.
Ushbu Bayonnomadagi hech narsa Tomonning oʻz chegarasida qatʼiyroq choralar koʻrishiga toʻsqinlik qilmaydi.
Dushanbedagi oʻquv kursiga besh mamlakatdan qirq nafar xodim keldi.
Agar soʻrovni bajarish jamoat tartibiga zarar yetkazsa, uni rad etish mumkin.
Ishtirokchilar mehmondoʻstlik uchun minnatdorchilik bildirib, bahorda uchrashishga kelishdilar.
Kotibiyat Konvensiyaning asl nusxasini saqlaydi va tasdiqlangan nusxalarini yuboradi.
Ikki erkak ushlandi va oʻsha kuni kechqurun jinoyat ishi qoʻzgʻatildi.
Namunalarni yuborish xarajatlarini soʻrov yuborgan tomon koʻtaradi.
U birorta ham mamlakat bu savdoni yolgʻiz toʻxtata olmasligini taʼkidladi.
Bitim besh yilga tuziladi va tomonlardan biri eʼtiroz bildirmasa uzaytiriladi.
Laboratoriya qiymati 200 ming dollarga yaqin yangi uskunalar oldi.
Talqin qilishga oid nizolar maslahatlashuvlar va muzokaralar yoʻli bilan hal etiladi.
Vazirlik maʼlumotiga koʻra, birinchi chorakda prekursorlarni musodara qilish ikki baravar oshgan.
Ushbu moddaga muvofiq olingan maʼlumotlar roziliksiz uchinchi shaxslarga berilmaydi.
Boʻlim boshligʻi oʻtgan yilgi operatsiyadan olingan saboqlar haqida gapirdi.
Toshkent shahrida uchinchi iyunda ikki nusxada tuzildi, ikkala matn bir xil kuchga ega.
Yoshlar giyohvandlikka qarshi rasm tanloviga taklif etiladi.
""",
        "uz-cyrl": """
Томонлар ички тартиб-таомиллар бажарилгани ҳақида бир-бирларини ёзма равишда хабардор қиладилар.
Божхона ходимлари пиёз ортилган юк машинасидан ўн тўрт килограмм героин топдилар.
Ҳар бир Аҳдлашувчи давлат ёрдам сўровларини қабул қиладиган органни тайинлайди.
Делегацияни аэропортда хизмат бошлиғининг ўринбосари кутиб олди.
Ушбу Баённомадаги ҳеч нарса Томоннинг ўз чегарасида қатъийроқ чоралар кўришига тўсқинлик қилмайди.
Душанбедаги ўқув курсига беш мамлакатдан қирқ нафар ходим келди.
Агар сўровни бажариш жамоат тартибига зарар етказса, уни рад этиш мумкин.
Иштирокчилар меҳмондўстлик учун миннатдорчилик билдириб, баҳорда учрашишга келишдилар.
Котибият Конвенциянинг асл нусхасини сақлайди ва тасдиқланган нусхаларини юборади.
Икки эркак ушланди ва ўша куни кечқурун жиноят иши қўзғатилди.
Намуналарни юбориш харажатларини сўров юборган томон кўтаради.
У бирорта ҳам мамлакат бу савдони ёлғиз тўхтата олмаслигини таъкидлади.
Битим беш йилга тузилади ва томонлардан бири эътироз билдирмаса узайтирилади.
Лаборатория қиймати 200 минг долларга яқин янги ускуналар олди.
Талқин қилишга оид низолар маслаҳатлашувлар ва музокаралар йўли билан ҳал этилади.
Вазирлик маълумотига кўра, биринчи чоракда прекурсорларни мусодара қилиш икки баравар ошган.
Ушбу моддага мувофиқ олинган маълумотлар розиликсиз учинчи шахсларга берилмайди.
Бўлим бошлиғи ўтган йилги операциядан олинган сабоқлар ҳақида гапирди.
Тошкент шаҳрида учинчи июнда икки нусхада тузилди, иккала матн бир хил кучга эга.
Ёшлар гиёҳвандликка қарши расм танловига таклиф этилади.
""",
        "tg": """
Тарафҳо дар бораи анҷоми расмиёти дохилӣ якдигарро хаттӣ огоҳ менамоянд.
Гумрукчиён аз мошини боркаши пиёздор чордаҳ килограмм героин ёфтанд.
Ҳар як Давлати Аҳдкунанда мақомеро таъин мекунад, ки дархостҳоро қабул менамояд.
Ҳайатро дар фурудгоҳ муовини сардори хадамот пешвоз гирифт.
Ҳеҷ чиз дар ин Протокол ба Тараф барои татбиқи чораҳои сахттар дар марзи худ монеъ намешавад.
Ба курси омӯзишӣ дар Душанбе аз панҷ кишвар чил нафар корманд омаданд.
Агар иҷрои дархост ба тартиботи ҷамъиятӣ зарар расонад, аз он даст кашидан мумкин аст.
Иштирокчиён барои меҳмоннавозӣ изҳори сипос намуда, мувофиқат карданд, ки баҳорон вохӯранд.
Котибот нусхаи аслии Конвенсияро нигоҳ медорад ва нусхаҳои тасдиқшударо мефиристад.
Ду мард боздошт шуда, ҳамон бегоҳ парвандаи ҷиноятӣ кушода шуд.
Хароҷоти фиристодани намунаҳоро тарафи дархосткунанда ба зимма мегирад.
Ӯ таъкид кард, ки ягон кишвар танҳо ин тиҷоратро боздошта наметавонад.
Созишнома ба муддати панҷ сол баста шуда, агар ягон тараф эътироз накунад, тамдид мегардад.
Лаборатория таҷҳизоти наверо ба маблағи қариб 200 ҳазор доллар гирифт.
Баҳсҳо оид ба тафсир бо роҳи машварат ва гуфтушунид ҳал карда мешаванд.
Тибқи маълумоти вазорат, дар семоҳаи аввал мусодираи прекурсорҳо ду баробар афзуд.
Маълумоте, ки мувофиқи ин модда гирифта шудааст, бе розигӣ ба шахсони сеюм дода намешавад.
Сардори шуъба дар бораи дарсҳои амалиёти соли гузашта нақл кард.
Дар Тошканд сеюми июн дар ду нусха тартиб дода шуд, ҳар ду матн эътибори баробар доранд.
Ҷавонон ба озмуни расмкашӣ бар зидди нашъамандӣ даъват карда мешаванд.
""",
        "uk": """
Сторони письмово повідомляють одна одну про виконання внутрішньодержавних процедур.
Митники знайшли чотирнадцять кілограмів героїну у вантажівці з цибулею.
Кожна Договірна Держава призначає орган, який приймає запити про допомогу.
Делегацію зустрів в аеропорту заступник начальника служби.
Ніщо в цьому Протоколі не заважає Стороні застосовувати суворіші заходи на своєму кордоні.
На навчальний курс до Душанбе приїхали сорок співробітників із п'яти країн.
У виконанні запиту може бути відмовлено, якщо воно завдасть шкоди громадському порядку.
Учасники подякували господарям за теплий прийом і домовилися зустрітися навесні.
Секретаріат зберігає оригінал Конвенції та надсилає засвідчені копії всім підписантам.
Двох чоловіків затримано, того ж вечора порушено кримінальну справу.
Витрати на пересилання зразків несе запитуюча сторона.
Він підкреслив, що жодна країна не здатна зупинити цю торгівлю самотужки.
Угоду укладено на п'ять років, вона продовжується, якщо жодна зі сторін не заперечує.
Лабораторія отримала нове обладнання на суму близько 200 тисяч доларів.
Спори щодо тлумачення вирішуються шляхом консультацій і переговорів.
За даними міністерства, вилучення прекурсорів у першому кварталі подвоїлися.
Відомості, одержані згідно з цією статтею, не передаються третім особам без згоди.
Начальник відділу розповів, чого навчила торішня операція.
Вчинено в Ташкенті третього червня у двох примірниках, обидва тексти мають однакову силу.
Молодь запрошують на конкурс малюнків проти наркотиків.
""",
        "be": """
Бакі пісьмова паведамляюць адзін аднаму аб выкананні ўнутрыдзяржаўных працэдур.
Мытнікі знайшлі чатырнаццаць кілаграмаў гераіну ў грузавіку з цыбуляй.
Кожная Дагаворная Дзяржава прызначае орган, які прымае запыты аб дапамозе.
Дэлегацыю сустрэў у аэрапорце намеснік начальніка службы.
Нішто ў гэтым Пратаколе не перашкаджае Боку прымяняць больш строгія меры на сваёй мяжы.
На навучальны курс у Душанбэ прыехалі сорак супрацоўнікаў з пяці краін.
У выкананні запыту можа быць адмоўлена, калі яно нанясе шкоду грамадскаму парадку.
Удзельнікі падзякавалі гаспадарам за цёплы прыём і дамовіліся сустрэцца вясной.
Сакратарыят захоўвае арыгінал Канвенцыі і рассылае завераныя копіі ўсім, хто падпісаў.
Двое мужчын затрыманы, у той жа вечар узбуджана крымінальная справа.
Выдаткі на перасылку ўзораў нясе запытваючы бок.
Ён падкрэсліў, што ніводная краіна не здольная спыніць гэты гандаль адна.
Пагадненне заключана на пяць гадоў і працягваецца, калі ніводзін з бакоў не пярэчыць.
Лабараторыя атрымала новае абсталяванне на суму каля 200 тысяч долараў.
Спрэчкі аб тлумачэнні вырашаюцца шляхам кансультацый і перагавораў.
Паводле звестак міністэрства, канфіскацыі прэкурсораў у першым квартале падвоіліся.
Звесткі, атрыманыя згодна з гэтым артыкулам, не перадаюцца трэцім асобам без згоды.
Начальнік аддзела расказаў, чаму навучыла леташняя аперацыя.
Здзейснена ў Ташкенце трэцяга чэрвеня ў двух экзэмплярах, абодва тэксты маюць аднолькавую сілу.
Моладзь запрашаюць на конкурс малюнкаў супраць наркотыкаў.
""",
        "tr": """
Taraflar iç işlemlerin tamamlandığını birbirlerine yazılı olarak bildirirler.
Gümrük memurları soğan taşıyan bir kamyonda on dört kilogram eroin buldu.
Her Akit Devlet yardım taleplerini kabul eden bir makam belirler.
Heyeti havaalanında daire başkan yardımcısı karşıladı.
Bu Protokoldeki hiçbir hüküm bir Tarafın kendi sınırında daha sıkı önlemler almasını engellemez.
Duşanbe'deki eğitim kursuna beş ülkeden kırk görevli katıldı.
Talebin yerine getirilmesi kamu düzenine zarar verecekse reddedilebilir.
Katılımcılar sıcak karşılama için teşekkür ederek ilkbaharda buluşmak üzere anlaştı.
Sekretarya Sözleşmenin aslını saklar ve onaylı suretlerini bütün imzacılara gönderir.
İki kişi gözaltına alındı ve aynı akşam ceza davası açıldı.
Numunelerin gönderilmesinden doğan masrafları talep eden taraf karşılar.
Hiçbir ülkenin bu ticareti tek başına durduramayacağını vurguladı.
Anlaşma beş yıl için yapılmıştır ve taraflardan biri itiraz etmedikçe uzatılır.
Laboratuvar yaklaşık 200 bin dolar değerinde yeni donanım aldı.
Yoruma ilişkin uyuşmazlıklar danışma ve müzakere yoluyla çözülür.
Bakanlığın verilerine göre ilk çeyrekte ele geçirilen öncül maddeler iki katına çıktı.
Bu maddeye göre alınan bilgiler izin olmadan üçüncü kişilere verilemez.
Şube müdürü geçen yılki operasyondan çıkarılan dersleri anlattı.
Taşkent'te üç Haziran tarihinde iki nüsha olarak düzenlenmiştir, her iki metin eşit derecede geçerlidir.
Gençler uyuşturucuya karşı resim yarışmasına davet ediliyor.
""",
        "fr": """
Les Parties s'informent par écrit de l'accomplissement de leurs procédures internes.
Les douaniers ont découvert quatorze kilos d'héroïne dans un camion chargé d'oignons.
Chaque État contractant désigne une autorité chargée de recevoir les demandes d'assistance.
La délégation a été accueillie à l'aéroport par le chef adjoint du service.
Rien dans le présent Protocole n'empêche une Partie d'appliquer des mesures plus strictes à sa frontière.
Le stage de formation à Douchanbé a réuni quarante agents venus de cinq pays.
L'exécution d'une demande peut être refusée si elle porte atteinte à l'ordre public.
Les participants ont remercié leurs hôtes et sont convenus de se revoir au printemps.
Le Secrétariat conserve l'original de la Convention et en envoie des copies certifiées.
Deux hommes ont été arrêtés et une enquête a été ouverte le soir même.
Les frais d'envoi des échantillons sont à la charge de la partie requérante.
Il a souligné qu'aucun pays ne peut arrêter seul ce commerce.
L'accord est conclu pour cinq ans et renouvelé sauf opposition de l'une des parties.
Le laboratoire a reçu un nouvel équipement d'une valeur d'environ 200 000 dollars.
Les différends relatifs à l'interprétation sont réglés par voie de consultation.
Selon le ministère, les saisies de précurseurs ont doublé au premier trimestre.
Les renseignements reçus en vertu du présent article ne sont pas transmis sans accord.
Le chef du bureau a parlé des leçons tirées de l'opération de l'année dernière.
Fait à Tachkent le trois juin en deux exemplaires, les deux textes faisant également foi.
Les jeunes sont invités à un concours de dessin contre la drogue.
""",
        "de": """
Die Vertragsparteien unterrichten einander schriftlich über den Abschluss der innerstaatlichen Verfahren.
Zollbeamte fanden vierzehn Kilogramm Heroin in einem mit Zwiebeln beladenen Lastwagen.
Jeder Vertragsstaat benennt eine Behörde, die Ersuchen um Unterstützung entgegennimmt.
Die Delegation wurde am Flughafen vom stellvertretenden Leiter der Behörde empfangen.
Dieses Protokoll hindert eine Partei nicht daran, an ihrer Grenze strengere Maßnahmen anzuwenden.
Am Lehrgang in Duschanbe nahmen vierzig Beamte aus fünf Ländern teil.
Ein Ersuchen kann abgelehnt werden, wenn seine Erledigung die öffentliche Ordnung gefährdet.
Die Teilnehmer dankten den Gastgebern und verabredeten ein Treffen im Frühjahr.
Das Sekretariat verwahrt die Urschrift des Übereinkommens und versendet beglaubigte Abschriften.
Zwei Männer wurden festgenommen, noch am selben Abend wurde ein Strafverfahren eröffnet.
Die Kosten für die Übersendung der Proben trägt die ersuchende Seite.
Er betonte, dass kein Land diesen Handel allein aufhalten könne.
Das Abkommen gilt für fünf Jahre und verlängert sich, sofern keine Seite widerspricht.
Das Labor erhielt neue Geräte im Wert von etwa 200.000 Dollar.
Streitigkeiten über die Auslegung werden durch Konsultationen beigelegt.
Nach Angaben des Ministeriums verdoppelten sich die Beschlagnahmen im ersten Quartal.
Nach diesem Artikel erhaltene Auskünfte dürfen nicht ohne Zustimmung weitergegeben werden.
Der Leiter der Abteilung sprach über die Lehren aus dem Einsatz des vergangenen Jahres.
Geschehen zu Taschkent am dritten Juni in zwei Urschriften, wobei jeder Wortlaut verbindlich ist.
Jugendliche sind zu einem Malwettbewerb gegen Drogen eingeladen.
""",
        "es": """
Las Partes se comunican por escrito el cumplimiento de sus procedimientos internos.
Los agentes de aduanas hallaron catorce kilos de heroína en un camión cargado de cebollas.
Cada Estado contratante designa una autoridad que recibe las solicitudes de asistencia.
La delegación fue recibida en el aeropuerto por el subjefe del servicio.
Nada en este Protocolo impide que una Parte aplique medidas más estrictas en su frontera.
Los participantes agradecieron la acogida y acordaron reunirse de nuevo en primavera.
Dos hombres fueron detenidos y esa misma noche se abrió una causa penal.
El laboratorio recibió equipos nuevos por un valor de unos 200.000 dólares.
Las controversias sobre la interpretación se resuelven mediante consultas.
Los jóvenes están invitados a un concurso de dibujo contra las drogas.
""",
        "it": """
Le Parti si comunicano per iscritto l'adempimento delle procedure interne.
I doganieri hanno trovato quattordici chili di eroina in un camion carico di cipolle.
Ciascuno Stato contraente designa un'autorità che riceve le richieste di assistenza.
La delegazione è stata accolta all'aeroporto dal vicecapo del servizio.
Nessuna disposizione del presente Protocollo impedisce misure più severe alla frontiera.
I partecipanti hanno ringraziato gli ospiti e deciso di rivedersi in primavera.
Due uomini sono stati arrestati e la sera stessa è stato aperto un procedimento penale.
Il laboratorio ha ricevuto nuove attrezzature per circa 200.000 dollari.
Le controversie sull'interpretazione sono risolte mediante consultazioni.
I giovani sono invitati a un concorso di disegno contro la droga.
""",
        "pl": """
Strony zawiadamiają się pisemnie o zakończeniu procedur wewnętrznych.
Celnicy znaleźli czternaście kilogramów heroiny w ciężarówce z cebulą.
Każde Umawiające się Państwo wyznacza organ przyjmujący wnioski o pomoc.
Delegację powitał na lotnisku zastępca szefa służby.
Nic w niniejszym Protokole nie stoi na przeszkodzie surowszym środkom na granicy.
Uczestnicy podziękowali gospodarzom i umówili się na spotkanie wiosną.
Zatrzymano dwóch mężczyzn, tego samego wieczoru wszczęto sprawę karną.
Laboratorium otrzymało nowy sprzęt o wartości około 200 tysięcy dolarów.
Spory dotyczące wykładni rozstrzyga się w drodze konsultacji.
Młodzież zaproszono do udziału w konkursie rysunków przeciw narkotykom.
""",
        "az": """
Tərəflər daxili prosedurların yerinə yetirilməsi barədə bir-birinə yazılı məlumat verirlər.
Gömrükçülər soğan yüklənmiş yük maşınında on dörd kiloqram heroin aşkar etdilər.
Hər bir Razılığa gələn Dövlət kömək sorğularını qəbul edən orqanı təyin edir.
Nümayəndə heyətini hava limanında xidmət rəisinin müavini qarşıladı.
Bu Protokoldakı heç nə Tərəfin öz sərhədində daha sərt tədbirlər görməsinə mane olmur.
İştirakçılar qonaqpərvərliyə görə təşəkkür edərək yazda görüşməyə razılaşdılar.
İki kişi saxlanılıb və həmin axşam cinayət işi açılıb.
Laboratoriya dəyəri təxminən 200 min dollar olan yeni avadanlıq aldı.
Təfsirlə bağlı mübahisələr məsləhətləşmələr yolu ilə həll edilir.
Gənclər narkotiklərə qarşı rəsm müsabiqəsinə dəvət olunurlar.
""",
        "mn": """
Талууд дотоод журмаа гүйцэтгэсэн тухайгаа бие биедээ бичгээр мэдэгдэнэ.
Гаалийн ажилтнууд сонгино тээвэрлэж явсан ачааны машинаас арван дөрвөн кг героин олжээ.
Хэлэлцэн тохирогч улс бүр туслалцааны хүсэлтийг хүлээн авах байгууллагыг томилно.
Төлөөлөгчдийг онгоцны буудал дээр албаны дэд дарга угтан авав.
Оролцогчид найрсаг хүлээн авсанд талархал илэрхийлж, хавар уулзахаар тохиров.
Хоёр эрэгтэйг саатуулж, тэр орой нь эрүүгийн хэрэг үүсгэжээ.
Лаборатори ойролцоогоор 200 мянган долларын үнэтэй шинэ тоног төхөөрөмж хүлээн авлаа.
Тайлбарлахтай холбоотой маргааныг зөвлөлдөх замаар шийдвэрлэнэ.
Хэлэлцээрийг таван жилийн хугацаатай байгуулав.
Залуучуудыг хар тамхины эсрэг зургийн уралдаанд урьж байна.
""",
        "hy": """
Կողմերը գրավոր տեղեկացնում են միմյանց ներքին ընթացակարգերի ավարտի մասին։
Մաքսավորները սոխով բեռնված մեքենայում հայտնաբերել են տասնչորս կիլոգրամ հերոին։
Պատվիրակությունը օդանավակայանում դիմավորեց ծառայության պետի տեղակալը։
Մասնակիցները շնորհակալություն հայտնեցին և պայմանավորվեցին հանդիպել գարնանը։
Երկու տղամարդ ձերբակալվել է, հարուցվել է քրեական գործ։
""",
        "ka": """
მხარეები წერილობით აცნობებენ ერთმანეთს შიდა პროცედურების დასრულების შესახებ.
მებაჟეებმა ხახვით დატვირთულ მანქანაში თოთხმეტი კილოგრამი ჰეროინი იპოვეს.
დელეგაციას აეროპორტში სამსახურის უფროსის მოადგილე დახვდა.
მონაწილეებმა მადლობა გადაუხადეს მასპინძლებს და შეთანხმდნენ გაზაფხულზე შეხვედრაზე.
ორი მამაკაცი დააკავეს და სისხლის სამართლის საქმე აღიძრა.
""",
    }.items()
}

NEWS: dict[str, tuple[str, ...]] = {
    "kk": (
        "Бас прокурордың орынбасары брифинг өткізіп, журналистердің сұрақтарына жауап берді.",
        "Шекарадан өтпек болған екі азамат ұсталды.",
        "Құжатқа министр мен елші қол қойды.",
        "Бұл туралы баспасөз қызметі хабарлады.",
        "Жиналысқа алты мемлекеттің өкілдері қатысты.",
        "Осы Келісімге қол қойылған күнінен бастап күшіне енеді.",
    ),
    "ky": (
        "Башкы прокурордун орун басары брифинг өткөрүп, журналисттердин суроолоруна жооп берди.",
        "Чек арадан өтмөк болгон эки жаран кармалды.",
        "Документке министр менен элчи кол койду.",
        "Бул тууралуу басма сөз кызматы кабарлады.",
        "Жыйынга алты мамлекеттин өкүлдөрү катышты.",
        "Бул Макулдашуу кол коюлган күндөн тартып күчүнө кирет.",
    ),
    "uz-cyrl": (
        "Бош прокурор ўринбосари брифинг ўтказиб, журналистларнинг саволларига жавоб берди.",
        "Чегарадан ўтмоқчи бўлган икки фуқаро қўлга олинди.",
        "Ҳужжатни вазир ва элчи имзолади.",
        "Бу ҳақда матбуот хизмати хабар берди.",
        "Мажлисда олти давлат вакиллари қатнашди.",
        "Вазирлар маҳкамаси янги қарор қабул қилди.",
    ),
    "uz": (
        "Bosh prokuror oʻrinbosari brifing oʻtkazib, jurnalistlarning savollariga javob berdi.",
        "Chegaradan o'tmoqchi bo'lgan ikki fuqaro qo'lga olindi.",
        "Hujjatni vazir va elchi imzoladi.",
        "Bu haqda matbuot xizmati xabar berdi.",
        "Majlisda olti davlat vakillari qatnashdi.",
    ),
    "tg": (
        "Муовини Прокурори генералӣ нишасти хабарӣ баргузор карда, ба саволҳои рӯзноманигорон посух дод.",
        "Ду шаҳрванд ҳангоми убури марз боздошт шуданд.",
        "Санадро вазир ва сафир имзо карданд.",
        "Дар ин бора хадамоти матбуот хабар дод.",
        "Дар ҷаласа намояндагони шаш давлат иштирок намуданд.",
    ),
    "uk": (
        "Заступник генерального прокурора провів брифінг і відповів на запитання журналістів.",
        "Двох громадян затримали під час спроби перетнути кордон.",
        "Документ підписали міністр та посол.",
        "Про це повідомила пресслужба.",
        "У засіданні взяли участь представники шести держав.",
        "Договір набирає чинності з дня його підписання.",
    ),
    "be": (
        "Намеснік генеральнага пракурора правёў брыфінг і адказаў на пытанні журналістаў.",
        "Двух грамадзян затрымалі пры спробе перасячы мяжу.",
        "Дакумент падпісалі міністр і пасол.",
        "Пра гэта паведаміла прэс-служба.",
        "У пасяджэнні ўдзельнічалі прадстаўнікі шасці дзяржаў.",
    ),
    "mn": (
        "Ерөнхий прокурорын орлогч хэвлэлийн бага хурал хийв.",
        "Хил давахыг завдсан хоёр иргэнийг баривчилжээ.",
        "Баримт бичигт сайд, элчин сайд нар гарын үсэг зурлаа.",
        "Энэ тухай хэвлэлийн алба мэдээллээ.",
    ),
    "tr": (
        "Başsavcı yardımcısı basın toplantısı düzenleyerek gazetecilerin sorularını yanıtladı.",
        "Belgeyi bakan ve büyükelçi imzaladı.",
        "Bu konuda basın servisi bilgi verdi.",
        "Toplantıya alti devletin temsilcileri katildi.",
    ),
    "fr": (
        "Le procureur adjoint a tenu un point de presse.",
        "Le document a été signé par le ministre et l'ambassadeur.",
        "Six pays ont pris part à la session.",
    ),
    "de": (
        "Der stellvertretende Generalstaatsanwalt beantwortete Fragen.",
        "Das Dokument wurde vom Minister unterzeichnet.",
        "Sechs Staaten nahmen an der Sitzung teil.",
    ),
    "ru": (
        "Заместитель генерального прокурора провёл брифинг и ответил на вопросы журналистов.",
        "Двоих граждан задержали при попытке пересечь границу.",
        "Документ подписали министр и посол.",
        "Об этом сообщила пресс-служба.",
        "В заседании участвовали представители шести государств.",
        "Договор вступает в силу со дня подписания.",
        "Абдуллаев Ш.К. и Каримов Т.Б. прибыли в Ташкент.",
        "Басмачи уходили в горы Алатау.",
    ),
    "en": (
        "The deputy prosecutor gave a briefing and took questions.",
        "Two citizens were held while trying to cross the border.",
        "The document was signed by the minister and the ambassador.",
        "Six states took part in the session.",
        "Mr. Abdullaev and Ms. Karimova arrived in Tashkent.",
    ),
    "es": (
        "El documento fue firmado por el ministro.",
        "Seis países participaron en la sesión.",
    ),
    "it": (
        "Il documento è stato firmato dal ministro.",
        "Sei Paesi hanno partecipato alla sessione.",
    ),
    "pl": (
        "Dokument podpisali minister i ambasador.",
        "W posiedzeniu wzięli udział przedstawiciele sześciu państw.",
    ),
    "az": (
        "Sənədi nazir və səfir imzaladılar.",
        "İclasda altı dövlətin nümayəndələri iştirak etdi.",
    ),
}
"""Short sentences of news, hard to tell apart where they have none of the letters of their alphabet."""

HEADINGS: dict[str, tuple[str, ...]] = {
    "en": ("Article 12", "General provisions", "Meeting of experts", "Final clauses", "FINAL ACT", "Entry into force",
           "Settlement of disputes", "Weekly digest", "Border closed", "Press release", "Scope of the Agreement"),
    "ru": ("Статья 12", "Общие положения", "Встреча экспертов", "Заключительные положения", "ЗАКЛЮЧИТЕЛЬНЫЙ АКТ",
           "Вступление в силу", "Разрешение споров", "Обзор недели", "Граница закрыта", "Пресс-релиз",
           "Предмет Соглашения"),
    "kk": ("12-бап", "Жалпы ережелер", "Сарапшылар кездесуі", "Қорытынды ережелер", "Күшіне енуі", "Дауларды шешу",
           "Баспасөз хабарламасы"),
    "uk": ("Стаття 12", "Загальні положення", "Зустріч експертів", "Прикінцеві положення", "Набрання чинності",
           "Вирішення спорів"),
}  # fmt: skip
