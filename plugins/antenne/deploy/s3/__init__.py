"""An object store as a target."""

from antenne.deploy.s3.store import Form, Place, Store, StoreRefused
from antenne.deploy.s3.target import S3Target

__all__ = ["Form", "Place", "S3Target", "Store", "StoreRefused"]
