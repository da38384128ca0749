"""``manage.py evaluate_search FILE``: how good the answers to judged queries are."""

import json
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from search.engines import EngineUnavailable, get_engine
from search.evaluation import showing
from search.evaluation.figures import as_json
from search.evaluation.judged import DEMO, SETS, Judged, NotJudged, read_judged
from search.evaluation.running import Outcome, engine_at, run
from search.evaluation.subjects import read_subjects


class Command(BaseCommand):
    help = (
        "Asks the search every judged query and says how good the answers are: "
        "nDCG@10 (gains 2^grade - 1), MRR@10, recall@10 and the share without a hit."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "file",
            type=Path,
            nargs="?",
            help="Judged queries as JSON lines; by default those of the demonstration.",
        )
        parser.add_argument(
            "--subjects",
            action="store_true",
            help="FILE is Swecris' own (by default the one in REAL_DATA): its research "
            "subjects are the queries. Import it --without-subjects first.",
        )
        parser.add_argument("--set", choices=(*SETS, "all"), default="all")
        parser.add_argument(
            "--engine",
            action="append",
            metavar="SEARCH_URL",
            help="Ask this engine, instead of the one in the settings; several times "
            "for several. Each must have been filled.",
        )
        parser.add_argument(
            "--json", type=Path, metavar="OUT", help="Write the report as JSON too."
        )
        parser.add_argument(
            "--compare",
            type=Path,
            metavar="EARLIER",
            help="Say what changed since a report that --json wrote.",
        )
        parser.add_argument(
            "--worst",
            type=int,
            default=0,
            metavar="N",
            help="Show the N worst queries, and what was found instead.",
        )

    def handle(self, *args, file: Path | None, verbosity: int, **options):
        earlier = _earlier(options["compare"])
        if options["json"] and not options["json"].absolute().parent.is_dir():
            raise CommandError("The folder of the report does not exist.")
        try:
            if options["subjects"]:
                queries = read_subjects(file)
            else:
                queries = read_judged(file or DEMO)
        except NotJudged as error:
            raise CommandError(str(error)) from None
        if options["set"] != "all":
            queries = [query for query in queries if query.set == options["set"]]
        if not queries:
            raise CommandError("There are no queries to ask.")
        engines = {}
        for url in options["engine"] or [settings.SEARCH_URL]:
            with engine_at(url):
                name = get_engine().name
                outcomes = self._outcomes(queries, hidden=not verbosity)
            engines[name] = as_json(outcomes)
            self._say(showing.table(engines[name]["figures"], name))
            if options["worst"] > 0:
                self._say(showing.worst(outcomes, options["worst"]), "The worst:")
            if name in earlier:
                lines = showing.compared(earlier[name], engines[name])
                self._say(lines, "Since the earlier report:")
        if options["json"]:
            report = json.dumps({"engines": engines}, ensure_ascii=False, indent=1)
            options["json"].write_text(report + "\n", encoding="utf-8")

    def _outcomes(self, queries: list[Judged], *, hidden: bool) -> list[Outcome]:
        total = len(queries)
        with tqdm(
            total=total, disable=hidden or None, leave=False, file=self.stderr
        ) as bar:
            try:
                if not get_engine().count():
                    raise CommandError("The index is empty: run rebuild_search.")
                return list(run(queries, bar.update))
            except EngineUnavailable as error:
                raise CommandError(f"The engine does not answer. {error}") from error

    def _say(self, lines, title: str = ""):
        if title:
            self.stdout.write(f"\n{title}")
        for line in lines:
            self.stdout.write(line)


def _earlier(path: Path | None) -> dict:
    if path is None:
        return {}
    try:
        return json.loads(path.read_text(encoding="utf-8"))["engines"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CommandError(f"{path} is not an earlier report: {error!r}") from None
