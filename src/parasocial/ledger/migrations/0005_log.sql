-- Of what others wrote, features and counts; and what each conversation in a file can show.
ALTER TABLE row ADD COLUMN marks BIGINT;
ALTER TABLE row ADD COLUMN replies BIGINT;
CREATE TABLE log (
    source_no BIGINT NOT NULL, file_no BIGINT NOT NULL, group_id VARCHAR NOT NULL,
    links BOOLEAN NOT NULL, exact BOOLEAN NOT NULL, spoken BOOLEAN NOT NULL, whole BOOLEAN, step_us BIGINT,
    removed BIGINT
);
