"""Other ways to write parts of a name: legal forms, abbreviations, look-alike letters, romanisations, notes around it.

Written by hand after declarations and bills of lading; nothing here is known to the engine.
"""

import re
from collections.abc import Mapping
from typing import Final


def _groups(*groups: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    return {form: group for group in groups for form in group}


FORMS: Final = _groups(
    ("Co., Ltd.", "Co., Ltd", "Co.,Ltd.", "Co Ltd", "Company Limited", "Company, Limited", "CO.LTD", "Limited Company"),
    ("Limited", "Ltd.", "Ltd", "LTD"),
    ("Limited Liability Company", "LLC", "L.L.C.", "Limited Liability Co."),
    ("Corporation", "Corp.", "Corp", "Incorporated"),
    ("Inc.", "Inc", "Incorporated", "Corp."),
    ("Company", "Co.", "Co"),
    ("Joint Stock Company", "JSC", "J.S.C.", "Joint-Stock Co."),
    ("One Member Company Limited", "Co., Ltd (One Member)", "MTV Co Ltd"),
    ("Pvt. Ltd.", "Private Limited", "P. Ltd", "Pvt Ltd", "(P) Ltd", "Pvt. Limited"),
    ("(Pvt.) Ltd.", "Pvt Ltd", "Private Limited"),
    ("LLP", "L.L.P."),
    ("A.S.", "Anonim Sirketi", "AS", "A.Ş."),
    ("Ltd. Sti.", "Limited Sirketi", "Ltd Sti", "LTD.STI."),
    ("S.A. de C.V.", "SA de CV", "SA DE C V", "Sociedad Anonima de Capital Variable", "S.A. C.V."),
    ("S. de R.L. de C.V.", "S de RL de CV", "SRL de CV"),
    ("S.A.P.I. de C.V.", "SAPI de CV"),
    ("S.A.", "SA", "Sociedad Anonima"),
    ("Sdn. Bhd.", "Sdn Bhd", "SDN.BHD.", "Sendirian Berhad"),
    ("Bhd.", "Berhad", "Bhd"),
)
# A legal form that closes a name, with the signs before it.
FORM: Final = re.compile(r"[\s,]*\b(" + "|".join(map(re.escape, sorted(FORMS, key=len, reverse=True))) + r")(?!\w)\.?$")

ABBREVIATIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "Technology": ("Tech", "Tech.", "Techn"), "Industry": ("Ind.", "Ind", "Indus"), "Industrial": ("Ind.", "Indl"),
    "Trading": ("Trdg", "Trad."), "Textile": ("Tex", "Tex."), "Electronics": ("Elec", "Electr."),
    "Electronic": ("Elec.", "Elect"), "Electric": ("Elec.", "Elect"), "Import": ("Imp", "Imp."),
    "Export": ("Exp", "Exp."), "Machinery": ("Mach", "Mach."), "Chemical": ("Chem", "Chem."),
    "Materials": ("Mat.", "Matls"),
    "International": ("Intl", "Int'l", "Int."), "Science": ("Sci", "Sci."), "Manufacturing": ("Mfg", "Mfg.", "Manuf"),
    "Equipment": ("Equip", "Eqpt"), "Group": ("Grp", "Gr."), "Development": ("Dev", "Devt"),
    "Products": ("Prod.", "Prods"),
    "Pharmaceutical": ("Pharm", "Pharma"), "Pharmaceuticals": ("Pharma",), "Engineering": ("Engg", "Eng."),
    "Enterprise": ("Ent.", "Entpr"), "Enterprises": ("Ent.", "Entps"), "Industries": ("Inds", "Ind."),
    "Agricultural": ("Agri", "Agric."), "Garment": ("Gmt", "Garmt"), "Garments": ("Gmts",), "Factory": ("Fty", "Fact."),
    "Precision": ("Prec.",), "Aluminum": ("Alum", "Aluminium"), "Plastic": ("Plas.",), "Plastics": ("Plas",),
    "Comercializadora": ("Com.", "Comerc."), "Industrias": ("Ind.", "Inds"), "Distribuidora": ("Dist.", "Distr"),
    "Sanayi": ("San.", "San"), "Ticaret": ("Tic.", "Tic"), "Tekstil": ("Teks.", "Tekst"), "Makina": ("Mak.",),
    "Technologies": ("Tech", "Technols"), "Systems": ("Sys", "Syst."), "Solutions": ("Sol.",),
    "Services": ("Svcs", "Serv."),
    "Holdings": ("Hldgs",), "Investment": ("Inv", "Invest"), "Environmental": ("Env.",), "Protection": ("Prot.",),
    "Packaging": ("Pkg", "Pack."), "Printing": ("Prtg",), "Semiconductor": ("Semicon",), "and": ("&", "n"),
}  # fmt: skip

