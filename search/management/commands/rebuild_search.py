from django.core.management.base import BaseCommand
from tqdm import tqdm

from people.models import Organisation, PersonRecord
from projects.models import ProjectRecord
from search.engines import get_engines
from search.rebuilding import rebuild
from taxonomy.models import Concept


class Command(BaseCommand):
    help = "Build the search index anew, while the old one goes on answering."

    def handle(self, *args, **options):
        models = (ProjectRecord, PersonRecord, Organisation, Concept)
        total = sum(model.objects.count() for model in models)
        hidden = not options["verbosity"]
        for engine in get_engines():
            with tqdm(
                total=total,
                unit="doc",
                desc=engine.name,
                disable=hidden,
                file=self.stderr,
            ) as bar:
                count = rebuild(
                    lambda scanned, _stored, bar=bar: bar.update(scanned), engine
                )
            self.stdout.write(f"{count} documents can be found ({engine.name}).")
