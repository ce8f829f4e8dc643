"""The tables of the ledger, as ordered steps from an empty file to today's."""

from __future__ import annotations

import sqlite3


def _schema_1(db: sqlite3.Connection) -> None:
    statements = """
    CREATE TABLE extractions (sha256 TEXT PRIMARY KEY, version INTEGER NOT NULL, data BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE documents (
        id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, language TEXT NOT NULL, title TEXT, issued_on TEXT,
        genre TEXT NOT NULL, stages TEXT NOT NULL, digest TEXT NOT NULL, data BLOB NOT NULL) WITHOUT ROWID;
    CREATE INDEX documents_by_source ON documents (sha256);
    CREATE TABLE paths (path BLOB PRIMARY KEY, sha256 TEXT NOT NULL, gone INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
    CREATE INDEX paths_by_source ON paths (sha256);
    CREATE TABLE failures (
        path BLOB PRIMARY KEY, sha256 TEXT, stage TEXT NOT NULL, reason TEXT NOT NULL, message TEXT NOT NULL,
        hint TEXT NOT NULL, transient INTEGER NOT NULL, skipped INTEGER NOT NULL,
        attempts INTEGER NOT NULL, version INTEGER NOT NULL,
        ignored INTEGER NOT NULL DEFAULT 0, since TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE mentions (
        document_id TEXT NOT NULL, kind TEXT NOT NULL, entity_id TEXT NOT NULL, name TEXT NOT NULL,
        count INTEGER NOT NULL, PRIMARY KEY (document_id, kind, entity_id, name)) WITHOUT ROWID;
    CREATE INDEX mentions_by_entity ON mentions (entity_id);
    CREATE TABLE indexed (engine TEXT NOT NULL, document_id TEXT NOT NULL, digest TEXT NOT NULL,
        PRIMARY KEY (engine, document_id)) WITHOUT ROWID;
    CREATE TABLE runs (id INTEGER PRIMARY KEY, started TEXT NOT NULL, finished TEXT, status TEXT NOT NULL, report TEXT)
    """
    for statement in statements.split(";"):
        db.execute(statement)


MIGRATIONS = (_schema_1,)
"""Ordered steps; the file's user_version says how many have been taken. Steps are never edited, only added."""
