"""What the words of a corpus change in the rules on words."""

from __future__ import annotations

from corpus_cli.clean import Lexicon, clean_texts, cleaner, learn

SENTENCE = "The river came down from the huge {} on every side of the old house."


def cleaned(word: str, lexicon: Lexicon | None) -> str:
    """Return what the rule on misread words makes of a word in a sentence."""
    (result,) = clean_texts([SENTENCE.format(word)], cleaner(only=["misread-words"], lexicon=lexicon))
    return result.text


def test_a_word_that_the_corpus_repeats_stays() -> None:
    assert cleaned("mouniains", None) == SENTENCE.format("mountains")
    assert cleaned("mouniains", learn(["the mouniains", "of mouniains"])) == SENTENCE.format("mouniains")


def test_a_word_that_only_the_corpus_knows_is_mended() -> None:
    lexicon = learn(["the kuralitos of the river"] * 30)
    assert cleaned("kuraiitos", lexicon) == SENTENCE.format("kuralitos")
    assert cleaned("kuraiitos", None) == SENTENCE.format("kuraiitos")


def test_same_texts_give_the_same_words_in_the_same_order() -> None:
    texts = ["b b a a", "ccc ddd ddd ccc bbb", "aaa bbb aaa 河水"]
    assert list(learn(texts).words) == ["aaa", "bbb", "ccc", "ddd"]
    assert learn(texts) == learn(reversed(texts))
