import logging
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from language import analyze, dictionary, get_lexicon, set_lexicon
from language.hunspell import EMPTY


@pytest.fixture
def small_files(tmp_path):
    aff, dic = tmp_path / "sv_SE.aff", tmp_path / "sv_SE.dic"
    aff.write_text("SFX B Y 1\nSFX B 0 et [^a]\n", encoding="utf-8")
    dic.write_text("3\ntorg/BXY\nhus/BXY\nStockholm\n", encoding="utf-8")
    return aff, dic


@pytest.fixture
def cache(tmp_path, monkeypatch, small_files):
    folder = tmp_path / "cache"
    monkeypatch.setenv("PAGRANSEN_CACHE_DIR", str(folder))
    monkeypatch.setattr(dictionary, "find_files", lambda: small_files)
    return folder


def test_it_is_compiled_once_and_read_again_the_same(cache, monkeypatch):
    compiled = dictionary.load()
    assert compiled.flags_of("torg") == "BXY"
    assert len(list(cache.iterdir())) == 1
    monkeypatch.delattr(dictionary, "compile_files")
    assert dictionary.load() == compiled


def test_a_damaged_cache_is_compiled_anew(cache, caplog):
    compiled = dictionary.load()
    (file,) = cache.iterdir()
    for content in (b"", b"{}\n", file.read_bytes()[:-3]):
        file.write_bytes(content)
        assert dictionary.load() == compiled
    assert "cannot be read" in caplog.text


def test_an_unwritable_cache_does_no_harm(cache, caplog):
    cache.write_text("a file where the folder should be")
    assert dictionary.load().flags_of("hus") == "BXY"
    assert "cannot be written" in caplog.text


def test_without_the_dictionary_it_says_so_and_is_empty(monkeypatch, caplog):
    monkeypatch.setattr(dictionary, "find_files", lambda: None)
    with caplog.at_level(logging.WARNING):
        assert dictionary.load() == EMPTY
    assert "hunspell-sv" in caplog.text


def test_importing_reads_no_dictionary():
    code = (
        "import sys; import language; from language.lexicon import _current;"
        "sys.exit(_current._lexicon is not None)"
    )
    paths = [path for path in sys.path if path]
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = {paths!r}; {code}"],
        check=False,
    )
    assert done.returncode == 0


def test_threads_agree():
    text = "museerna och stadsutvecklingsprojektets böcker om dagvattenhantering " * 3
    expected = analyze(text, "sv")
    set_lexicon(None)
    with ThreadPoolExecutor(8) as pool:
        assert all(
            one == expected for one in pool.map(analyze, [text] * 64, ["sv"] * 64)
        )


def test_a_lexicon_can_be_set_for_the_process():
    taught = get_lexicon().with_words(["snorfet"])
    assert analyze("snorfetmetod", "sv")[0].parts == ()
    set_lexicon(taught)
    try:
        assert analyze("snorfetmetod", "sv")[0].parts == ("snorfet", "metod")
    finally:
        set_lexicon(None)
