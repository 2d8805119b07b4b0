"""Write ``lists/scripts/cantonese.tsv``: characters of Chinese names with their Hong Kong spellings.

    python -m bench.make_cantonese        # needs: pip install cantonese-romanisation faker mimesis

The characters are those of the given names in two generators of test data (MIT licence) and of the surnames in
``lists/words/surnames_cjk.tsv``; their Cantonese readings (LSHK) those of cantonese-romanisation (MIT licence). The
readings are spelled as Hong Kong's registers spell them, by the table of initials and finals below.
"""

from __future__ import annotations

import csv
import importlib
import json
from collections import Counter
from pathlib import Path

from bench.make_names_in_use import flat
from screening.names.chinese import pinyin
from screening.names.folding import fold
from screening.reference import table

TARGET = Path(__file__).parent.parent / "lists" / "scripts" / "cantonese.tsv"
HEADER = (
    "# source: readings of cantonese-romanisation 1.0.5 (MIT licence) for the characters of given names in Faker "
    "40.63.0 and mimesis 22.2.0 (MIT licence), spelled after the usage of Hong Kong's registers; put together by "
    "bench/make_cantonese.py\n"
    "# date: 2026-11-26\n"
    "# licence: MIT (Copyright (c) Chun Law; Copyright (c) 2012 Daniele Faraglia; Copyright (c) 2016-2021 Isaac Kang, "
    "Likid Geimfari)\n"
    "# what: characters of Chinese names (simplified), their Mandarin reading, and how Cantonese spells them in Latin "
    "letters\n"
)
INITIALS = {
    "b": "p b",
    "d": "t d",
    "g": "k g",
    "gw": "kw gw",
    "z": "ch ts j",
    "c": "ch ts",
    "s": "s sh",
    "j": "y",
    "n": "n l",
    "ng": "ng -",
}
FINALS = {
    "aa": "a ah",
    "aai": "ai",
    "aau": "au",
    "aam": "am",
    "aan": "an",
    "aang": "ang",
    "aap": "ap",
    "aat": "at",
    "aak": "ak",
    "ai": "ai",
    "au": "au",
    "am": "am um",
    "an": "an un",
    "ang": "ang",
    "ap": "ap up",
    "at": "at ut",
    "ak": "ak uk",
    "e": "e eh",
    "ei": "ei ee i",
    "eng": "eng ing",
    "ek": "ek ik",
    "i": "i ee ze z",
    "iu": "iu",
    "im": "im",
    "in": "in",
    "ing": "ing",
    "ip": "ip",
    "it": "it",
    "ik": "ik",
    "o": "o oh or",
    "oi": "oi oy",
    "ou": "o ou ow",
    "on": "on",
    "ong": "ong",
    "ot": "ot",
    "ok": "ok",
    "u": "u oo",
    "ui": "ui",
    "un": "un oon",
    "ung": "ung",
    "ut": "ut",
    "uk": "uk",
    "oeng": "eung eong",
    "oek": "euk",
    "oe": "eu",
    "eoi": "ui oi",
    "eon": "un eun",
    "eot": "ut",
    "yu": "yu ue u",
    "yun": "uen un",
    "yut": "uet ut",
    "m": "m",
    "ng": "ng",
}
AFTER_Y = {"i": "i ee", "yu": "u ue", "yun": "uen un", "yut": "uet ut"}
WRITTEN = {"si": "see si sze", "zi": "chi tsz tse", "ci": "chi tsz tse", "jyu": "yu yue", "ji": "yi yee"}


def main() -> None:
    """Gather the characters and write their spellings."""
    package = Path(str(importlib.import_module("cantoroman").__file__)).parent
    readings = json.loads((package / "data" / "charToLshk.json").read_text(encoding="utf-8"))
    by_simplified: dict[str, list[str]] = {}
    for char, found in readings.items():
        by_simplified.setdefault(fold(char), []).extend(each.rstrip("123456") for each in found)
    rows = []
    for char in characters():
        spellings = dict.fromkeys(each for reading in by_simplified.get(char, []) for each in spelled(reading))
        mandarin = pinyin(char)
        if spellings and mandarin:
            rows.append((char, mandarin[0], " ".join(spellings)))
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        file.write(HEADER)
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(["han", "pinyin", "cantonese"])
        writer.writerows(sorted(rows))
    print(len(rows), "characters")


