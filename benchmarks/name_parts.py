"""What company names are composed of, by trading country: places, words of their own, products, legal forms.

Written by hand after the names that customs declarations and registers show; the order of a table is its frequency,
the first word being the most common.  Chinese syllables are those that firms like for their good sense.
"""

from dataclasses import dataclass
from typing import Final

PINYIN: Final = """hua xin da heng tai jin yuan sheng hong long feng fu jia dong hai yi guang tong ming bao li de shun
    wei run an zhong hui ya jian tian rui xiang chang cheng long bo kang jing he xing mei shi yong hao yu ruo bang ling
    zhi chao qiang bai ye fei lian ding ou zhen ke lan shan qi xiong nan bei kun liang ji lei pu si song te tuo wan wen
    wo xi xu yan yang ying you yue yun zan ze zhan zhao zheng zhou zhu zong zun chun chuang dian er fa fan gao gu gui
    guo hang hou huan jie ju jun kai kuan lai le lin liu lu luo man mao min mu nuo peng pin ping qian qing quan ran ren
    rong sai sen sha shang shen shu su tan tang ting tu wang xiao""".split()
VIETNAMESE: Final = """an binh minh phat thanh hoang nam viet phuong dai tan hung long thinh vinh gia phu anh duc hoa
    kim lam linh loc ngoc nguyen quang son thai thang thien thuan tien tin toan trung truong tuan van xuan dong hai
    hong huy khanh khang bao cuong dung hiep hiep loi my nghia nhat phong quoc tam tri""".split()
INDIAN: Final = """shree sai krishna lakshmi ganesh balaji om durga shiva hanuman vishnu jain gupta agarwal patel mehta
    shah kumar raj ram anand arvind bharat bombay deepak gokul hari indus jay kamal kiran laxmi mahavir mohan nanda
    narayan padma prakash pranav priya radha rajesh ravi sanjay saraswati shakti sharda sharma siddhi sona sudarshan
    sunil suresh surya swastik tara tirupati uday vardhman vijay vikas vinayak vishal welspun alok amrit aditya bhavani
    chandra devi gayatri gita himalaya jyoti kaveri maruti nirmal parvati rohini sagar trident""".split()
TURKISH: Final = """yildiz anadolu demir altin gunes deniz ozturk yilmaz kaya celik aydin sahin arslan dogan kilic cetin
    kara koc ozdemir polat aksoy erdogan bulut toprak bayrak ege marmara bogazici karadeniz akdeniz safak ufuk umut
    baris
    guven ozen emek birlik doga cinar mavi beyaz kartal aslan ates tuna volkan hilal sultan saray tac inci mercan
    yesil""".split()
SPANISH: Final = """norte sur azteca maya san santa sierra sol valle rio garcia hernandez lopez martinez gonzalez
    rodriguez perez torres ramirez flores guadalupe morelos juarez hidalgo aguila oro plata monte noria bajio noreste
    pacifico golfo central nacional moderna mexicana americana universal real reina corona estrella luna cristal jardin
    trebol roble pino encino cedro palma laguna puente torre castillo fuente rosario esperanza victoria
    libertad""".split()
MALAY: Final = """jaya maju bina usaha sri indah setia mega timur selatan utama mutiara cahaya permata bumi wawasan
    sinar bintang damai harapan impian kota lembah melati murni nusantara perdana pertama putra sejati seri sentosa
    suria tanjung teguh warisan hup hin seng lee wah chin heng soon kim tat lian hock""".split()
BENGALI: Final = """rahman ahmed islam hossain karim chowdhury khan alam akter bari dhaka meghna padma jamuna surma
    karnaphuli bengal shapla doel sonali rupali purbani ananta apex beximco desh envoy epic evergreen fakir hameem
    interstoff mondol nassa palmal pride square sterling talukder unitex viyella windy zaber aman asrotex
    babylon""".split()
ENGLISH: Final = """golden star sun dragon ocean pacific best first great new super united global universal eastern
    western northern southern royal crown king eagle lion tiger phoenix diamond silver pearl jade crystal bright smart
    power prime elite premier master classic modern future victory success fortune lucky happy good fine true pure
    green blue red white black orange rainbow sky star moon earth land hill stone river lake bay harbor bridge gate
    summit peak apex delta alpha beta omega sigma nova vision dynamic active rapid swift sure safe solid strong
    titan atlas apollo venus mercury orion polar arctic atlantic summit cedar maple pine oak willow lotus rose lily
    heritage liberty patriot pioneer frontier ranger summit keystone cornerstone landmark century millennium""".split()
