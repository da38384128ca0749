from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Somebody who signs in.

    Ours from the first migration on, for a user model cannot be exchanged later.
    """
