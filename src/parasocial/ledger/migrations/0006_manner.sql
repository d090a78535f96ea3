-- What many rows share is written once, as their manner: each constant column of a million rows
-- takes its time to write, and to read. `row` joins both again.
ALTER TABLE row RENAME TO old_row;
CREATE TABLE manner (
    manner_no BIGINT NOT NULL, source_no BIGINT NOT NULL, records_no BIGINT NOT NULL,
    platform VARCHAR NOT NULL, channel VARCHAR NOT NULL, addressed VARCHAR NOT NULL, form VARCHAR
);
CREATE TABLE line (
    manner_no BIGINT NOT NULL, key UHUGEINT NOT NULL, actor_id VARCHAR NOT NULL, target_id VARCHAR,
    us BIGINT, us_low BIGINT, us_high BIGINT, ms BIGINT, words BIGINT, item_id VARCHAR,
    reply_to VARCHAR, group_id VARCHAR, file_no BIGINT NOT NULL, marks BIGINT, replies BIGINT
);
INSERT INTO manner
SELECT source_no * 65536 + row_number() OVER (PARTITION BY source_no), *
FROM (SELECT DISTINCT source_no, records_no, platform, channel, addressed, form FROM old_row);
INSERT INTO line
SELECT manner_no, key, actor_id, target_id, us, us_low, us_high, ms, words, item_id, reply_to,
    group_id, file_no, marks, replies
FROM old_row AS o JOIN manner AS m ON m.source_no = o.source_no AND m.records_no = o.records_no
    AND m.platform = o.platform AND m.channel = o.channel AND m.addressed = o.addressed
    AND m.form IS NOT DISTINCT FROM o.form;
DROP TABLE old_row;
CREATE VIEW row AS
SELECT source_no, records_no, key, platform, channel, actor_id, target_id, us, us_low, us_high, ms,
    words, item_id, reply_to, group_id, addressed, form, file_no, marks, replies
FROM line JOIN manner USING (manner_no);