# What a scanner takes for another; the more usual ones stand in both cases.
LOOKALIKES: Final = (
    ("o", "0"), ("O", "0"), ("l", "1"), ("I", "1"), ("i", "l"), ("S", "5"), ("B", "8"), ("rn", "m"), ("m", "rn"),
    ("cl", "d"), ("vv", "w"), ("w", "vv"), ("u", "v"), ("h", "b"), ("e", "c"), ("n", "ri"), ("Z", "2"), ("G", "6"),
    ("D", "O"), ("ii", "u"), ("g", "q"), ("f", "t"),
)  # fmt: skip

POSTAL: Final[Mapping[str, tuple[str, ...]]] = {
    "Beijing": ("Peking", "Bei Jing"), "Guangzhou": ("Canton", "Kwangchow", "Guang Zhou"),
    "Tianjin": ("Tientsin", "Tien Tsin"),
    "Nanjing": ("Nanking",), "Xiamen": ("Amoy",), "Qingdao": ("Tsingtao", "Qing Dao"), "Chongqing": ("Chungking",),
    "Guangdong": ("Kwangtung", "Canton Province"), "Fujian": ("Fukien",), "Zhejiang": ("Chekiang", "Zhe Jiang"),
    "Jiangsu": ("Kiangsu",), "Shantou": ("Swatow",), "Suzhou": ("Soochow",), "Hangzhou": ("Hangchow",),
    "Shandong": ("Shantung",), "Sichuan": ("Szechuan", "Szechwan"), "Fuzhou": ("Foochow",),
    "Ningbo": ("Ningpo", "Ning Bo"),
    "Xinjiang": ("Sinkiang", "Xin Jiang"), "Kashgar": ("Kashi",), "Hotan": ("Hetian", "Khotan"),
    "Urumqi": ("Wulumuqi", "Urumchi"),
    "Aksu": ("Akesu",), "Yili": ("Ili", "Yi Li"), "Dalian": ("Dairen", "Da Lian"),
    "Shenzhen": ("Shen Zhen", "Shumchun"),
    "Mumbai": ("Bombay",), "Chennai": ("Madras",), "Bangalore": ("Bengaluru",), "Dhaka": ("Dacca",),
    "Chittagong": ("Chattogram",),
    "HongKong": ("Hong Kong", "HK", "Xianggang"), "Mexico": ("Mexicana", "Mex"), "Penang": ("Pulau Pinang",),
}  # fmt: skip
WADE: Final = (  # first that fits; Wade-Giles without its marks
    ("xi", "hsi"), ("zhong", "chung"), ("zh", "ch"), ("^x", "hs"), ("^q", "ch"), ("^j", "ch"), ("ong$", "ung"),
    ("^d", "t"), ("^g", "k"), ("^b", "p"), ("^r", "j"), ("^z", "ts"), ("^c", "ts"), ("ian", "ien"),
)  # fmt: skip
SOUNDS: Final = (
    ("sh", "s"), ("ph", "f"), ("ksh", "x"), ("aa", "a"), ("ee", "i"), ("oo", "u"), ("v", "w"), ("x", "ks"), ("c", "k"),
    ("y", "i"), ("th", "t"), ("ck", "k"), ("qu", "kw"), ("z", "s"), ("i", "y"),
)  # fmt: skip

JUNK_BEFORE: Final = (
    "C/O", "ON BEHALF OF", "MESSRS", "M/S", "O/B", "SHIPPER:", "TO ORDER OF", "THE", "EXPORTER", "MFR:", "PROVEEDOR",
)  # fmt: skip
JUNK_AFTER: Final = (
    "TEL #", "TEL: 86-21-#", "ROOM #", "NO.# RENMIN ROAD", "ATTN: MR WANG", "CHINA", "P.R.CHINA", "VAT #", "FAX #",
    "USCI #", "(TAX ID #)", "BLDG #", "INDUSTRIAL ZONE", "PO BOX #", "AS AGENT", "DIV.", "BRANCH", "EXPORT DEPT",
    "# FL",
)  # fmt: skip
