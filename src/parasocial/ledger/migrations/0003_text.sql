-- Ego's own words only; private messages' only where the person asked for them.
CREATE TABLE text (source_no BIGINT NOT NULL, key UHUGEINT NOT NULL, words VARCHAR NOT NULL);
