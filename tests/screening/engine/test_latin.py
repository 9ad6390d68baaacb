"""Names in any script: what they become, and that nothing raises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.engine.latin import LONGEST, to_latin
from tests.work import steps

NAMES = {
    "a Chinese firm with its industry and form": ("合盛硅业股份有限公司", "HESHENG SILICON INDUSTRY CO LTD"),
    "without the form": ("合盛硅业", "HESHENG SILICON INDUSTRY"),
    "traditional characters": ("合盛硅業股份有限公司", "HESHENG SILICON INDUSTRY CO LTD"),
    "the Corps": ("新疆生产建设兵团", "XINJIANG PRODUCTION CONSTRUCTION CORPS"),
    "a place under its English name": ("和田泰达服饰有限公司", "HOTAN TAIDA APPAREL CO LTD"),
    "a place with the kind of place": ("喀什地区", "KASHGAR"),
    "a name of four characters in pairs": ("天山神木毛纺有限公司", "TIANSHAN SHENMU WOOL SPINNING CO LTD"),
    "a reading that depends on the word": ("重庆长安汽车", "CHONGQING CHANGAN AUTOMOTIVE"),
    "an ordinal in characters": ("中国电子第五十八研究所", "CHINA ELECTRONIC 58 RESEARCH INSTITUTE"),
    "an ordinal in digits": ("第3机床厂", "3 MACHINERY TOOL FACTORY"),
    "brackets stay": ("新疆中泰(集团)有限责任公司", "XINJIANG ZHONGTAI ( GROUP ) CO LTD"),
    "Japanese": ("株式会社トヨタ自動車", "KK TOYOTA AUTOMOTIVE"),
    "Korean, form first": ("주식회사 한국전력", "CO LTD KOREA ELECTRIC POWER"),
    "a Korean name with a known word inside": ("동국제강", "DONGGUKJEGANG"),
    "Russian": ("ООО Меридиан", "OOO MERIDIAN"),
    "Russian adjectives": ("Казанский завод", "KAZANSKIY ZAVOD"),
    "Ukrainian": ("Київ Галичина", "KYYIV HALYCHYNA"),
    "Arabic with articles": ("شركة الخليل للتجارة المحدودة", "CO AL KHALIL TRADING LTD"),
    "Persian": ("شرکت صنایع الکترونیک ایران", "CO INDUSTRY ELECTRONIC IRAN"),
    "Uyghur": ("خوتەن شىركىتى", "HOTAN CO"),
    "Tibetan": ("བོད་ལྗོངས།", "TIBET"),
    "Thai": ("บริษัท ไทยยูเนี่ยน จำกัด", "CO THAI UNION LTD"),
    "Vietnamese": ("Công ty TNHH Dệt May Hà Nội", "CONG TY TNHH TEXTILE GARMENT HANOI"),
    "Turkish": ("İSTANBUL TEKSTİL SANAYİ ŞTİ", "ISTANBUL TEKSTIL SANAYI STI"),
    "German, Polish, Danish": ("Straße Łódź Ørsted", "STRASSE LODZ ORSTED"),
    "full-width letters": ("ＡＢＣ　Ｃｏ．，Ｌｔｄ．", "ABC CO.,LTD."),
    "Cyrillic letters for Latin ones": ("Shenzhen Ditai Со., Ltd.", "SHENZHEN DITAI CO., LTD."),
    "signs that do not show": ("Xin\u200bjiang\ufeff Wool", "XINJIANG WOOL"),
    "NUL parts words": ("a\x00b", "A B"),
    "pictures go": ("🙂 Wool 🙂", "WOOL"),
}


@pytest.mark.parametrize(("name", "latin"), [pytest.param(*pair, id=why) for why, pair in NAMES.items()])
def test_a_name_of_any_script_is_read(name: str, latin: str) -> None:
    assert to_latin(name) == latin


@given(st.text(max_size=80))
def test_any_text_becomes_upper_case_ascii(text: str) -> None:
    latin = to_latin(text)
    assert latin.isascii()
    assert latin == latin.upper()


@pytest.mark.parametrize("letter", ["С", "合", "ا", "가", "ก", "བ", "🙂", "é", "ạ", "第十"])
def test_a_name_without_end_is_read_as_far_as_names_go(letter: str) -> None:
    longest = letter * LONGEST
    assert to_latin(letter * 10_000) == to_latin(longest[:LONGEST])
    assert steps(lambda: to_latin(letter * 10_000)) <= 2 * steps(lambda: to_latin(longest[:LONGEST])) + 10


@pytest.mark.parametrize("letter", ["С", "合", "ا", "가", "ก", "བ", "🙂", "é", "ạ", "第十"])
def test_a_name_twice_as_long_takes_twice_the_steps(letter: str) -> None:
    to_latin(letter * 3)
    half = steps(lambda: to_latin(letter * (LONGEST // 4)))
    assert steps(lambda: to_latin(letter * (LONGEST // 2))) <= 2.2 * half
