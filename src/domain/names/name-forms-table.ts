/**
 * Forms of one given name: full forms in several languages, short forms and pet names, in several
 * scripts. One name a line; a form may stand in several. Written by hand from general knowledge, for
 * this programme; letters are as tokens have them (lower case, without accents that are not sounds).
 */
export const NAME_FORMS = `
alexander alexandr aleksandr aleksander alexandre alexandros alessandro alejandro oleksandr aliaksandr aleksandar alasdair alistair alex alec alek aleks sasha sascha sacha shura sanya sanka sandy sandro sander xander iskander iskandar eskandar sikandar lekso aleko aleksandre александр олександр аляксандр александар алекс алекса саша шура саня санька алесь олесь ალექსანდრე სანდრო ალეკო ალექსი ալեքսանդր سكندر اسكندر الكسندر אלכסנדר סשה
alexandra aleksandra oleksandra aliaksandra alessandra alejandra sandra alexandrine sasha shura sanya alya asya alesia alesya olesya lesya александра олександра аляксандра саша шура саня аля леся олеся алеся אלכסנדרה
alexei alexey aleksei aleksey alexej aleksej oleksiy oleksii oleksy aliaksei alexis alexius alyosha alesha aliosha lyosha lesha lyokha алексей олексий олексій аляксей алеша леша леха олекса אלכסיי
anatoly anatoli anatolii anatoliy anatolij anatol anatole anatolijs anatolijus tolya tolia tolik анатолий анатолій анатоль толя толик толік אנטולי נתן
natan nathan nathaniel natanel nat nate nosn natanael натан נתן נתנאל
andrew andrei andrey andrej andriy andrii andrij andreas andre andrea andrzej ondrej andras endre andres anders andris andrius andro andryusha andryukha drew andy dyusha андрей андрій андрэй андрюша андрюха андро ანდრია ანდრო անդրեյ אנדרי
anton antoni antony anthony antoine antonio antonin antonius toni tony antal tonio antosha antoska tosha антон антоний антось антоша тоша אנטון
arkady arkadi arkadiy arkadij arkadiusz arkasha аркадий аркадій аркадзь аркаша ארקדי
artem artyom artiom artemy artemiy artsiom artur tema tyoma артем артём арцём артемий тема
arthur artur arturo arthuro artie artush артур արթուր არტურ
boris barys borys borya boba борис барыс боря ბორის בוריס בורים
bohdan bogdan bahdan teodor богдан багдан даня
constantine konstantin kanstantsin kostyantyn konstantine constantin konstanty kostas kostya kostia kotik kostyantin константин костянтин канстанцін костя კონსტანტინე კოტე kote
daniel daniil danylo danila danyil daniele danya dan danny daniyar danijel daniyal dani даниил данило данила даніла даня დანიელ դանիել دانيال دانيل דניאל דני
david dawid davit davyd dawud daud dawood daoud davud dave davy davey dodik dato davide dovid dudu dudi давид давід давыд дауд დავით დათო დათა դավիթ داود داوود דוד דודי
dmitry dmitri dmitriy dmitrij dmitrii dmytro dzmitry dimitri dimitar dimitrios demetrius dima mitya mitia mitka дмитрий дмитро дзмітрый дмитрій димитрий дима митя діма დიმიტრი դմիտրի דמיטרי דימה
eugene evgeny evgeni evgeniy evgenij yevgeny yevgeni yevgeniy yevgen yevhen ievgen jewgeni eugen eugenio eugeniusz yauhen zhenya jenya zhenka gene евгений євген яўген женя женька евген ევგენი יבגני
eugenia evgenia evgeniya yevgenia yevgeniya eugenie jewgenija yauheniya zhenya zhenka евгения євгенія яўгенія женя יבגניה
edward eduard edvard eduardo edouard edoardo ed eddie eddy ted teddy ned edik эдуард едуард эдвард эдик еді ედუარდ էդուարդ إدوارد ادوارد אדוארד
fedor fyodor fiodor fedir theodor theodore teodor feodor todor tadeo theo ted teddy fedya fedia федор федір фёдор хведар тодор теодор федя תאודור
felix feliks felice феликс פליקס
gabriel gavriil gavrilo havryil gabriele gavril jibril jabrail djibril gabi gavri гавриил гавриїл габриэль جبريل جبرائيل גבריאל
gennady gennadi gennadiy gennadij hennadiy hienadz genadi gena генадий геннадий геннадій генадзь гена
george georgi georgy georgiy georgij giorgi gheorghe jorge georges jerzy jiri yuri yury yuriy jury juri iurii jurij yuras heorhiy heorhi giorgos georgios jörg jürgen joerg juergen gia gogi goga gocha yura yurik zhora gosha ґеоргій георгий георгій юрий юрій юрась юры юра жора гоша გიორგი გია გოგა գեւորգ գեորգ gevorg kevork جورج جرجس girgis גאורגי יורי
gleb hlib hleb глеб гліб глебушка
gregory grigory grigori grigoriy grigorij hryhoriy hryhorii hryhor ryhor gregor gregorio grzegorz grigor greg gregg grisha hrysha krikor григорий григорій рыгор гриша грегор გრიგოლ grigol գրիգոր גרגורי גריגורי צבי הירש
igor ihar ihor игорь ігор ігар игорёк гарик garik איגור
ilya ilia illia illya ilja elias elijah eliyahu elie eliahu eli ilyas ilias elyas eliasz ilyusha ilyukha илья ілля ілья ильяс илюша ილია եղիա إلياس الياس אליהו אליה איליה אלי
innokenty innokentiy innokenti kesha иннокентий кеша
isaac isaak isak yitzhak yitzchak itzhak itzik icchak ishaq ishak isaque izzy ike itsik izya исаак ісаак изя ісак اسحاق اسحق إسحاق יצחק איציק
ivan ioann john johann johannes jan johan jean juan joao giovanni gianni ian sean shaun shane evan eoin janos jovan yovan ioane ioannis giannis yannis hovhannes hovannes ohannes yahya yohanan yochanan jonah jack johnny jonny hans hannes jens jani janek vano vanya vania wanja vanka ivo ioan ion jaan janis jonas юхан иван іван іванка ваня ванька ян янка яўген іоан ივანე იოანე ვანო իվան հովհաննես يحيى يوحنا حنا יוחנן איוון
jacob jakob yakov yakiv yaakov yakob jakub jacques iacob james jaime jacopo giacomo diego santiago jim jimmy jamie jake jaco jack yasha iasha yankel yankl kobi koby yaqub yakub yaqoob yacoub iakov iakob hakob hagop jakov яков яків якаў якуб яша янкель იაკობ հակոբ يعقوب יעקב יעקוב קובי ינקל
joseph josef iosif yosif yosef yossef yosyp jozef jose giuseppe joe joey jo jozsef josip iosef osip osya yossi yosl yossele sefi yusuf yousef youssef yusif yusup yusef yousuf yosuf jusuf yusof pepe beppe josep soso ioseb hovsep иосиф йосип осип юзаф язэп ося юсуф юсуп იოსებ სოსო հովսեփ يوسف يوسب יוסף יוסי
kirill kyrylo kiryl cyril cyrille kiril cyrillus kirya кирилл кирило кірыл кирюша кира
leo lev leon leonid lyova lyonya levko leonard lavon leib leyb arye aryeh ari лев леон левко лёва лева לב אריה לייב
leonid lenya lyonya leonidas leon leanid леонид леонід леанід лёня леня לאוניד
lawrence laurence lavrenty lavrentiy lorenzo laurent larry lars lauri lavrentij лаврентий лаўрэн ლავრენტი
luke luka lukas lucas luc lukasz lukyan lukash luqman лука лукьян лукаш ლუკა لوقا
mark marc marcus marco marko markus marek marik mordechai motti марк марко марек მარკო מרק מרדכי
maxim maksim maksym max maximilian massimo maxime maks максим максім макс
matthew matvei matvey matviy matthias mathias matthieu matteo mateo mateusz matthaus matt mats mattias matyas matis mattityahu matityahu matate motya матвей матвій мацвей матфей мотя მათე متى מתתיהו
michael mikhail mikhailo mykhailo mihail mikhael michail michal michel miguel michele mikael mikko mihai mihaly mihailo mikhas mischa misha mishka misa mike mick mickey mikey misiek mikheil mikail mikayil mikal micha mikayel михаил михайло міхаіл михась миша мишка მიხეილ მიშა միքայել ميخائيل מיכאל מיכה מישה
nicholas nikolai nikolay nikolaj nikolas nicolas nicola niccolo mykola mikalai mikola mikalay nikola niklas nikolaus miklos mikolaj nicolae nick nicky nik kolya kolia kolka klaus claus nico niko nikos nikoloz nika николай микола мікалай микалай коля колян ніколай николоз ნიკოლოზ ნიკა ნიკო նիկոլայ ניקולאי
oleg oleh aleh олег алег אולג
osman othman uthman usman ottoman осман усман عثمان עותמאן
paul pavel pavlo pavol pawel pavle pablo paolo paulo pol paulus pal paval pasha pashka pavlik poghos boghos павел павло павал паша павлик პავლე պողոս بولس פאבל פול
peter petr pyotr piotr petro petros pierre pedro pietro petar piet pieter per peder petter petya petia petka pete petri petre piatro bedros butrus boutros пётр петр петро пятро петя პეტრე პეტრო պետրոս بطرس פטר פיוטר
philip filipp philippe felipe filip pylyp filippo philipp phil filya филипп пилип філіп филя ფილიპე فيليب
prokop prokofy prokopy прокофий прокіп
raphael rafael rafail rafal raffaele rafi rafik rapha rafayel рафаил рафаэль рафик რაფაელ ռաֆայել رافائيل רפאל רפי
reuben ruben reuven rubin ruvim rubik roubene рувим рубен რუბენ ռուբեն روبين ראובן רובי
robert roberto robertas rob bob bobby robbie bert rupert robik роберт რობერტ ռոբերտ
roman romano romain roma romka роман рома раман რომან רומן
ruslan ruslanbek rus руслан русик
samuel shmuel samuil samu sam sammy schmuel shmulik shmul semyon самуил самуїл სამუელ صموئيل שמואל שמוליק
sergei sergey serhiy serhii sergej sergij serge siarhei syarhey sergiy sergio serhij sergius seryozha serezha seryoga sergo sarkis sargis сергей сергій сяргей серёжа сережа серега სერგო სერგეი სერგი սերգեյ սարգիս סרגיי סרגי
simon semyon semion semen simeon shimon symon siamion simao simone senya syoma sioma simcha szymon shimen sima семен семён симон семаў сёма сеня სიმონ სიმონა սիմոն سمعان شمعون שמעון סמיון
solomon shlomo salomon suleiman sulayman suleyman sulejman shloyme salomo shelomo salman zalman zalmen соломон сулейман სოლომონ سليمان שלמה זלמן
stanislav stanislaw stanislaus stanislau stas staszek slava slavik станислав станіслав станіслаў стас
stephen stepan stefan steven stephan stefano etienne esteban estevao istvan szczepan stevan stjepan steve stevie tapani stipe styopa stiopa stepa stepane stsiapan степан стефан сцяпан стёпа სტეფანე სტეპან ստեփան stepanos stepanyan اسطفان סטפן
svyatoslav sviatoslav sviataslau slava святослав святаслаў слава
taras тарас
timothy timofei timofey tymofiy timofej tsimafei timo tim tima тимофей тимофій цімафей тима
thomas tomas tomasz foma khoma tommaso tamas toma tom tommy tomek tuomas tovmas фома хома томас თომა թովմաս توما תומס
vadim vadym vadzim vadik вадим вадзім вадик ვადიმ ודים
valentin valentyn valiantsin valentino valentine valya валентин валянцін валя ვალენტინ ולנטין
valery valeri valeriy valerij valerii valerio valera valerik valer валерий валерій валера валеры ვალერი ולרי
vasily vasili vasiliy vasilij vasyl vasil basil basile basilio vassily wassily wasyl vasilios vassilis vaso vasya vasia vaska василий василь васіль вася ვასილ ვასო باسيل וסילי
victor viktor viktar vittorio vitya vitia vitka vic vik wiktor виктор віктор віктар витя ვიქტორ ויקטור
vincent vincenzo vicente vikenty vikentiy vince vinnie wincenty викентий вінцэнт
vitaly vitali vitaliy vitalij vital vitalik vitale vitya виталий віталій віталь виталик ვიტალი ויטלי
vladimir volodymyr uladzimir wladimir vladimer wlodzimierz vladimirs waldemar valdemar volodimir volodya volodia vova vovka vovo vladik vlad woldemar zeev владимир володимир уладзімір володя вова влад ვლადიმერ ვოვა վլադիմիր ולדימיר וולדימיר זאב
vladislav wladyslaw vladyslav uladzislau ladislav ladislaus laszlo vlad vladik slava slawek владислав уладзіслаў влад владик
vsevolod usevalad seva всеволод всеволід усевалад сева
vyacheslav viacheslav wenceslas waclaw vaclav viachaslau vyachaslau slava slavik вячеслав вячеслаў вячаслаў слава
yaroslav jaroslav iaroslav jaroslaw yaraslau slava slavik yarik ярослав яраслаў ярик слава
william wilhelm guillaume guillermo guglielmo vilhelm willem will willy bill billy liam wim wilek vilem вильгельм вільгельм уильям וילהלם
zakhar zachary zechariah zacharias zakaria zakariya zakariyya zakarya zach zakar zekharya захар захарий זכריה زكريا زكرياء
anna ana anne ann hannah hanna hana chana hanne annie anya ania anka annushka anita anoush anushka asya nyura nyusha nancy ganna gana анна ганна аня анька нюра нюша ასია ანა ანნა աննա حنة אנה חנה
anastasia anastasiya anastazja nastya nastia nastassia stasya asya ana stacy анастасия анастасія настасся настя стася ანასტასია
antonina antonia antoinette tonya tonia антонина антоніна антаніна тоня
barbara varvara barbora varya babs barbie varenka варвара барбара варя ბარბარე
catherine katherine catharine kathryn ekaterina yekaterina jekaterina kateryna katsiaryna katerina katharina katarina katarzyna catalina caterina kaisa kaja kate katie kathy cathy katya katia katja katyusha kasia kitty kat trina екатерина катерина кацярына катя катюша ეკატერინე ეკა ქეთევან keti kato eka կատարինե יקטרינה קטיה
claudia klavdia klavdiya claude klava клавдия клава
daria dariya darya darja daryna dasha dashka daryia дарья дарина даша
elena helena yelena jelena olena alena aliona alyona lena elene eleni ellen helen helene ilona lenka lenochka lyona galena елена олена алена алёна лена оленка ელენე ლენა ելենա איילנה ילנה הלנה
elizabeth elisabeth elizaveta yelizaveta yelyzaveta lizaveta elisaveta elzbieta isabel isabella isabelle elisabetta elsa else lisa liza lise liz lizzie lizzy beth betty betsy bess eliza libby elisheva erzsebet bettina елизавета єлизавета лизавета лиза лізавета ელისაბედ ელისო اليزابيث إليزابيث אלישבע אליזבת
esther ester hester esterka etti stella esfir fira эсфирь эстер фира אסתר אסתי
eve eva ewa evita yeva havva hawwa khava chava haya hawa ева єва хава ევა حواء חוה
galina halina halyna haliyna galya galia gala halya галина галіна галя ჯალინა גלינה
inna ina инна інна
irina iryna irena irene irine irka irisha ira irochka ирина ірина ірына ира іра ირინა ირა իրինա אירינה
julia yulia yuliya julie juliana giulia julija yuliia iuliia yulya julka yulechka юлия юлія юля იულია יוליה
larisa larissa larysa lara лариса ларыса лара
lidia lydia lidiya lidija lida лидия лідія лида лідзія ლიდია
lyubov liubov lyubou luba lyuba liuba lubov lyubochka любовь любов люба
lyudmila ludmila liudmila ludmilla lyudmyla liudmyla ludmyla lyuda luda mila lyusya людмила людміла люда люся мила ლუდმილა
margaret margarita margarete marguerite margherita margareta margit malgorzata greta gretel maggie meg peggy margo margot rita ritka daisy marjorie маргарита маргарыта рита марго მარგარიტა מרגריטה
mary maria mariya maryia marija marie mariam miriam maryam meryem meriem miryam mariamne marya masha mashka manya marusya maruska molly polly marika marion marianna moira maura mimi mirele mirjam maro мария марія марыя маша маня маруся მარიამ მარია մարիամ مريم מרים מירי מריה
natalia natalya nataliya natalie natalija nathalie nataliia natallia natalka natasha natascha natacha tasha nata nataly tata наталья наталия наталія наталля наташа натаха ნატალია ნატა նատալյա נטליה נטשה
nadezhda nadiya nadia nadya nadzeya nadzieja nadja nadine nadejda надежда надія надзея надя
nina ninel ninka ninochka нина ніна ნინა ნინო nino
oksana aksana xenia kseniya ksenia ksenija oxana aksinya ksyusha xana оксана аксана ксения ксенія ксюша аксинья
olga olha volha olya olia olka olenka helga ольга вольга оля ოლგა օլգա אולגה
polina pauline paulina paula paola apollinaria polya pola полина паулина поля פולינה
rachel rahel raquel rakhil rahil raheela rahele rochel rukhl rachela рахиль راحيل רחל רוחל
rebecca rebekah rivka rivke rifka revekka ribqa becky רבקה ревекка ривка
sarah sara sarra sura sally sadie sarka sore сара сарра სარა سارة ساره שרה
sofia sophia sofiya sofya sophie zofia sonya sonia sonja sofka sofiko софия софія софья соня სოფიო სოფიკო סופיה صوفيا
svetlana svitlana sviatlana svyatlana svetla sveta lana светлана світлана святлана света სვეტლანა סבטלנה
susan susanna suzanne zuzana shoshana shushan sue susie suzy susana sosanna сусанна სუსანა שושנה
tamara tamar toma tamriko tamuna thamar тамара тома თამარ თამუნა თამრიკო תמר תמרה
tatiana tatyana tetyana tetiana tatsiana tatjana tanya tania tanja tanyusha татьяна тетяна таццяна таня ტატიანა טטיאנה
valentina valentyna valiantsina valya valia валентина валянціна валя
vera viera věra verochka faith вера віра verusya ვერა
victoria viktoria viktoriya viktoryia vika vicky vitoria wiktoria виктория вікторія вікторыя вика ვიქტორია ויקטוריה
zinaida zina zinayida зинаида зінаїда зіна зина
zoya zoe zoia зоя ზოია
zhanna jeanne joan joanna jana jane janet jean ivana ioanna giovanna juana johanna hanna zana yana yanina janina жанна яна яніна янина жана ჟანა
albert alberto adalbert al bert alik berti альберт ալբերտ ალბერტ
alfred alfredo fred alf freddie альфред
arnold arnaud arnoldo арнольд
benjamin veniamin benyamin binyamin benjamino beniamin ben benny benjy bunyamin venya bini бениамин вениамин веня ბენიამინ بنيامين בנימין בני
charles karl carl carlos carlo karol karel karoly karlo charlie chuck carol карл карел კარლო كارل שארל קרל
christopher christoph christophe cristobal kristof krzysztof christoforo chris kit kristoffer христофор
christian kristian cristian chris karsten carsten
dominic dominik domenico domingo dominique доминик
emil emile emilio эмиль еміль
ernest ernst ernesto эрнст
francis francois frank franz francisco francesco franciszek frans ferenc paco pancho fran chico frantisek franek франц франциск פרנץ
frederick friedrich frederic federico fred freddy fritz fryderyk frederik fridrikh фридрих фредерик
gerald gerard gerhard jerry gerry gerardo
harold harald harry hal
henry heinrich henri enrique enrico henrik hendrik henryk harry hank heinz heiko henk genrikh anri генрих генрі анри ჰენრი անրի הנרי
herbert heribert herb bert герберт
hugo hugh ugo hugues хуго гуго
jeffrey geoffrey gottfried jeff geoff godfrey готфрид
jeremiah jeremy yirmiyahu irmiya jeremias jerry иеремия ירמיהו ארמיה
jerome jeronimo hieronymus girolamo jerry иероним
jonathan yonatan jon yehonatan yoni ионатан يوناثان יונתן יהונתן יוני
joshua yehoshua iehoshua jesus isa josue josh shuki yeshua yishay иисус иешуа عيسى يشوع יהושע שוקי
judah yehuda judas yuda juda jude yehudah idel leib iuda yudl иуда يهوذا יהודה יודל
kenneth ken kenny
lewis louis ludwig luis luigi ludovic ludwik lajos aloysius lou louie lui людвиг луи людовик
manuel emmanuel emanuel imanuel manolo manny manoel emmanuil эммануил мануэль עמנואל
martin martyn martino marten marcin morten marton мартин მარტინ
maurice moritz mauricio maurizio morris moris morritz мориц морис
moses moshe moisei moisey musa moussa moisés moise movses moishe moyshe moysha mojsze mosheh movsha моисей мойсей мовша муса მოსე մովսես موسى موسي משה מוישה
abraham avraham abram ibrahim ebrahim ibragim abramo avram avrom abrasha braham ibraheem avi avremel абрам аврам ибрагим ібрагім აბრაამ աբրահամ ابراهيم إبراهيم אברהם אברום אבי
adam adem adan adamo adas адам ადამ ադամ ادم آدم אדם
aaron aron aharon haroun harun arn aharne арон аарон харун აარონ هارون אהרן אהרון
ezra uzair azra esdras esra эзра عزير עזרא
ezekiel yehezkel hezekiah khaskel haskel chezkel иезекииль хаскель חזקאל יחזקאל
emma ema эмма
hershel hirsh hersh hersch zvi tzvi cvi girsh herschel hirsch гирш цви צבי הירש הרשל
wolf volf zeev zev velvl velvel вольф זאב וולף
ber dov berl berel berko бер дов דב בער
haim chaim khaim hayyim hyman chayim vitaly vita khayim chayem хаим хаїм חיים
hayim chaya khaya haya chaja хая חיה
israel yisrael srul srulik izrail yisroel израиль ізраїль إسرائيل ישראל שרול
menachem menahem mendel mendl emanuel nachum менахем мендель מנחם מנדל
naftali naphtali hirsh tuli нафтали נפתלי
pinchas pinkhas pinhas pinchus phineas pini finkhas пинхас פנחס פיני
shalom sholem sholom scholem шолом שלום
tuvia tobias tobiah tevye tovia tobit тевье товия טוביה טביה
uri feivel shraga phoebus ури אורי
zelig selig asher зелиг זליג אשר
golda zlata zahava zlota злата голда זהבה גולדה זלטה
feiga feyge zipporah tzipora cipora zippora ципора фейга ציפורה פייגה
rosa rose roza rosalie rosalia raizel reizl shoshana rosita роза ройза როზა ռոզա רוזה רייזל
bella bela beyla isabella belle белла бейла בלה ביילה
leah lea lia leya лия лея ლია לאה
deborah debora dvora devora dvoira debbie deb двора דבורה
judith yudit yehudit judit judy yudita иудифь юдит юдифь יהודית
ida ида אידה
ruth rut ruthie рут руфь רות רותי
naomi noemi noemie ноэми נעמי
michelle michaela mikhal michal michele מיכל
nadav nadiv נדב
richard ricardo riccardo ryszard rick dick rich ricky richie rikard рихард ричард
ronald reynold ronaldo ron ronnie reginald рональд
thaddeus tadeusz tadas thad tad фаддей тадэвуш фадей
walter gualtiero valter wouter walt wally вальтер
albina alba альбина
angela angelika anzhela angelica angelique angie анжела ангелина ანჟელა
alice alisa alicja alicia elise alix алиса алісія
agnes agnieszka ines agnessa агнесса агнія
beatrice beatriz beatrix bea
caroline karolina carolina carol carrie charlotte каролина
cecilia cecile cecily sheila
christine christina kristina cristina krystyna chris tina kirsten kirstin христина кристина крысціна ქრისტინე քրիստինե
dorothy dorothea dorota dora dolly dot doroteya dorofeya дороти доротея
eleanor eleonora leonor elinor nora ellie lenore элеонора
emilia emily emilie amelia emiliya эмилия эмілія
florence florentina flora flo флора
frances francesca franziska francoise francisca fran fanny frantiska франциска
gertrude gertrud trudy гертруда
grace gracia grazia
jacqueline jackie zhaklin
janet jeannette janette jan
jessica jess jessie yiska
josephine josefina giuseppina jo josie zhozefina жозефина
laura lora lori laure лаура лора
louise luisa louisa lou lulu ludwika луиза
lucy lucia lucie luciana lucja люция лючия
martha marta marfa марфа марта მართა
matilda mathilde tilda maud матильда
monica monika monique моника
nicole nicola nikki николь
olivia oliwia liv оливия
pamela pam
patricia patrizia pat patty trish patricija
patrick padraig patricio patrizio paddy pat rick патрик
penelope penny
philippa filippa pippa
priscilla cilla
regina gina rayna регина
stephanie stefania stefanie stephania steph stefa стефания стефанія
sylvia silvia sylvie сильвия
theresa teresa therese terezia terry tess tere тереза
ursula ulla uschi урсула
veronica veronika veronique vera ronnie nika вероника вераніка ვერონიკა
virginia ginny
wanda vanda ванда
yvonne ivonne ivona iwona ивонна
yvette ivetta иветта
gerard gherardo zherar
anselm anselmo
augustine augustin agostino gus austin avgustin август аўгусцін
bartholomew bartolomeo barthelemy bartek bart bartosz varfolomei варфоломей
bernard bernhard bernardo bernie бернар бернард
bruno бруно
casimir kazimierz kazimir kazimieras казимир казімір
clement klemens clemente klim klymentiy климент клим
cornelius corneliu korneliy корнелий корней
denis dennis dionysius dzianis denys dyonizy dionisio денис дзяніс дионисий
donald domhnall don donnie
douglas doug
ephraim efraim efrem yefrem efroim ефрем єфрем ეფრემ եփրեմ افرام אפרים
erik eric erich erico erikas эрик
eustace eustachy evstafy евстафий
ferdinand fernando hernando fernand фердинанд
gerasim gerasym haras герасим
gustav gustave gustavo gus gusztav густав
herman hermann armando germán german герман
ignatius ignacio ignat ihnat ignaz ignacy игнатий игнат ігнат ігнацій
julius julian julio jules yuli yulian giulio юлий юлиан юліан
kazys kazimieras
kornei kornelius корней
kuzma kozma cosmas cosimo kuzya кузьма козьма
lazar lazarus eliezer eleazar elazar lazare leizer lazaro лазарь лазар ელიაზარ ղազար ghazar لعازر אליעזר אלעזר
makar makariy macario makary макар макарий
nikita mykyta mikita nicetas никита микита мікіта
nikifor nykyfor nicephorus никифор
nestor nestar нестор
ostap yevstakhiy eustace остап
panteleimon pantelei panteleymon пантелеймон пантелей
rostislav rastislau rostyslav rostik slava ростислав ростик
sawa savva sava sabas савва сава
sevastyan sebastian sebastien sebastiano bastian себастьян севастьян
spiridon svyryd spyros спиридон свирид
tikhon tsikhan tykhon тихон ціхан
trofim trophime trokhym трофим
ulyana juliana uliana ульяна уляна
vikenty vincent викентий
yefim efim euthymius yukhym chaim fima yafim ефим юхим яўхім фима אפים
yegor egor george yehor yahor егор єгор ягор
yelisei elisha elisei elyasa елисей אלישע
yemelyan emelyan emilian omelyan емельян омелян
yermolai ermolai ермолай
yevdokia evdokia eudoxia avdotya yavdokha dusya евдокия євдокія дуся
zurab zura zuriko зураб ზურაბ ზურა
shota შოთა шота
irakli heraclius hercules iraklis ираклий ირაკლი
mikheil misha მიხეილ
levan levani leon леван ლევან
vakhtang vakho вахтанг ვახტანგ ვახო
tengiz tengizi tengo тенгиз თენგიზ
otar otari отар ოთარ
tariel tato ტარიელ
nana nanuli нана ნანა
nino nina nini нино ნინო
ketevan keti ketino keto кетеван кети ქეთევან ქეთი
lali lala лали ლალი
manana მანანა манана
merab merabi мераб მერაბ
nodar nodari нодар ნოდარ
zviad zviadi звиад ზვიად
avtandil avto avtandili автандил ავთანდილ ავთო
temur teimuraz temuri timur tamerlan taimuraz темур теймураз тимур თემურ თეიმურაზ تيمور
mamuka მამუკა мамука
gevorg george kevork geworg геворг գևորգ
vardan vartan вардан վարդան
armen arman armenak армен արմեն
ashot ашот աշոտ
hayk haik haig айк հայկ
karen garen карен կարեն
levon leon ghevond левон լևոն
manuk manoug манук մանուկ
nshan nishan ншан նշան
samvel samuel samo самвел սամվել
siranush siranoush сирануш սիրանուշ
tigran dikran tigranes тигран տիգրան
vahan vahagn ваган վահան
vazgen вазген վազգեն
zaven завен զավեն
muhammad mohammed mohamed muhammed mohammad mohamad mohamud mahomed mehmet mahmet mehmed mamadou mahomet magomed mukhammad mukhamed mukhammed muxammad maxamed mohd mhd muhamed memet memetjan muhemmet mukhamet мухаммед мохаммед магомед мухаммад мухамед мехмет магомет محمد محمّد مهمت مۇھەممەت مۇھەممەد מוחמד
ahmad ahmed ahmet achmed akhmed akhmad akhmet ehmet exmet ahmadou amadou ахмед ахмад ахмет أحمد احمد ئەھمەت אחמד
mahmoud mahmud mehmood makhmud mahmut mahmood махмуд محمود מחמוד
hamid hameed abdulhamid khamid хамид حميد
hasan hassan khasan hasen hesen hassane хасан гасан حسن ھەسەن חסן
husayn hussein husain hossein hussain huseyin khusain huseyn husein hocine husan хусейн гусейн حسين حسیں ھۈسەن חוסיין
ali aly alee али علي علی עלי
omar umar omer umer amar умар омар عمر עומר
fatima fatma fatimah fatemeh fatme fatouma fatimata patime patimat fatna fadma фатима патимат патима فاطمة فاطمه پاتىمە פאטמה
aisha aysha ayesha aicha aishah ayse ayisha айша айшат عائشة عايشه عائشه ئائىشە
khadija khadijah hatice khadeeja khadidja hadija xadija khadizha хадижа хадиджа خديجة خديجه
zaynab zainab zeinab zeynep zineb zaynep zeyneb zaineb zainap зейнаб зайнаб زينب
maryam meryem maryem marjam marjan мерьем марьям مريم
khalid khaled halit haled xalid халид халед خالد
said saeed saïd sayid saad саид سعيد سعید
yusuf yusup yusupjan юсуф يوسف يۈسۈپ
ibrahim ibragim ebrahim ibrayim ibraim ибрагим ابراهيم ئىبراھىم
ismail ismael ishmael ismayil izmail esmail smail yishmael исмаил измаил اسماعيل إسماعيل ئىسمائىل ישמעאל
mustafa mostafa moustafa mustapha mostapha мустафа مصطفى مصطفي
abdallah abdullah abdollah abdulla abdula ebeydulla obaidullah obeidallah абдулла абдалла عبدالله عبد الله ئابدۇللا
abdalrahman abdirahman abdurahman abdrakhman ebdurahman абдурахман عبدالرحمن عبدالرحمان
abdalaziz abdalazez aziz ebeziz azizjan абдулазиз عبدالعزيز
abdalkarim karim kerim kareem kerem карим керим كريم عبدالكريم
abdalqadir qadir kadir kader qader qadyr kadyr кадыр кадир قادر عبدالقادر
yahya yehia yahia jahja yakhya яхья يحيى يحيي
hisham hesham hicham hishem хишам هشام
tariq tarek tareq tarik tarig тарик طارق
jamal gamal djamal cemal jemal dzhamal djemal джамал гамаль جمال
jamil gamil djamil cemil jameel dzhamil джамиль جميل جميله
jafar jaafar cafer djafar gaafar dzhafar jaffar джафар جعفر
qasim kassem qassem kasim gasim kasem касим قاسم
osama usama oussama усама أسامة اسامه
walid waleed velid oualid валид وليد
zayd zaid zeid zayed zed зейд زيد زايد
bilal belal bilel billal билал بلال
rashid rasheed rachid reshit рашид راشد رشيد
nasir nasser naser naseer насер насир ناصر نصر
salim saleem selim salem салим селим سالم سليم
salih saleh salah salikh садех салих صالح
sharif sherif cherif shareef şerif шариф شريف
latif lateef latip latifa латиф لطيف
murad murat mourad mrad мурад мурат مراد
rustam rostam rustem roustam рустам рустем رستم
timur temur tamer тимур تيمور
aynur ainur ajnur айнур ئاينۇر
gulnara gulnar gulnora gulya гульнара گۈلنار
gulmira gulmire гульмира گۈلمىرە
alim alimjan alym elim алим عليم ئالىم
tursun tursunjan tursyn турсун تۇرسۇن
rahim rehim rakhim raheem ryhym рахим رحيم رەھىم
mahsum makhsum maxsum مەخسۇم
abduweli abdalwali abdulwali ئابدۇۋەلى عبدالولي
ilham elham ilhom ilhamjan ильхам ілхам إلهام الهام ئىلھام 伊力哈木
nurlan nurlanbek nourlan нурлан
serik sericbek serikzhan серик серік
yerlan erlan ерлан
daulet dauletbek davlat devlet даулет دولت
aigul aygul ajgul айгуль айгүл ئايگۈل
aida aïda ayda аида айда عايدة عايده
leila layla leyla laila lejla leyli лейла ләйлә ليلى ليلي
jan janik johnny
kumar kumara
krishna krishnan kishan
lakshmi laxmi
sunil suneel
vijay bijoy wijay
bob robert bobby
dick richard
jim james jimmy
jack john
harry harold henry
tony anthony antonio
tom thomas
will william
joao john
xosé jose
pepe jose josep
paco francisco
nacho ignacio
chuy jesus
lupe guadalupe
lola dolores
concha concepcion
chema jose maria
beto alberto roberto
kiko enrique francisco
guille guillermo
quique enrique
memo guillermo
tono antonio
nando fernando
toño antonio
aung ong
yusif yusuf
ferenc feri
gyorgy gyuri george
sandor sanyi alexander
janos jancsi john
laszlo laci
zoltan zoli
katalin kati catherine
erzsebet erzsi bozsi elizabeth
ilona ilonka ica helen
vojtech adalbert bela
jaroslav jarda
frantisek franta
josef pepa pepik
vaclav vasek
zdenek zdenda
ludmila lida
malgorzata gosia margaret
katarzyna kasia
stanislaw staszek stach
krzysztof krzys
wojciech wojtek
andrzej jedrek
zbigniew zbyszek
bronislaw bronek bronislau браніслаў бронислав
boleslaw bolek boleslav
jerzy jurek
tadeusz tadek
kazimierz kazik
wladyslaw wladek
zenon zianon zenek зянон зенон
algirdas algis
vytautas vitautas витовт vytas
jonas jonelis
gediminas gedas
petras peter
antanas anthony
juozas joseph
kestutis kestas
rimantas rimas
zhanibek janibek жанибек
alyaksei aliaxei аляксей
maksimilian maximilian
`
