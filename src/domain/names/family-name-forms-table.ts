/**
 * Chinese and Korean family names: the characters or syllable, and how they are spelled by Pinyin,
 * Wade–Giles, Hong Kong's and the overseas usage, Palladius, and in Korea. One name a line. Written by
 * hand from general knowledge.
 */
export const FAMILY_NAME_FORMS = `
王 wang wong heng ong ван
李 li lee lei ly lie ли
张 張 zhang chang cheung cheong teo tjong jang чжан
刘 劉 liu lau low lew лю
陈 陳 chen chan tan chin ting чэнь
杨 楊 yang yeung yeo young ян
黄 黃 huang wong hwang ng oei хуан
赵 趙 zhao chao chiu jew чжао
吴 吳 wu ng goh eng у
周 zhou chou chow chau joe чжоу
徐 xu hsu tsui chui hsü сюй
孙 孫 sun suen soon сунь
马 馬 ma mah beh ма
朱 zhu chu choo gee чжу
胡 hu woo wu oh ху
郭 guo kuo kwok quek koay го
何 he ho hoh хэ
林 lin lam lim линь
高 gao kao ko koo гао
罗 羅 luo lo law loh ло
郑 鄭 zheng cheng tay tee чжэн
梁 liang leung neo лян
谢 謝 xie hsieh tse cheah che се
宋 song sung soong сун
唐 tang tong тан
许 許 xu hsu hui koh khoo сюй
韩 韓 han hon hahn хань
邓 鄧 deng teng tang дэн
冯 馮 feng fung pang фэн
曹 cao tsao cho tso цао
彭 peng pang phang пэн
曾 zeng tseng tsang chan цзэн
肖 蕭 萧 xiao hsiao siu siew сяо
田 tian tien tin тянь
董 dong tung дун
潘 pan poon pun phua пань
袁 yuan yuen юань
蔡 cai tsai choi choy chua tsoi цай
蒋 蔣 jiang chiang cheung tseung цзян
余 yu yue yee юй
杜 du tu to ду
叶 葉 ye yeh yip ip yap е
程 cheng ching чэн
魏 wei ngai вэй
苏 蘇 su so soh су
吕 呂 lu lü lui lyu люй
丁 ding ting дин
任 ren jen yam жэнь
卢 盧 lu lo loo лу
姚 yao yiu yeow яо
沈 shen shum sum sim шэнь
钟 鍾 zhong chung cheong чжун
姜 jiang chiang keung цзян
谭 譚 tan tam hom тань
陆 陸 lu luk loke лу
范 fan фань
汪 wang wong ван
廖 liao liu lew ляо
石 shi shih shek ши
金 jin chin kam gum цзинь
方 fang fong фан
邹 鄒 zou tsou chow цзоу
熊 xiong hsiung hung сюн
白 bai pai pak bak бай
秦 qin chin tsin цинь
江 jiang chiang kong цзян
薛 xue hsueh sit сюэ
阎 閻 yan yen yim янь
侯 hou hau хоу
龙 龍 long lung лун
段 duan tuan дуань
孔 kong kung hung кун
史 shi shih sze ши
毛 mao mo мао
常 chang sheung чан
万 萬 wan man mann вань
顾 顧 gu ku koo гу
赖 賴 lai лай
贺 賀 he ho хэ
严 嚴 yan yen yim янь
施 shi shih sze ши
洪 hong hung ang хун
习 習 xi hsi si си
艾 ai ngai ай
关 關 guan kuan kwan quan гуань
欧阳 歐陽 ouyang auyeung owyang оуян
司马 司馬 sima szema ssuma сыма
诸葛 諸葛 zhuge chuko chukot чжугэ
司徒 situ szeto seeto
김 金 kim gim ghim ким
이 리 李 lee yi rhee ri li i rhie yee ли
박 朴 park pak bak bahk paik пак
최 崔 choi choe choy chwe цой чхве
정 鄭 jung jeong chung chong cheong jong чон чен
강 姜 kang gang кан
조 趙 cho jo joh чо
윤 尹 yoon yun youn юн
장 張 jang chang чан
임 林 lim im rim yim лим им
한 韓 han hahn хан
오 吳 oh o о
서 徐 seo suh so со
신 申 shin sin син шин
권 權 kwon gwon kweon квон
황 黃 hwang whang хван
안 安 ahn an ан
송 宋 song sung сон
전 全 田 jeon jun chun chon jeun
홍 洪 hong хон
유 류 柳 劉 yoo yu ryu ryoo lyu you ю рю
고 高 ko go koh goh ко
문 文 moon mun мун
양 梁 楊 yang ryang lyang ян
손 孫 son sohn сон
배 裵 bae pae bai пэ
백 白 baek paik paek back пэк
허 許 heo huh hur ho хо
남 南 nam нам
심 沈 shim sim сим
노 로 盧 noh roh no ro rho но
하 河 ha hah ха
곽 郭 kwak gwak квак
성 成 sung seong song сон
차 車 cha чха
주 朱 joo ju chu чу
우 禹 woo wu u у
구 具 koo gu ku goo ку
민 閔 min мин
나 라 羅 na ra rha nah
진 陳 jin chin чин
지 池 ji chi jee чи
엄 嚴 eom um uhm ohm
채 蔡 chae chai
원 元 won weon вон
천 千 cheon chun chon
방 方 bang pang пан
공 孔 kong gong
현 玄 hyun hyeon hyon
변 卞 byun byeon pyon
여 呂 yeo yuh yo
추 秋 choo chu
도 都 do to doh
석 石 seok suk sok
선 宣 sun seon
마 馬 ma mah
표 表 pyo
남궁 南宮 namgung namgoong namkung
선우 鮮于 sunwoo seonu sonu
황보 皇甫 hwangbo whangbo
제갈 諸葛 jegal chegal
`
