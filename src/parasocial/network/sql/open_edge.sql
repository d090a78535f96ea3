-- Edges that were one-way at each time, whether they turned after it, and a key that neither engine
-- nor order changes.
SELECT p.nth, p.ego_id, p.alter_id, p.turned, p.acts, p.at_us - p.last_us AS since_us,
    p.at_us - p.first_us AS known_us,
    CASE WHEN p.acts > 1 THEN (p.last_us - p.first_us) / (p.acts - 1) END AS gap_us,
    md5(concat(CAST(p.ego_id AS STRING), '>', CAST(p.alter_id AS STRING))) AS draw
FROM (
    SELECT nth, CASE WHEN there > 0 THEN a ELSE b END AS ego_id,
        CASE WHEN there > 0 THEN b ELSE a END AS alter_id, there + back AS acts, at_us, first_us,
        last_us, CASE WHEN there > 0 THEN back_after ELSE there_after END > 0 AS turned
    FROM pair_at WHERE (there > 0) <> (back > 0)
) AS p
