"""An object store as a target."""

from antenne.deploy.s3.asking import StoreRefused
from antenne.deploy.s3.objects import Form, Place
from antenne.deploy.s3.store import Store
from antenne.deploy.s3.target import S3Target

__all__ = ["Form", "Place", "S3Target", "Store", "StoreRefused"]
