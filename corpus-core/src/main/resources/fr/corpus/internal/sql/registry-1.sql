-- The tables of an opt-out registry, version 1, for SQLite and PostgreSQL: docs/formats/registry.md
CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE entry (
    seq ${id} PRIMARY KEY,
    log_index BIGINT UNIQUE,
    next_index BIGINT,
    leaf ${blob} NOT NULL,
    bytes ${blob} NOT NULL,
    reservation TEXT NOT NULL,
    declares BIGINT NOT NULL,
    status TEXT NOT NULL,
    tier INTEGER NOT NULL,
    categories TEXT NOT NULL,
    salt ${blob},
    record ${blob}
);

CREATE INDEX entry_by_reservation ON entry (reservation, seq);

CREATE INDEX entry_by_declaration ON entry (declares);

CREATE TABLE selector (
    entry BIGINT NOT NULL,
    n INTEGER NOT NULL,
    type TEXT NOT NULL,
    digest ${blob} NOT NULL,
    value TEXT,
    PRIMARY KEY (entry, n)
) ${clustered};

CREATE TABLE work (
    entry BIGINT NOT NULL,
    n INTEGER NOT NULL,
    bytes ${blob},
    text ${blob} NOT NULL,
    iscc ${blob} NOT NULL,
    samples ${blob} NOT NULL,
    PRIMARY KEY (entry, n)
);
