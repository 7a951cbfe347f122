"""How a request of an object store fails: in sentences for the author that hold no secret."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    ConfigNotFound,
    ConfigParseError,
    HTTPClientError,
    InvalidRegionError,
    NoCredentialsError,
    PartialCredentialsError,
    ProfileNotFound,
    ReadTimeoutError,
)

from antenne.deploy.refusal import PublishRefused
from antenne.deploy.s3.objects import Place

_FORBIDDEN = {"AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch", "403", "Forbidden"}
_ABSENT = {"404", "NoSuchKey", "NotFound", "NoSuchUpload"}
_CONDITION = {"412", "PreconditionFailed", "409", "ConditionalRequestConflict"}


class StoreRefused(PublishRefused):
    """The store did not do what it was asked for; the message says why and what to do."""


class StoreSilent(StoreRefused):
    """The store does not answer."""


class NotAsExpected(Exception):
    """A condition of a request did not hold: somebody else was there before."""


def is_absent(error: ClientError) -> bool:
    """Say whether what was asked for is not there."""
    return _code(error) in _ABSENT


@contextmanager
def asking(place: Place, name: str) -> Iterator[None]:
    """Turn what boto3 raises in the block into sentences that hold no secret; `name` is what is asked for."""
    try:
        yield
    except ClientError as error:
        if _code(error) in _CONDITION or _status(error) == 412:
            raise NotAsExpected(name) from None
        raise StoreRefused(_sentence(error, place, name)) from None
    except NoCredentialsError:
        raise StoreRefused(
            f"There is no key for {place.shown}. Set ANTENNE_S3_KEY and ANTENNE_S3_SECRET in the environment, "
            "or put them into the system's keyring (docs/publishing.md)."
        ) from None
    except (ProfileNotFound, ConfigParseError, ConfigNotFound, PartialCredentialsError, InvalidRegionError) as error:
        # These name files, profiles and variables, and no value of theirs.
        raise StoreRefused(
            f"boto3 cannot ask {place.shown}: {str(error).rstrip('.')}. Correct that on this machine (AWS_… in the "
            "environment, ~/.aws), then publish again."
        ) from None
    except ReadTimeoutError:
        raise StoreSilent(
            f"{place.shown} was asked and said nothing. It has too much to do, or no room left: some engines go silent "
            "when their disks are full. Look there, or ask your provider; then publish again: it goes on where it "
            "stopped."
        ) from None
    except (BotoCoreError, HTTPClientError) as error:
        raise StoreSilent(
            f"{place.shown} does not answer ({type(error).__name__}). Look at the network and at the "
            "endpoint, then publish again: it goes on where it stopped."
        ) from None


def _sentence(error: ClientError, place: Place, name: str) -> str:
    code = _code(error)
    if code == "NoSuchBucket":
        return f"There is no bucket {place.bucket}. Make it at your provider, or correct its name."
    if code in _FORBIDDEN:
        return (
            f"{place.shown} refuses this key ({code}). It must be allowed to list the bucket and to read, "
            "write and delete in it."
        )
    if code == "RequestTimeTooSkewed":
        return (
            f"This machine's clock and that of {place.shown} do not agree. Set this machine's (“invoke doctor” says by "
            "how much it is wrong), then publish again."
        )
    return f"{place.shown}{name.removeprefix(place.prefix)} could not be written or read ({code})."


def _code(error: ClientError) -> str:
    return str(error.response.get("Error", {}).get("Code", ""))


def _status(error: ClientError) -> int:
    return int(error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0))
