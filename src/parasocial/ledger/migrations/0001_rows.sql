-- Every row is tagged with the import it came from; it counts once that import has its row in
-- source, which is written last. Nothing has a primary key: rows merge by reading (views.sql).
CREATE TABLE meta (salt VARCHAR NOT NULL);
INSERT INTO meta SELECT md5(CAST(uuid() AS VARCHAR));
CREATE SEQUENCE source_numbers;
CREATE TABLE source (
    source_no BIGINT NOT NULL, source_id VARCHAR NOT NULL, platform VARCHAR NOT NULL,
    title VARCHAR NOT NULL, layout VARCHAR NOT NULL, ego VARCHAR, exported_us BIGINT,
    zone VARCHAR, unsolicited VARCHAR NOT NULL, of_channels BOOLEAN NOT NULL,
    whole BOOLEAN NOT NULL,
    tally VARCHAR NOT NULL, warnings VARCHAR[] NOT NULL, blind VARCHAR[] NOT NULL
);
CREATE TABLE row (
    source_no BIGINT NOT NULL, records_no BIGINT NOT NULL, key UHUGEINT NOT NULL,
    platform VARCHAR NOT NULL, channel VARCHAR NOT NULL, actor_id VARCHAR NOT NULL,
    target_id VARCHAR, us BIGINT, us_low BIGINT, us_high BIGINT, ms BIGINT, words BIGINT,
    item_id VARCHAR, reply_to VARCHAR, group_id VARCHAR, addressed VARCHAR NOT NULL, form VARCHAR
);
CREATE TABLE account (
    source_no BIGINT NOT NULL, account_id VARCHAR NOT NULL, name VARCHAR, handle VARCHAR,
    kind VARCHAR, evidence VARCHAR
);
CREATE TABLE alias (
    source_no BIGINT NOT NULL, was_id VARCHAR NOT NULL, now_id VARCHAR NOT NULL, evidence VARCHAR
);
CREATE TABLE author (
    source_no BIGINT NOT NULL, item_id VARCHAR NOT NULL, account_id VARCHAR NOT NULL,
    evidence VARCHAR
);
