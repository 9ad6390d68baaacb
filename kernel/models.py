"""Tables every app stands on: accounts, API keys, documents, jobs, the ledger."""

import uuid
from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models.functions import Lower

from kernel.domain import chain
from kernel.domain.actors import Actor, Role
from kernel.domain.documents import Classification
from kernel.domain.paper import SHORT, Doc, from_json
from kernel.domain.text import Text

CLASSIFICATIONS = [(one.value, one.value.capitalize()) for one in Classification]


class Account(AbstractUser):
    """A person who signs in; roles are group names taken from :class:`kernel.domain.actors.Role`."""

    reference = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    demo = models.BooleanField(default=False, help_text="made by the demonstration; enters in debug mode alone")

    class Meta(AbstractUser.Meta):
        constraints: ClassVar = [
            models.UniqueConstraint(Lower("email"), name="account_email_once", condition=~models.Q(email=""))
        ]

    def may_enter(self) -> bool:
        """Return whether the account may sign in or act at all: demonstration accounts may in debug mode alone."""
        return self.is_active and (settings.TAMIZ_DEBUG or not self.demo)

    def roles(self) -> frozenset[Role]:
        """Return the roles of the account; names of groups that are no role are ignored."""
        known = {role.value for role in Role}
        return frozenset(Role(name) for name in self.groups.values_list("name", flat=True) if name in known)

    def as_actor(self, channel: str) -> Actor:
        """Return the account as the author of an act."""
        return Actor(name=f"account:{self.reference}", channel=channel, roles=self.roles(), account_id=self.pk)


class ApiKey(models.Model):
    """A machine's key: only the hash of the secret is stored; scopes are the names of permitted actions."""

    name = models.CharField(max_length=100)
    prefix = models.CharField(max_length=12, unique=True)
    secret_hash = models.CharField(max_length=64)
    scopes = models.JSONField(default=list)
    owner = models.ForeignKey("kernel.Account", on_delete=models.PROTECT, null=True, related_name="api_keys")
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.prefix} {self.name}"

    def is_valid(self, at: datetime) -> bool:
        """Return whether the key opens anything at a moment: not revoked, not expired, its owner not shut out."""
        if self.revoked_at is not None or (self.expires_at is not None and self.expires_at <= at):
            return False
        return self.owner is None or self.owner.may_enter()


class Document(models.Model):
    """A stored file, addressed by the SHA-256 of its bytes; the bytes live under the media root."""

    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100)
    name = models.CharField(max_length=255)
    classification = models.CharField(max_length=12, choices=CLASSIFICATIONS, default=Classification.CONFIDENTIAL.value)
    classification_basis = models.CharField(max_length=255, blank=True)
    classification_reason = models.TextField(blank=True)
    classified_until = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class IssuedDocument(models.Model):
    """A document the authority issued: what anybody who holds it may verify, and what it says."""

    folio = models.CharField(max_length=64, unique=True)
    kind = models.CharField(max_length=40)
    title_es = models.CharField(max_length=120)
    title_en = models.CharField(max_length=120)
    issued_at = models.DateTimeField()
    sha256 = models.CharField(max_length=64, help_text="of what it says; that of the PDF is its document's")
    content = models.JSONField(help_text="what it says, as kernel.domain.paper writes it")
    document = models.ForeignKey("kernel.Document", on_delete=models.PROTECT, related_name="issued")

    def __str__(self) -> str:
        return f"{self.kind} {self.folio}"

    def title(self) -> Text:
        """Return what kind of document it is, in words."""
        return Text(self.title_es, self.title_en)

    def doc(self) -> Doc:
        """Return what it says."""
        return from_json(self.content)

    def is_hash(self, digits: str) -> bool:
        """Return whether digits begin the hash of what it says or of its PDF, enough of them to mean this one."""
        return len(digits) >= SHORT and any(one.startswith(digits) for one in (self.sha256, self.document.sha256))


class LedgerEntry(models.Model):
    """One act, chained to the one before by its hash; triggers refuse UPDATE and DELETE."""

    seq = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    actor = models.CharField(max_length=100)
    channel = models.CharField(max_length=20)
    verb = models.CharField(max_length=60)
    subject = models.CharField(max_length=120, db_index=True)
    detail = models.JSONField(default=dict)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering: ClassVar = ["seq"]

    def __str__(self) -> str:
        return f"{self.seq} {self.verb} {self.subject}"

    def as_entry(self) -> chain.Entry:
        """Return the entry as its hash is computed from it."""
        return chain.Entry(
            seq=self.seq,
            at=self.at,
            actor=self.actor,
            channel=self.channel,
            verb=self.verb,
            subject=self.subject,
            detail=self.detail,
            previous_hash=self.previous_hash,
        )


class LedgerHead(models.Model):
    """The one row that holds the end of the chain; locking it puts writers in a line, and it betrays a cut tail."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    seq = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=models.Q(id=1), name="ledger_has_one_head")]

    def __str__(self) -> str:
        return f"{self.seq} {self.hash[:12]}"


class IdempotentRequest(models.Model):
    """A request that its sender marked as one intent: while it is answered, and then with its first answer."""

    actor = models.CharField(max_length=100)
    key = models.CharField(max_length=255, help_text="the sender's own mark")
    request_sha256 = models.CharField(max_length=64, help_text="of address and body: another one is another intent")
    standing = models.JSONField(default=list, help_text="roles and scopes of its sender: without one, no answer again")
    taken_at = models.DateTimeField(db_index=True)
    status = models.PositiveSmallIntegerField(null=True, blank=True, help_text="blank while it is answered")
    media_type = models.CharField(max_length=100, blank=True)
    location = models.CharField(max_length=255, blank=True)
    body = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["actor", "key"], name="one_request_of_a_key")]

    def __str__(self) -> str:
        return f"{self.actor} {self.key}"


class Job(models.Model):
    """A piece of work done outside the request: leased by a worker, taken over when the lease runs out."""

    class State(models.TextChoices):
        """Where the job stands."""

        QUEUED = "QUEUED"
        RUNNING = "RUNNING"
        DONE = "DONE"
        FAILED = "FAILED"

    reference = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=60)
    payload = models.JSONField(default=dict)
    key = models.CharField(max_length=160, unique=True, help_text="idempotency key: one job for one intent")
    owner = models.CharField(max_length=100, help_text="name of the actor who asked for it")
    result = models.JSONField(default=dict, help_text="what the handler returned, once DONE")
    state = models.CharField(max_length=8, choices=State.choices, default=State.QUEUED)
    done = models.PositiveBigIntegerField(default=0)
    total = models.PositiveBigIntegerField(default=0)
    attempt = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    error_code = models.CharField(max_length=60, blank=True)
    error_es = models.TextField(blank=True)
    error_en = models.TextField(blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["state", "lease_until"], name="job_claim")]

    def __str__(self) -> str:
        return f"{self.kind} {self.reference}"
