"""The shape of a store file, and how to tell ours from others'."""

from __future__ import annotations

VERSION = 1
# "ckat": tells a chainatlas store from any other SQLite file.
APPLICATION_ID = 0x636B6174
# The rowid of a line's text is the report's key and the line: no report has so many lines.
LINE_BITS = 24

# What the reports say is kept as it was read, under the entity ids of the reader (`entities.id`).
# `entities.canon` alone says which of them are one thing: a merge or a split touches a few rows
# here and none of the statements. `names` counts are kept so that a report can be taken back
# without looking at the others.
DDL = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES ('generation', 0);

CREATE TABLE reports (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL UNIQUE,
  file TEXT NOT NULL, title TEXT NOT NULL, date TEXT, publisher TEXT, language TEXT NOT NULL,
  lines INTEGER NOT NULL, text TEXT NOT NULL);
CREATE INDEX reports_file ON reports (file);

CREATE TABLE entities (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, cls TEXT NOT NULL, name TEXT NOT NULL,
  listed INTEGER NOT NULL,
  canon INTEGER NOT NULL REFERENCES entities (key) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX entities_canon ON entities (canon);

CREATE TABLE mentions (
  report INTEGER NOT NULL REFERENCES reports (key) ON DELETE CASCADE,
  entity INTEGER NOT NULL REFERENCES entities (key),
  name TEXT NOT NULL, names TEXT NOT NULL, facets TEXT NOT NULL,
  date TEXT, issuer TEXT NOT NULL,
  PRIMARY KEY (report, entity)) WITHOUT ROWID;
CREATE INDEX mentions_entity ON mentions (entity);

CREATE TABLE names (
  key INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key) ON DELETE CASCADE,
  name TEXT NOT NULL, fold TEXT NOT NULL,
  uses INTEGER NOT NULL, preferred INTEGER NOT NULL,
  UNIQUE (entity, name));
CREATE INDEX names_fold ON names (fold);
CREATE VIRTUAL TABLE names_text USING fts5
  (name, content='names', content_rowid='key', tokenize='trigram');
-- rowid = report key << LINE_BITS + line
CREATE VIRTUAL TABLE lines_text USING fts5 (text, tokenize='trigram');

CREATE TABLE statements (
  key INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES reports (key) ON DELETE CASCADE,
  subject INTEGER NOT NULL REFERENCES entities (key),
  predicate TEXT NOT NULL,
  object INTEGER NOT NULL REFERENCES entities (key),
  modality TEXT NOT NULL, confidence REAL NOT NULL, method TEXT NOT NULL,
  qualifiers TEXT NOT NULL);
CREATE INDEX statements_subject ON statements (subject, predicate);
CREATE INDEX statements_object ON statements (object, predicate);
CREATE INDEX statements_report ON statements (report);

CREATE TABLE figures (
  key INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES reports (key) ON DELETE CASCADE,
  kind TEXT NOT NULL, subject INTEGER NOT NULL REFERENCES entities (key),
  metric TEXT NOT NULL, period TEXT, low REAL NOT NULL, high REAL, unit TEXT NOT NULL,
  region TEXT, comparator TEXT, base_low REAL, base_high REAL, base_unit TEXT,
  modality TEXT NOT NULL, confidence REAL NOT NULL, method TEXT NOT NULL);
CREATE INDEX figures_subject ON figures (subject);
CREATE INDEX figures_report ON figures (report);
CREATE TABLE figure_sources (
  figure INTEGER NOT NULL REFERENCES figures (key) ON DELETE CASCADE,
  position INTEGER NOT NULL, entity INTEGER NOT NULL REFERENCES entities (key),
  PRIMARY KEY (figure, position)) WITHOUT ROWID;
CREATE INDEX figure_sources_entity ON figure_sources (entity);

CREATE TABLE deals (
  key INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES reports (key) ON DELETE CASCADE,
  company INTEGER NOT NULL REFERENCES entities (key),
  round TEXT, date TEXT, amount TEXT, valuation TEXT,
  modality TEXT NOT NULL, confidence REAL NOT NULL, method TEXT NOT NULL);
CREATE INDEX deals_company ON deals (company);
CREATE INDEX deals_report ON deals (report);
CREATE TABLE deal_investors (
  deal INTEGER NOT NULL REFERENCES deals (key) ON DELETE CASCADE,
  position INTEGER NOT NULL, entity INTEGER NOT NULL REFERENCES entities (key),
  leads INTEGER NOT NULL,
  PRIMARY KEY (deal, position)) WITHOUT ROWID;
CREATE INDEX deal_investors_entity ON deal_investors (entity);

CREATE TABLE evidence (
  kind TEXT NOT NULL, item INTEGER NOT NULL, position INTEGER NOT NULL,
  report INTEGER NOT NULL REFERENCES reports (key) ON DELETE CASCADE,
  line INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, quote TEXT NOT NULL,
  PRIMARY KEY (kind, item, position)) WITHOUT ROWID;
CREATE INDEX evidence_report ON evidence (report);

CREATE TABLE problems (
  report INTEGER NOT NULL REFERENCES reports (key) ON DELETE CASCADE,
  kind TEXT NOT NULL, message TEXT NOT NULL, line INTEGER, quote TEXT);
CREATE INDEX problems_report ON problems (report);

CREATE TABLE decisions (
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  left TEXT NOT NULL, right TEXT NOT NULL,
  judgement TEXT NOT NULL CHECK (judgement IN ('same', 'different')),
  reason TEXT NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL);
"""
