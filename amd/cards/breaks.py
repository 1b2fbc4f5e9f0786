"""Where a line of Chinese or Japanese may end, after the rules of their printers."""

import regex

_BETWEEN = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\u3000-\u303f\u30fb\u30fc\uff01-\uff65…—]"
)
_NEVER_FIRST = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々ー）］｝〕〉》」』】〙〗〟’”｠»‐–—…‥〜～"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    ",.!?:;)]}%％‰℃°′″"
)
"""Closing marks and small letters, which belong to what is before them."""
_NEVER_LAST = frozenset("（［｛〔〈《「『【〘〖〝‘“｟«([{£$¥€￥＄￡№")


def may_break(before: str, after: str) -> bool:
    """Whether a line may end between these two letters, which no space parts."""
    if after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    return bool(_BETWEEN.match(before) or _BETWEEN.match(after))