def characters() -> list[str]:
    """Characters of given names and surnames, simplified."""
    found: Counter[str] = Counter()
    for locale in ("zh_CN", "zh_TW"):
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in dir(provider):
            if attribute.startswith(("first_name", "last_name")) and "roman" not in attribute:
                for name in flat(getattr(provider, attribute)):
                    found.update(fold(name))
    folder = Path(str(importlib.import_module("mimesis").__file__)).parent / "datasets" / "zh"
    data = json.loads((folder / "person.json").read_text(encoding="utf-8"))
    for key in ("names", "surnames"):
        for name in flat(data.get(key, [])):
            found.update(fold(name))
    for row in table("words/surnames_cjk.tsv").rows:
        if row["language"] == "zh":
            found.update(fold(row["native"].replace(";", "").replace(" ", "")))
    found.update(fold(MORE))
    return [char for char in found if "\u4e00" <= char <= "\u9fff"]


MORE = (
    "大小文武明志強国國华華建军軍民永兴興盛振英芳兰蘭菊梅雪月红紅云雲龙龍虎鹏鵬飞飛海江河山石金银銀玉宝寶珍珠福禄祿寿壽喜庆慶"
    "荣榮富贵貴昌德义義仁礼禮智信忠孝诚誠勇刚剛毅坚堅伟偉雄豪杰傑俊才贤賢良善正平安康健乐樂天宇宙光辉輝耀晨旭东東南西北中元"
    "春夏秋冬星辰雨风風雷电電林森木松柏树樹成功业業立新学學思敬恩惠慧敏静靜美丽麗秀娟婷娜娇嬌妙淑贞貞琴瑶瑤琳琪璐莹瑩"
    "家嘉佳加子紫梓泽澤浩瀚洋波涛濤清源泉润潤沛洪斌彬炳焕煥然熙照景尚少世世宗祖继繼承先启啟祥瑞吉利达達通远遠长長久恒恆"
    "权權铨銓锋鋒钧鈞鉴鑒锦錦铭銘钟鐘鑫晶昆昊晓曉晖暉暄智旺曜朗朝期凯凱翔翰羽翼耀驰馳骏駿骥驥骁驍介石泰岱峰岳岩嵩崇岭嶺"
    "仲伯叔季孟友亮仪儀伦倫俭儉保倩健传傳佐佑侃侠俠全公共其典养養凤鳳勤化升卓博卫衛厚原可君启国圣聖基堂培士夏奇奋奮奕女好如"
    "妍姗姍娥婉嫣宁寧守宏定宜宣宪憲宽寬富尔爾山川巧巍帆希帅帥广廣庭廷延弘强彤彦彥彪影心怀懷怡悦悅情惟意愉慈戈戎才拓挺捷"
    "政敦方旋日昭显顯晋晉晟暢畅有朋来來杨楊果柔栋棟桂桐桦樺楚榕欢歡歌正步殿毓水汉漢沁沙法泓泳津洁潔流浚浦涵淇淳深渊淵湘"
    "記联聯順裕亨匯創科置行號力煌精"  # firms are named with these
)


def spelled(reading: str) -> list[str]:
    """The Latin spellings of one reading in LSHK romanisation without its tone."""
    if reading in WRITTEN:
        return WRITTEN[reading].split()
    for length in (2, 1, 0):
        initial, final = reading[:length], reading[length:]
        if final in FINALS and (
            not initial or initial in INITIALS or initial in "b p m f d t n l g k ng h gw kw w z c s j"
        ):
            break
    else:
        return []
    finals = AFTER_Y.get(final, FINALS[final]) if initial == "j" else FINALS[final]
    return [
        first.replace("-", "") + last
        for first in INITIALS.get(initial, initial).split() or [""]
        for last in finals.split()
        if last not in ("z", "ze") or first in ("ts", "s")
    ]


if __name__ == "__main__":
    main()
