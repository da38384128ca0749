from django.core.management.base import BaseCommand, CommandError

from search.checking import TOLD, Comparison, compare, repair
from search.engines import EngineUnavailable, get_engines

KINDS = {
    "missing": "should be found and are not stored",
    "stale": "are stored as they were once",
    "extra": "are stored and should not be found",
}


class Command(BaseCommand):
    help = (
        "Compare every document of the database with what each search index has. "
        "Ends with 1 if they differ."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--repair",
            action="store_true",
            help="Deliver anew what differs, and compare once more.",
        )

    def handle(self, *args, repair: bool, **options):
        wrong = 0
        for engine in get_engines():
            try:
                found = self._compare(engine, mend=repair)
            except EngineUnavailable as error:
                wrong += 1
                self.stderr.write(f"{engine.name} does not answer: {error}")
                continue
            wrong += bool(found.wrong)
        if wrong:
            raise CommandError("The index is not what the database says.")

    def _compare(self, engine, *, mend: bool) -> Comparison:
        found = compare(engine)
        self._tell(found)
        if mend and found.wrong:
            repair(found)
            found = compare(engine)
            self._tell(found)
        return found

    def _tell(self, found: Comparison) -> None:
        waiting = f", {found.waiting} wait to be delivered" if found.waiting else ""
        self.stdout.write(f"{found.engine}: {found.same} documents are right{waiting}.")
        for kind, words in KINDS.items():
            if keys := getattr(found, kind):
                some = ", ".join(keys[:TOLD]) + (" …" if len(keys) > TOLD else "")
                self.stdout.write(f"  {len(keys)} {words}: {some}")
