"""What each step of understanding words is worth, before and after.

    make bench ARGS=search_steps
    python -m benchmarks.search_steps subjects

Measures the embedded engine on the database of the settings. It must hold the
demonstration (``make run`` once); or, to ask for the research subjects, Swecris' file,
imported ``--without-subjects`` and lying in ``REAL_DATA``. Prints a Markdown table:
nDCG@10, MRR@10 and the share of queries without a hit, from plain words to the search
as it is, each step with all those above it.

How the steps are taken away: every document is indexed anew with an analysis that
stops at the step, in a transaction that is rolled back (other writers wait), and what
a plan has from later steps is left out before the engine gets it. The labels of a
document's concepts are among its words from the first row on. Weights stay as they
are tuned for the whole, so the early rows are a little worse than a search made for
them would be.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from unittest.mock import patch

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
os.environ["DEBUG"] = "false"  # debugging keeps every statement
os.environ.setdefault("SECRET_KEY", "this process only measures")

import django

django.setup()

from django.db import transaction  # noqa: E402
from tqdm import tqdm  # noqa: E402

from language import analysis, index_safe, snowball  # noqa: E402
from language.words import Word, english_word, swedish_word  # noqa: E402
from search.documents import SearchDocument, all_keys, build_documents  # noqa: E402
from search.engines import spelling  # noqa: E402
from search.engines.database import DatabaseEngine  # noqa: E402
from search.evaluation.figures import figures_of  # noqa: E402
from search.evaluation.judged import DEMO, SETS, Judged, NotJudged, read_judged  # noqa: E402
from search.evaluation.running import Outcome, run  # noqa: E402
from search.evaluation.subjects import read_subjects  # noqa: E402
from search.query import Plan, SearchQuery, plan_of  # noqa: E402
from search.query.plan import Word as PlannedWord  # noqa: E402
from search.translations import translator  # noqa: E402

Understand = Callable[[str], Word]


def _plain(norm: str) -> Word:
    token = index_safe(norm)
    return Word(token, token, ())


def _swedish_stem(norm: str) -> Word:
    return _plain(snowball.swedish(norm))


def _english_stem(norm: str) -> Word:
    return _plain(snowball.english(norm))


def _inflected(norm: str) -> Word:
    return _plain(swedish_word(norm).stem)


def _compounds(norm: str) -> Word:
    word = swedish_word(norm)
    return Word(word.stem, word.stem, word.parts)


@dataclass(frozen=True)
class Step:
    """``without`` are the kinds of clauses in a plan that come with later steps;
    ``whole`` leaves everything to the search as it is."""

    name: str
    swedish: Understand = swedish_word
    english: Understand = english_word
    folding: bool = True
    typos: bool = True
    without: tuple[str, ...] = ("related", "translation", "synonym")
    whole: bool = False


STEPS = (
    Step("plain words", _plain, _plain, folding=False, typos=False),
    Step("stems", _swedish_stem, _english_stem, folding=False, typos=False),
    Step("inflection", _inflected, _english_stem, folding=False, typos=False),
    Step("compounds", _compounds, _english_stem, folding=False, typos=False),
    Step("folding", typos=False),
    Step("typing errors"),
    Step("related words, learnt translations", without=("synonym",)),
    Step("concepts, names and questions understood", whole=True),
)


def _limited(step: Step, query: SearchQuery, plan: Plan) -> Plan:
    """Of a plan, only what the step knows of."""
    if step.whole:
        return plan
    # Without what was understood: words, what stands in quotes, and case numbers.
    plain = plan_of(query.text, query.lang, translate=translator())
    return Plan(
        words=tuple(
            replace(
                word,
                clauses=tuple(
                    clause for clause in word.clauses if clause.kind not in step.without
                ),
            )
            for word in plain.words
        ),
        phrases=plain.phrases,
        excluded=plain.excluded,
        numbers=plain.numbers,
    )


def _nothing_instead(_resident, _word: PlannedWord) -> tuple[list, None]:
    return [], None


@contextmanager
def only(step: Step) -> Iterator[None]:
    """Texts and queries are understood as far as the step goes, and no further."""
    search = DatabaseEngine.search

    def limited_search(engine, query, plan, **options):
        return search(engine, query, _limited(step, query, plan), **options)

    with ExitStack() as stack:
        enter = stack.enter_context
        enter(patch.object(analysis, "swedish_word", step.swedish))
        enter(patch.object(analysis, "english_word", step.english))
        if not step.folding:
            enter(patch.object(analysis, "folded_swedish", lambda stem: stem))
        if not step.typos:
            enter(patch.object(spelling, "_instead", _nothing_instead))
        enter(patch.object(DatabaseEngine, "search", limited_search))
        yield


def index(documents: list[SearchDocument]) -> None:
    engine = DatabaseEngine()
    generation = engine.create()
    engine.index(documents, generation=generation)
    engine.prepare(generation)
    engine.swap(generation)


def measured(queries: list[Judged]) -> Iterator[tuple[Step, list[Outcome]]]:
    """Every step with its outcomes, the last first. Leaves the database as it was."""
    found = [
        document
        for keys in all_keys()
        for document in build_documents(keys).values()
        if document
    ]
    with transaction.atomic():
        indexed = None
        # From the whole downwards: what the process remembers of the vocabularies is
        # then read with the whole analysis, and lower steps make no use of it.
        for step in tqdm(STEPS[::-1], disable=None, leave=False):
            with only(step):
                words = (step.swedish, step.english, step.folding)
                if words != indexed:
                    index(found)
                    indexed = words
                yield step, list(run(queries))
        transaction.set_rollback(True)


def main(subjects: bool) -> None:
    try:
        queries = read_subjects() if subjects else read_judged(DEMO)
    except NotJudged as error:
        sys.exit(str(error))
    sets = [name for name in SETS if any(judged.set == name for judged in queries)]
    heads = ["Step", "nDCG@10"]
    if len(sets) > 1:
        heads += [f"nDCG@10, {name}" for name in sets]
    heads += ["MRR@10", "no hit"]
    rows = []
    for step, outcomes in measured(queries):
        figures = figures_of(outcomes)
        cells = [step.name, f"{figures.ndcg:.3f}"]
        if len(sets) > 1:
            for name in sets:
                own = [one for one in outcomes if one.judged.set == name]
                cells.append(f"{figures_of(own).ndcg:.3f}")
        rows.append([*cells, f"{figures.mrr:.3f}", f"{figures.nothing:.1%}"])
    print(f"{len(queries)} queries\n")
    rules = ["---", *("---:" for _head in heads[1:])]
    for row in (heads, rules, *reversed(rows)):
        print(f"| {' | '.join(row)} |")


if __name__ == "__main__":
    main("subjects" in sys.argv[1:])