COINED_HEADS: Final = """nova inter euro trans poly micro tech uni multi omni plasti metal agri bio chem flexi inno
    maxi medi neo opti pharma pro quanti robo sino sol syn tele termo ultra verti vita xeno zeno aero auto dura electro
    fibro gen hydro lumi mag nano opal pano quadra rexi secu tri vari wel zy ax bel cor del el fil gra""".split()
COINED_TAILS: Final = """tex plast tech chem pack mark max med net nova pro star tron via vision ware well form flex
    fil dex con com corp gen ix la lux mex mix na nex on or pharm quip ra rex ron ta tan tec tek ter ton um us va vex x
    zen ia ea el er is""".split()
# Syllables of which invented words of each language are made, so that firms have words that no table holds.
INDIAN_SOUNDS: Final = """sa ra ma na ka va ja pra shi vi ni ki ri di ti mi lu nu su gu bha dha gan han man tan van vel
    kan nath deep esh ika aya endra ansh oor pur wal mal dev jit want ani ari""".split()
TURKISH_SOUNDS: Final = """ak al an ar ay bal bey can cem der ek el er ev gul han is kan kar kaya lar lik man mer oz
    pek sa sel ser sim tek tem ten ter tur ul un uz var yap yen zen soy bas dag tas su""".split()
SPANISH_SOUNDS: Final = """ba be bri ca cal cor cu da del do es fa fer ga gal gra ja la len li lo lu ma mar me mon mu na
    no pa pe qui ra ri ro sa se sol ta te ti to tor va ve vi za ces nez dal lla""".split()
MALAY_SOUNDS: Final = """ba ka la ma na pa sa ta ra ja ha wa ga da bi di ki li mi ni si ti bu ku lu mu su tu ru ang ung
    ing an in un at it ut""".split()
BENGALI_SOUNDS: Final = """ab al am an ar as ba bi da di fa fi ha hu im is ja ka kh la li ma mo na ni nur ra ri ro sa
    sha si ta to ul um za zi que had mad tex pur din""".split()
ENGLISH_SOUNDS: Final = """al ar bar bel ber brad brook burn by cal car chat clay cliff cor dal den der don dun el ev
    fair ford gar gil glen gran ham har hart hol hurst ken king lan land ley lin lock low mar mer mill mon mor nel nor
    nes pen per port ridge ris rock ros ser shel son stan ster sum ter thorn ton tur ver vil wal war way wel well win
    wood worth wyn""".split()
PRODUCTS: Final = """Technology;Industry;Trading;Textile;Industrial;Electronics;Import and Export;Garment;Machinery;
    Plastic;Chemical;Electric;Food;Metal;New Materials;Furniture;International Trade;Electronic Technology;Hardware;
    Auto Parts;Science and Technology;Manufacturing;Clothing;Equipment;International;Toys;Packaging;Medical;Rubber;
    Shoes;Steel;Lighting;Paper;Glass;Home Textile;Leather;Knitting;Precision;Energy;Crafts;Printing;Fashion;
    Photoelectric;
    Aluminum;Optical;Chemical Fiber;Dyeing;Agricultural;Pharmaceutical;Ceramics;Intelligent Technology;Solar;Seafood;
    Silicon;Cotton;Spinning;Weaving;Apparel;Wood;Tools;Bearing;Valve;Cable;Motor;Battery;Semiconductor;Fishery;Gloves;
    Household Products;Sporting Goods;Stationery;Bags;Mould;Fasteners;Pump;Instruments;Biotechnology;Environmental
    Protection;Supply Chain;Logistics;Enterprise;Development;Investment;Copper;Foil;Wool;Silk;Embroidery;Zipper;Button;
    Polysilicon;Tomato Products;Hair Products;Carbon;Magnesium;Titanium;Cement;Tyre;Bicycle;Kitchenware"""  # fmt: skip
BUSINESS: Final = "Enterprises Group Holdings Global Company Works Factory Mills Brothers Sons".split()


