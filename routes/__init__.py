"""Data routes: what the pages show, as files over HTTP, under the parameters of the pages' addresses. Starlette and loaders only."""

from routes.all import api

__all__ = ["api"]
