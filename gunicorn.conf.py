"""How gunicorn serves the site: ``gunicorn -c gunicorn.conf.py``.

Reads BIND, PORT, WEB_CONCURRENCY (processes) and WEB_THREADS from the environment.
"""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent

wsgi_app = "config.wsgi"
# From another folder an app could be taken for something else there: at `/`
# the app `home` would be the system's /home.
chdir = str(ROOT)
pythonpath = f"{ROOT},{ROOT / 'site'}"
bind = f"{os.environ.get('BIND', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))
max_requests = 2000
max_requests_jitter = 200
# A pasted page is a long address; search cuts it and answers. The proxy in front
# sets the limit that protects the servers.
limit_request_line = 0
accesslog = "-"
# Without the query: what people search for is counted without who they are, and must
# not stand beside their address here (docs/decisions/0007).
access_log_format = '%(h)s %(t)s "%(m)s %(U)s" %(s)s %(b)s %(L)s'
