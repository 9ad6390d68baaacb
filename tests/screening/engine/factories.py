"""Listed goods and lines named for their situation; every producer here is invented."""

from screening.engine import Authority, Line, ListedGood, ListedProducer, Party

MAKER = "Tejidos Inventados del Valle Co., Ltd."


def national_shirts(**changes: object) -> ListedGood:
    """Return a national entry that names a producer, a tariff code and an origin."""
    fields: dict[str, object] = {
        "key": "RES-1/1",
        "list_name": "nacional",
        "authority": Authority.NATIONAL,
        "producers": (
            ListedProducer(
                MAKER, aliases=("虚构山谷纺织有限公司",), identifiers=("91650100MA7ABCDE11",), country="CHN"
            ),
        ),
        "tariff_codes": ("61091003",),
        "origins": ("CHN",),
        "act": "RES-1",
    }
    return ListedGood(**(fields | changes))  # type: ignore[arg-type]  # the factory's fields are checked by the class


def foreign_maker(name: str = "Hoshine Silicon Industry Co. Ltd.") -> ListedGood:
    """Return a foreign entry that names a producer only."""
    return ListedGood("F-1", "uflpa", Authority.FOREIGN, producers=(ListedProducer(name, country="CHN"),))


def foreign_region() -> ListedGood:
    """Return a foreign order on the goods of a region, without a producer."""
    return ListedGood("F-2", "wro", Authority.FOREIGN, goods_words="Cotton", origins=("CHN",), places=("Xinjiang",))


def seller(name: str, **fields: object) -> Party:
    """Return a declared supplier in China."""
    return Party(**({"role": "SUPPLIER", "name": name, "country": "CHN"} | fields))  # type: ignore[arg-type]


def shirts(*parties: Party, **fields: object) -> Line:
    """Return a line of cotton shirts from China."""
    plain: dict[str, object] = {"tariff_code": "61091003", "nico": "01", "description": "PLAYERAS", "origin": "CHN"}
    return Line(**(plain | fields), parties=parties)  # type: ignore[arg-type]
