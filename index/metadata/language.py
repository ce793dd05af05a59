"""Which language a text is in: by its script, and for Latin and Cyrillic letters by its commonest words."""

import re
from collections import Counter

from index.zones import LatePattern

_SAMPLE = 3000
_LETTERS = LatePattern(r"[^\W\d_]+")
_SCRIPTS = (
    ("ja", LatePattern(r"[\u3040-\u30ff]")),
    ("ko", LatePattern(r"[\uac00-\ud7af\u1100-\u11ff]")),
    ("zh", LatePattern(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")),
    ("ru", LatePattern(r"[\u0400-\u04ff]")),
    ("ar", LatePattern(r"[\u0600-\u06ff]")),
    ("el", LatePattern(r"[\u0370-\u03ff]")),
    ("he", LatePattern(r"[\u0590-\u05ff]")),
    ("hi", LatePattern(r"[\u0900-\u097f]")),
    ("th", LatePattern(r"[\u0e00-\u0e7f]")),
)
_COMMON = {
    "en": "the of and to in that is was for it with as on be at by this have from or had not are but which they his",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat",
    "fr": "le la les des et en du une que est dans qui par pour au sur pas plus ne se ce son avec il sont",
    "es": "el la de que y los del se las por un para con no una su al es lo como más pero sus le",
    "it": "di che il la è del per un una in non le della con si dei da sono al alla più anche nel",
    "pt": "de que e o da do em um para com não uma os no se na por mais as dos como mas ao ele",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als bij maar door",
    "sv": "och att det i som en på är av för med till den har de inte om ett var sig",
    "pl": "i w na z się nie do że jest to po od przez jak za co dla tym są ale",
    "tr": "ve bir bu için ile da de olarak daha çok en gibi olan kadar sonra ancak",
    "id": "yang dan di dengan untuk dari pada ini itu adalah dalam tidak akan oleh ke telah",
    "vi": "và của là có trong được cho một những các với không người này đã khi từ",
}
_WORDS: dict[str, list[str]] = {}
for _language, _words in _COMMON.items():
    for _word in _words.split():
        _WORDS.setdefault(_word, []).append(_language)


def detect_language(text: str) -> str | None:
    """Return the BCP 47 code of the language of ``text``; None when it is too short or fits several.

    The script decides where it can. Latin letters are decided by how many of a language's commonest words there are:
    the best must hold a twelfth of all words and lead the next by a third. Cyrillic is Russian, or Ukrainian by і ї є.
    """
    sample = text[:_SAMPLE]
    words = _LETTERS.findall(sample)
    letters = sum(map(len, words))
    if letters < 20:
        return None
    counts = {language: len(script.findall(sample)) for language, script in _SCRIPTS}
    if counts["ja"] > 0.05 * letters and counts["ja"] + counts["zh"] > 0.5 * letters:
        return "ja"
    best = max(counts, key=lambda language: counts[language])
    if counts[best] > 0.5 * letters:
        return _cyrillic(sample) if best == "ru" else best
    return _latin(words)


def _cyrillic(sample: str) -> str:
    return "uk" if len(re.findall("[іїєґ]", sample.lower())) > len(re.findall("[ыэъё]", sample.lower())) else "ru"


def _latin(words: list[str]) -> str | None:
    if len(words) < 12:
        return None
    votes: Counter[str] = Counter()
    for word, count in Counter(map(str.lower, words)).items():
        for language in _WORDS.get(word, ()):
            votes[language] += count
    (best, first), (_, second) = (*votes.most_common(2), ("", 0), ("", 0))[:2]
    return best if best and first >= len(words) / 12 and first * 3 >= second * 4 else None