@dataclass(frozen=True, slots=True)
class Country:
    """How names of one country are composed.

    ``share`` is its part of a list; ``place`` how many names begin with a place; ``patterns`` are texts with OWN,
    PRODUCT, PLACE and FORM to be filled, the most common first; ``kinds`` says which words of its own a firm takes.
    """

    code: str
    share: float
    place: float
    places: tuple[str, ...]
    kinds: tuple[str, ...]
    patterns: tuple[str, ...]
    products: tuple[str, ...]
    forms: tuple[str, ...]


def _table(text: str) -> tuple[str, ...]:
    return tuple(" ".join(cell.split()) for cell in text.split(";") if cell.strip())


COMMON_PRODUCTS: Final = _table(PRODUCTS)
COUNTRIES: Final = (
    Country(
        "CHN",
        0.46,
        0.72,
        tuple(
            """Shenzhen Shanghai Ningbo Guangzhou Zhejiang Guangdong Jiangsu Dongguan Hangzhou Suzhou Qingdao Xiamen
            Shandong Wenzhou Foshan Yiwu Wuxi Beijing Tianjin Changzhou Nanjing Fujian Zhongshan Jiaxing Shaoxing
            Taizhou
            Quanzhou Hebei Anhui Jinhua Dalian Wuhan Nantong Henan Yangzhou Huizhou Sichuan Hunan Hubei Fuzhou Chengdu
            Chongqing Jiangxi Zhuhai Yantai Weifang Xinjiang Jinan Xian Kunshan Shantou Cixi Yuyao Hefei Changsha
            Zhengzhou Shijiazhuang Urumqi Kashgar Hotan Aksu Yili Changji Korla Turpan Liaoning Shanxi Yunnan Guangxi
            Hebei Linyi Zibo Jining Hong Kong""".replace("Hong Kong", "HongKong").split()
        ),
        ("PINYIN", "PINYIN", "PINYIN", "PINYIN", "PINYIN", "REAL", "ENGLISH", "COINED"),
        ("OWN PRODUCT FORM", "OWN PRODUCT PRODUCT FORM", "OWN PRODUCT Group FORM", "OWN (PLACE) PRODUCT FORM",
         "OWN PRODUCT Factory", "OWN Group FORM", "OWN PRODUCT No. N Factory"),
        COMMON_PRODUCTS,
        ("Co., Ltd.", "Co., Ltd", "Co.,Ltd.", "Company Limited", "Limited", "Limited Liability Company", "Corporation"),
    ),
    Country(
        "VNM",
        0.08,
        0.12,
        ("Viet Nam", "Ha Noi", "Sai Gon", "Hai Phong", "Da Nang", "Binh Duong", "Dong Nai", "Bac Ninh", "Can Tho"),
        ("VIETNAMESE", "VIETNAMESE", "VIETNAMESE", "ENGLISH", "COINED"),
        ("OWN PRODUCT FORM", "OWN FORM", "OWN PLACE PRODUCT FORM", "Cong Ty TNHH OWN",
        "OWN PRODUCT Import Export FORM"),
        COMMON_PRODUCTS,
        ("Company Limited", "Co., Ltd", "Joint Stock Company", "JSC", "Corporation", "One Member Company Limited"),
    ),
    Country(
        "IND",
        0.11,
        0.06,
        ("Mumbai", "Delhi", "Gujarat", "Surat", "Chennai", "Bangalore", "Hyderabad", "Pune", "Tirupur", "India"),
        ("INDIAN", "INDIAN", "INDIAN", "INDIAN", "REAL", "COINED", "INITIALS"),
        ("OWN PRODUCT FORM", "OWN FORM", "OWN PRODUCT", "OWN PRODUCT (India) FORM", "OWN OWN and Sons", "OWN Exports"),
        ("Textiles", "Exports", "Industries", "Enterprises", "International", "Chemicals", "Fabrics", "Steel",
        "Polymers",
         "Spinning Mills", "Pharmaceuticals", "Engineering", "Impex", "Overseas", "Garments", "Cotton", "Agro Foods",
         "Plastics", "Metals", "Handicrafts", "Marine Products", "Cotton Mills", "Yarns", "Traders", "Tools"),
        ("Pvt. Ltd.", "Private Limited", "Ltd.", "Limited", "LLP", "P. Ltd"),
    ),
    Country(
        "TUR",
        0.06,
        0.05,
        ("Istanbul", "Izmir", "Bursa", "Ankara", "Denizli", "Gaziantep", "Adana", "Konya"),
        ("TURKISH", "TURKISH", "TURKISH", "TURKISH", "COINED", "INITIALS"),
        ("OWN PRODUCT FORM", "OWN PRODUCT Sanayi ve Ticaret FORM", "OWN PRODUCT San. ve Tic. FORM",
        "OWN Dis Ticaret FORM"),
        ("Tekstil", "Makina", "Gida", "Metal", "Plastik", "Otomotiv", "Kimya", "Insaat", "Konfeksiyon", "Mobilya",
        "Cam",
         "Elektrik", "Ambalaj", "Iplik", "Deri", "Hali", "Celik", "Seramik", "Orme", "Boya"),
        ("A.S.", "Ltd. Sti.", "Limited Sirketi", "Anonim Sirketi", "AS"),
    ),
    Country(
        "MEX",
        0.08,
        0.04,
        ("Mexico", "Monterrey", "Guadalajara", "Puebla", "Tijuana", "Queretaro", "Leon", "Saltillo"),
        ("SPANISH", "SPANISH", "SPANISH", "SPANISH", "COINED", "REAL", "INITIALS"),
        ("PRODUCT OWN FORM", "OWN de Mexico FORM", "Grupo OWN FORM", "PRODUCT OWN de PLACE FORM",
        "PRODUCT y PRODUCT OWN FORM"),
        ("Industrias", "Comercializadora", "Textiles", "Distribuidora", "Plasticos", "Importadora", "Aceros",
        "Productos",
         "Manufacturas", "Servicios", "Autopartes", "Maquiladora", "Empaques", "Confecciones", "Alimentos", "Calzado",
         "Muebles", "Quimica", "Exportadora", "Agricola", "Metales", "Logistica"),
        ("S.A. de C.V.", "SA de CV", "S. de R.L. de C.V.", "S.A.P.I. de C.V.", "S.A."),
    ),
    Country(
        "MYS",
        0.05,
        0.03,
        ("Malaysia", "Penang", "Johor", "Selangor", "Melaka", "Klang"),
        ("MALAY", "MALAY", "MALAY", "ENGLISH", "COINED", "INITIALS"),
        ("OWN PRODUCT FORM", "OWN FORM", "OWN PRODUCT (M) FORM", "OWN PRODUCT (Malaysia) FORM"),
        ("Industries", "Rubber", "Gloves", "Trading", "Plastics", "Plantations", "Palm Oil", "Furniture", "Electronics",
         "Engineering", "Marketing", "Resources", "Enterprise", "Timber", "Foods", "Manufacturing", "Packaging"),
        ("Sdn. Bhd.", "Sdn Bhd", "Berhad", "Bhd."),
    ),
    Country(
        "BGD",
        0.05,
        0.03,
        ("Dhaka", "Chittagong", "Bangladesh", "Gazipur", "Narayanganj"),
        ("BENGALI", "BENGALI", "BENGALI", "ENGLISH", "COINED", "INITIALS"),
        ("OWN PRODUCT FORM", "OWN PRODUCT (BD) FORM", "OWN PRODUCT PRODUCT FORM", "OWN PRODUCT Unit N FORM"),
        ("Fashions", "Knitwear", "Garments", "Apparels", "Composite", "Textile Mills", "Knit Composite", "Sweaters",
         "Denim", "Jute Mills", "Washing", "Spinning Mills", "Tannery", "Footwear", "Ceramics"),
        ("Ltd.", "Limited", "Ltd", "(Pvt.) Ltd."),
    ),
    Country(
        "USA",
        0.11,
        0.08,
        ("American", "Texas", "California", "Chicago", "Boston", "Ohio", "Florida", "Dallas", "Atlanta"),
        ("REAL", "REAL", "ENGLISH", "ENGLISH", "COINED", "INITIALS"),
        ("OWN PRODUCT FORM", "OWN OWN FORM", "OWN FORM", "OWN PRODUCT of America FORM", "OWN PRODUCT PRODUCT FORM"),
        ("Industries", "Products", "Manufacturing", "Systems", "Technologies", "International", "Supply", "Foods",
         "Solutions", "Services", "Enterprises", "Plastics", "Steel", "Electronics", "Apparel", "Medical", "Chemical",
         "Packaging", "Automotive", "Furniture", "Trading", "Imports", "Holdings", "Global", "Energy", "Tool"),
        ("Inc.", "LLC", "Inc", "Corp.", "Corporation", "Company", "L.L.C.", "Co."),
    ),
)  # fmt: skip
